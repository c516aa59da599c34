// SPDX-License-Identifier: GPL-3.0-or-later
// On or off. Unset it is a field one picks from, so that nothing looks decided that is not.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Item {
    id: editor
    required property InspectorLine line
    implicitHeight: Theme.control

    AbstractButton {
        id: toggle
        visible: editor.line.status === "set"
        height: Theme.control
        width: 36 + 8 + word.implicitWidth
        checkable: false
        focusPolicy: Qt.StrongFocus
        readonly property bool on: editor.line.value === "true"
        text: editor.line.shown
        Accessible.role: Accessible.CheckBox
        Accessible.name: editor.line.label
        Accessible.checkable: true
        Accessible.checked: on
        onClicked: editor.line.rows.commit(editor.line.index, on ? "false" : "true")
        Keys.onDeletePressed: editor.line.rows.unset(editor.line.index)
        Keys.onEscapePressed: editor.line.leave()
        contentItem: Item {
            Rectangle {
                y: 6
                width: 28
                height: 16
                radius: 8
                color: toggle.on ? Theme.accent : Theme.borderControl
                Rectangle {
                    x: toggle.on ? 14 : 2
                    y: 2
                    width: 12
                    height: 12
                    radius: 6
                    color: "#FFFFFF"
                }
            }
            SkyText {
                id: word
                x: 36
                height: Theme.control
                text: toggle.text
            }
        }
        background: Rectangle {
            x: -3
            y: 3
            width: 34
            height: 22
            radius: 11
            color: "transparent"
            border.width: toggle.visualFocus ? 2 : 0
            border.color: Theme.focus
        }
    }
    InspectorChoice {
        visible: editor.line.status !== "set"
        width: parent.width
        line: editor.line
    }
}
