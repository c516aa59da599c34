// SPDX-License-Identifier: GPL-3.0-or-later
// A row at the side of the first page.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

AbstractButton {
    id: entry
    property string iconName: ""
    height: 36
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusControl
        color: entry.checked ? Theme.selected : entry.hovered && entry.enabled ? Theme.hover : "transparent"
        border.width: entry.visualFocus ? 2 : 0
        border.color: Theme.focus
    }
    contentItem: Item {
        UiIcon {
            x: 8
            name: entry.iconName
            anchors.verticalCenter: parent.verticalCenter
            color: entry.checked ? Theme.accentText : Theme.text2
        }
        SkyText {
            x: 36
            height: parent.height
            text: entry.text
            font.bold: entry.checked
            color: !entry.enabled ? Theme.textDisabled : entry.checked ? Theme.accentText : Theme.text
        }
    }
}
