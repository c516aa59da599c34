// SPDX-License-Identifier: GPL-3.0-or-later
// The line between two panels: 1 px drawn, 7 px to take hold of; a double-click folds.
import QtQuick
import Skywright

Item {
    id: divider
    property bool movable: true
    property int side: 1 // 1: the panel is at the left of it, -1: at the right
    property int panelWidth: 0
    signal dragged(int width)
    signal folded()

    width: 1
    Rectangle {
        anchors.fill: parent
        color: grip.containsMouse || grip.pressed ? Theme.focus : Theme.border
    }
    MouseArea {
        id: grip
        enabled: divider.movable
        anchors.fill: parent
        anchors.leftMargin: -3
        anchors.rightMargin: -3
        hoverEnabled: true
        cursorShape: Qt.SplitHCursor
        property real startX: 0
        property int startWidth: 0
        onPressed: mouse => {
            startX = mapToItem(null, mouse.x, 0).x
            startWidth = divider.panelWidth
        }
        onPositionChanged: mouse => {
            if (pressed)
                divider.dragged(startWidth + divider.side * (mapToItem(null, mouse.x, 0).x - startX))
        }
        onDoubleClicked: divider.folded()
    }
}
