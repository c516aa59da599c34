// SPDX-License-Identifier: GPL-3.0-or-later
// Something that is so or not.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

AbstractButton {
    id: button
    checkable: true
    implicitHeight: 24
    implicitWidth: 312
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    contentItem: Item {
        Rectangle {
            width: 16
            height: 16
            radius: 3
            anchors.verticalCenter: parent.verticalCenter
            color: button.checked ? (button.enabled ? Theme.accent : Theme.pressed) : Theme.field
            border.width: button.checked ? 0 : 1
            border.color: button.enabled ? Theme.borderControl : Theme.border
            UiIcon {
                visible: button.checked
                anchors.centerIn: parent
                name: "check"
                side: 14
                color: Theme.accentInk
            }
            Rectangle {
                visible: button.visualFocus
                anchors.fill: parent
                anchors.margins: -3
                radius: 5
                color: "transparent"
                border.width: 2
                border.color: Theme.focus
            }
        }
        SkyText {
            x: 26
            height: parent.height
            text: button.text
            color: button.enabled ? Theme.text : Theme.textDisabled
        }
    }
}
