// SPDX-License-Identifier: GPL-3.0-or-later
// One folding group of the palette.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Column {
    id: group
    required property PaletteActions actions
    required property string key
    required property string name
    required property int count
    required property bool open
    property bool shown: open

    AbstractButton {
        id: head
        width: group.width
        height: 32
        text: group.name
        focusPolicy: Qt.TabFocus
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: group.shown
        onClicked: group.shown = !group.shown
        background: Rectangle {
            color: head.hovered ? Theme.hover : "transparent"
            border.width: head.visualFocus ? 2 : 0
            border.color: Theme.focus
        }
        contentItem: Item {
            UiIcon {
                x: 10
                anchors.verticalCenter: parent.verticalCenter
                name: group.shown ? "chevron-down" : "chevron-right"
                side: 12
                color: Theme.text3
            }
            SkyText {
                x: 30
                width: parent.width - 60
                height: parent.height
                text: group.name
                font.bold: group.shown
                color: Theme.text2
            }
            SkyText {
                visible: !group.shown
                anchors.right: parent.right
                anchors.rightMargin: 14
                height: parent.height
                text: group.count
                color: Theme.text3
                font.pixelSize: Theme.caption
            }
        }
    }
    Grid {
        id: tiles
        visible: group.shown
        x: Math.max(4, (group.width - columns * 74 + 2) / 2)
        columns: Math.max(1, Math.floor((group.width - 16) / 74))
        columnSpacing: 2
        rowSpacing: 4
        bottomPadding: 6
        Repeater {
            model: PaletteModel { category: group.key }
            delegate: PaletteTile { actions: group.actions }
        }
    }
}
