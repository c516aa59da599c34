// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a menu.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

MenuItem {
    id: item
    property string keys: (action as Command) ? (action as Command).keys : ""
    property string iconName: (action as Command) ? (action as Command).iconName : ""
    property bool dangerous: false

    implicitHeight: visible ? Theme.control : 0
    leftPadding: 36
    rightPadding: 12
    contentItem: Item {
        SkyText {
            anchors.fill: parent
            anchors.rightMargin: shortcut.width + 12
            text: item.text
            color: !item.enabled ? Theme.textDisabled : item.dangerous ? Theme.error : Theme.text
        }
        SkyText {
            id: shortcut
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: item.keys
            color: item.enabled ? Theme.text2 : Theme.textDisabled
            font.pixelSize: Theme.small
        }
    }
    indicator: UiIcon {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        name: item.checked ? "check" : item.iconName
        color: item.enabled ? Theme.text2 : Theme.textDisabled
    }
    arrow: UiIcon {
        visible: item.subMenu !== null
        name: "chevron-right"
        x: item.width - 22
        anchors.verticalCenter: parent.verticalCenter
    }
    background: Rectangle {
        x: 4
        width: item.width - 8
        height: item.height
        radius: Theme.radiusControl
        color: item.highlighted && item.enabled ? Theme.hover : "transparent"
    }
}
