// SPDX-License-Identifier: GPL-3.0-or-later
// A choice among few, side by side, beside its name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Row {
    id: row
    property string title: ""
    property var choices: []
    property int current: 0
    signal chosen(int index)

    SkyText {
        width: 92
        height: Theme.control
        text: row.title
        color: Theme.text2
    }
    Repeater {
        model: row.choices
        delegate: AbstractButton {
            id: choice
            required property int index
            required property string modelData
            text: modelData
            width: 220 / row.choices.length
            height: Theme.control
            focusPolicy: Qt.TabFocus
            checked: row.current === index
            Accessible.role: Accessible.RadioButton
            Accessible.name: row.title + ": " + text
            Accessible.checked: checked
            onClicked: row.chosen(index)
            background: Rectangle {
                color: choice.checked ? Theme.selected : choice.hovered ? Theme.hover : Theme.field
                border.width: choice.visualFocus ? 2 : 1
                border.color: choice.visualFocus ? Theme.focus : Theme.borderStrong
            }
            contentItem: SkyText {
                text: choice.text
                horizontalAlignment: Text.AlignHCenter
                color: choice.checked ? Theme.accentText : Theme.text
            }
        }
    }
}
