// SPDX-License-Identifier: GPL-3.0-or-later
// A search field over a list, floating: the command palette, find and the picker of what to connect to stand on it.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Skywright

Popup {
    id: popup
    property alias placeholder: field.placeholderText
    property alias query: field.query
    property string chip: ""
    property alias model: list.model
    property alias delegate: list.delegate
    property alias currentIndex: list.currentIndex
    property alias list: list
    property string empty: ""
    property string footer: qsTr("↑ ↓ choose   Enter take   Esc close")
    signal taken(int index)

    function clear() {
        field.clear()
        list.currentIndex = 0
    }

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: 60
    width: 608
    padding: 0
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    background: Shadowed {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick; easing.type: Easing.OutCubic }
    }
    exit: Transition {}
    // Not when the opening has ended: the first keys come before that.
    onVisibleChanged: {
        if (visible) {
            field.forceActiveFocus()
            list.currentIndex = 0
        }
    }

    contentItem: Column {
        Item {
            width: parent.width
            height: 48
            Rectangle {
                id: chipBox
                visible: popup.chip !== ""
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                width: popup.chip === "" ? 0 : Math.min(260, measure.width + 18)
                height: 24
                radius: Theme.radiusControl
                color: Theme.selected
                TextMetrics {
                    id: measure
                    font.family: Theme.family
                    font.pixelSize: Theme.body
                    text: popup.chip
                }
                SkyText {
                    anchors.fill: parent
                    anchors.leftMargin: 8
                    anchors.rightMargin: 8
                    text: popup.chip
                    color: Theme.accentText
                    elide: Text.ElideMiddle
                }
            }
            SearchField {
                id: field
                objectName: "floatingField"
                anchors.left: chipBox.visible ? chipBox.right : parent.left
                anchors.leftMargin: chipBox.visible ? 6 : 8
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                onQueryChanged: list.currentIndex = 0
                Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
                Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
                Keys.onReturnPressed: if (list.count > 0) popup.taken(list.currentIndex)
                Keys.onEnterPressed: if (list.count > 0) popup.taken(list.currentIndex)
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
        ListView {
            id: list
            width: parent.width
            height: Math.min(302, Math.max(count === 0 ? 48 : 0, contentHeight + 8))
            topMargin: 4
            bottomMargin: 4
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            SkyText {
                visible: list.count === 0
                x: 16
                height: 40
                width: parent.width - 32
                color: Theme.text2
                text: popup.empty
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
        SkyText {
            x: 16
            height: 34
            text: popup.footer
            color: Theme.text3
            font.pixelSize: Theme.small
        }
    }
}
