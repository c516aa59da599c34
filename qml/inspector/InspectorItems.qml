// SPDX-License-Identifier: GPL-3.0-or-later
// A list of values: each with its button to take it out, and a last field that adds one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Column {
    id: editor
    required property InspectorLine line
    spacing: 4

    Repeater {
        model: editor.line.items
        delegate: Rectangle {
            id: item
            required property int index
            required property var modelData
            width: editor.width
            height: Theme.control
            radius: Theme.radiusControl
            color: Theme.field
            border.width: 1
            border.color: Theme.borderStrong
            SkyText {
                x: 8
                width: parent.width - 36
                height: parent.height
                text: item.modelData.label
                elide: Text.ElideMiddle
                font.underline: hover.containsMouse
                color: hover.containsMouse ? Theme.accentText : Theme.text
                MouseArea {
                    id: hover
                    width: Math.min(parent.implicitWidth, parent.width)
                    height: parent.height
                    hoverEnabled: editor.line.goes
                    enabled: editor.line.goes
                    onClicked: editor.line.rows.goTo(item.modelData.value)
                    SkyToolTip {
                        visible: hover.containsMouse
                        text: qsTr("Go to %1").arg(item.modelData.label)
                    }
                }
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 2
                anchors.verticalCenter: parent.verticalCenter
                side: 24
                glyph: 12
                iconName: "close"
                text: qsTr("Take out %1").arg(item.modelData.label)
                onClicked: editor.line.rows.removeItem(editor.line.index, item.index)
            }
        }
    }
    Item {
        visible: editor.line.key !== "groups/fleet" || editor.line.items.length === 0 // a server is in one fleet
        width: editor.width
        height: Theme.control + (message.visible ? message.implicitHeight + 4 : 0)
        readonly property var verdict: editor.line.rows.check(editor.line.index, input.text)
        id: adder
        SkyField {
            id: input
            objectName: "add-" + editor.line.key
            width: parent.width
            leftPadding: ring.visible ? 20 : 8
            rightPadding: 28
            wrong: text !== "" && !adder.verdict.ok
            placeholderText: editor.line.status === "several" ? editor.line.shown
                           : editor.line.items.length === 0 ? editor.line.unset : qsTr("Add")
            font.pixelSize: text === "" && !activeFocus && editor.line.status === "unset" ? Theme.small : Theme.body
            Accessible.name: qsTr("Add to %1").arg(editor.line.label)
            onAccepted: {
                if (text.trim() === "")
                    editor.line.pickToAdd(input)
                else if (editor.line.rows.addItem(editor.line.index, text))
                    clear()
            }
            Keys.onDownPressed: editor.line.pickToAdd(input)
            Keys.onEscapePressed: {
                if (text !== "")
                    clear()
                else
                    editor.line.leave()
            }
            background: Rectangle {
                radius: Theme.radiusControl
                color: input.activeFocus ? Theme.field : "transparent"
                border.width: input.activeFocus ? 2 : 1
                border.color: input.wrong ? Theme.errorFill : input.activeFocus ? Theme.focus : input.hovered ? Theme.borderStrong : Theme.border
            }
            UnsetRing {
                id: ring
                visible: editor.line.status === "unset" && !input.activeFocus && input.text === ""
                x: 8
                anchors.verticalCenter: parent.verticalCenter
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 2
                anchors.verticalCenter: parent.verticalCenter
                side: 24
                glyph: 14
                iconName: "plus"
                text: qsTr("Choose")
                focusPolicy: Qt.NoFocus
                onClicked: editor.line.pickToAdd(input)
            }
        }
        SkyText {
            id: message
            visible: input.wrong
            y: Theme.control + 4
            width: parent.width
            text: adder.verdict.error
            color: Theme.error
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
    }
}
