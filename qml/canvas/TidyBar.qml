// SPDX-License-Identifier: GPL-3.0-or-later
// Tidying with a look at it first: how tight, which way the flow goes; Esc takes it back.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Popup {
    id: bar
    required property Session session
    required property DiagramCanvas canvas
    property bool kept: false
    property bool down: false

    objectName: "tidyBar"
    width: row.implicitWidth + 24
    height: 52
    padding: 0
    focus: true
    closePolicy: Popup.CloseOnEscape
    background: Shadowed {}

    function start() {
        kept = false
        tidy.begin()
        open()
        again()
        canvas.fitAll()
    }
    function again() { tidy.arrange(Math.round(slider.value), bar.down) }

    Tidy {
        id: tidy
        session: bar.session
    }
    onClosed: {
        if (kept)
            tidy.keep()
        else
            tidy.takeBack()
        canvas.focusWanted()
    }
    contentItem: Item {
        Keys.onReturnPressed: keep.clicked()
        focus: true
        Row {
            id: row
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 12
            SkyText { text: qsTr("Airy"); color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
            Slider {
                id: slider
                objectName: "tidySlider"
                from: 0
                to: 100
                stepSize: 5
                value: 50
                width: 160
                anchors.verticalCenter: parent.verticalCenter
                Accessible.name: qsTr("How tight")
                onMoved: bar.again()
                handle: Rectangle {
                    x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
                    y: slider.topPadding + slider.availableHeight / 2 - height / 2
                    width: 14
                    height: 14
                    radius: 7
                    color: slider.pressed ? Theme.accentHover : Theme.accent
                    border.width: slider.visualFocus ? 2 : 0
                    border.color: Theme.focus
                }
                background: Rectangle {
                    x: slider.leftPadding
                    y: slider.topPadding + slider.availableHeight / 2 - 2
                    width: slider.availableWidth
                    height: 4
                    radius: 2
                    color: Theme.borderStrong
                }
            }
            SkyText { text: qsTr("Tight"); color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
            SkyButton {
                text: bar.down ? qsTr("Flows down") : qsTr("Flows right")
                onClicked: {
                    bar.down = !bar.down
                    bar.again()
                    bar.canvas.fitAll()
                }
            }
            SkyButton { text: qsTr("Cancel"); onClicked: bar.close() }
            SkyButton {
                id: keep
                objectName: "tidyKeep"
                primary: true
                text: qsTr("Keep")
                onClicked: {
                    bar.kept = true
                    bar.close()
                }
            }
        }
    }
}
