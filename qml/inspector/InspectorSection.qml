// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a section: folds it, and says how much in it is set while it is folded.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

AbstractButton {
    id: section
    property bool open: true
    property int count: 0

    implicitHeight: 32
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: open ? qsTr("open") : qsTr("folded")
    background: Rectangle {
        color: section.hovered ? Theme.hover : "transparent"
        border.width: section.visualFocus ? 2 : 0
        border.color: Theme.focus
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
    contentItem: Item {
        UiIcon {
            x: 8
            anchors.verticalCenter: parent.verticalCenter
            side: 12
            name: section.open ? "chevron-down" : "chevron-right"
        }
        SkyText {
            x: 26
            width: parent.width - 60
            height: parent.height
            text: section.text
            font.bold: true
        }
        SkyText {
            visible: section.count > 0 && !section.open
            anchors.right: parent.right
            anchors.rightMargin: 12
            height: parent.height
            text: section.count
            color: Theme.text2
            font.pixelSize: Theme.small
        }
    }
}
