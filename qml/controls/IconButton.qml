// SPDX-License-Identifier: GPL-3.0-or-later
// A button with a glyph. Its text is its tooltip and its name for screen readers.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

AbstractButton {
    id: button
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    required property string iconName
    property string keys: ""
    property int side: Theme.control
    property int glyph: side > 28 ? 20 : 16

    implicitWidth: side
    implicitHeight: side
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.checkable: checkable
    Accessible.checked: checked

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.checked ? Theme.selected : button.down ? Theme.pressed : button.hovered && button.enabled ? Theme.hover : "transparent"
        border.width: button.visualFocus ? 2 : 0
        border.color: Theme.focus
    }
    contentItem: Item {
        UiIcon {
            anchors.centerIn: parent
            name: button.iconName
            side: button.glyph
            color: !button.enabled ? Theme.textDisabled : button.checked ? Theme.accentText : Theme.text2
        }
    }
    SkyToolTip {
        visible: button.hovered && button.text !== ""
        text: button.text
        keys: button.keys
    }
}
