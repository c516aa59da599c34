// SPDX-License-Identifier: GPL-3.0-or-later
// All shortcuts, by what they are about.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyDialog {
    id: dialog
    required property Commands commands
    objectName: "shortcutsDialog"
    title: qsTr("Keyboard shortcuts")
    width: Math.min(900, parent ? parent.width - 80 : 900)
    bodyHeight: Math.min(520, (parent ? parent.height : 700) - 200)

    readonly property var hands: [
        [qsTr("Move about"), [["Space + " + qsTr("drag"), qsTr("Move the page (also middle or right button)")], ["Ctrl + " + qsTr("wheel"), qsTr("Zoom at the pointer")],
            ["Tab", qsTr("Next thing beside")], ["Enter", qsTr("Into a container")], ["Shift+Enter", qsTr("Out to its container")], ["Alt+" + qsTr("arrow"), qsTr("Along a link")]]],
        [qsTr("While dragging"), [["Ctrl", qsTr("No snapping, no nesting")], ["Shift", qsTr("One axis only; keeps the ratio of a size")], ["Alt", qsTr("At the start: a copy")],
            ["Ctrl+Alt+Shift", qsTr("Open room for more")], ["Esc", qsTr("Back to where it was")]]],
        [qsTr("Things"), [["F2", qsTr("Rename (or just type)")], [qsTr("Arrows"), qsTr("One step; with Shift ten, with Ctrl one pixel")], ["Del", qsTr("Delete")], ["/", qsTr("Search services")], ["Shift+F10", qsTr("Menu of the selection")]]]
    ]

    Flickable {
        id: scroller
        width: parent.width
        height: dialog.bodyHeight
        contentHeight: flow.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Flow {
            id: flow
            width: parent.width - 12
            spacing: 24
            Repeater {
                model: dialog.hands
                delegate: ShortcutGroup {
                    required property var modelData
                    title: modelData[0]
                    rows: modelData[1]
                }
            }
            Repeater {
                model: [qsTr("File"), qsTr("Edit"), qsTr("Insert"), qsTr("View"), qsTr("Arrange")]
                delegate: ShortcutGroup {
                    id: byCommand
                    required property string modelData
                    title: modelData
                    rows: {
                        const rows = []
                        for (let i = 0; i < dialog.commands.all.length; ++i) {
                            const command = dialog.commands.all[i]
                            if (command.group === modelData && command.keys !== "")
                                rows.push([command.keys, command.text])
                        }
                        return rows
                    }
                }
            }
        }
    }
    buttons: [
        SkyButton {
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    ]
}
