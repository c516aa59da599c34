// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected or going on, how large the drawing is, whether it is saved, the language.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Rectangle {
    id: bar
    required property Session session
    required property DiagramCanvas canvas
    property bool narrow: false

    implicitHeight: Theme.statusBar
    Accessible.role: Accessible.StatusBar
    Accessible.name: qsTr("Status bar")
    color: Theme.panel
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    SkyText {
        x: 12
        height: parent.height
        width: parent.width - right.width - 40
        font.pixelSize: Theme.small
        color: Theme.text2
        text: bar.canvas.hint !== "" ? bar.canvas.hint : bar.session.view.selectionSummary
    }
    Row {
        id: right
        anchors.right: parent.right
        anchors.rightMargin: 8
        height: parent.height
        spacing: 16
        SkyText {
            visible: !bar.narrow && bar.session.document.elementCount > 0
            height: parent.height
            font.pixelSize: Theme.small
            color: Theme.text2
            text: qsTr("%1 things, %2 links").arg(bar.session.document.elementCount).arg(bar.session.document.linkCount)
        }
        SkyText {
            height: parent.height
            font.pixelSize: Theme.small
            color: Theme.text2
            text: bar.session.document.modified ? qsTr("Not saved") : bar.session.document.untitled ? "" : qsTr("Saved")
        }
        AbstractButton {
            id: language
            height: parent.height
            width: words.implicitWidth + 36
            focusPolicy: Qt.TabFocus
            text: Preferences.korean ? "한국어" : "English"
            Accessible.name: qsTr("Language: %1").arg(text)
            onClicked: Preferences.korean = !Preferences.korean
            background: Rectangle { color: language.hovered ? Theme.hover : "transparent"; border.width: language.visualFocus ? 2 : 0; border.color: Theme.focus }
            contentItem: Item {
                UiIcon { x: 8; name: "language"; side: 14; anchors.verticalCenter: parent.verticalCenter }
                SkyText {
                    id: words
                    x: 28
                    height: parent.height
                    text: language.text
                    font.pixelSize: Theme.small
                    font.family: "Noto Sans CJK KR"
                    color: Theme.text2
                }
            }
            SkyToolTip { visible: language.hovered; text: Preferences.korean ? "English" : "한국어" }
        }
    }
}
