// SPDX-License-Identifier: GPL-3.0-or-later
// Zoom out, the scale, zoom in, show everything, the minimap.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Shadowed {
    id: bar
    required property DiagramCanvas canvas
    required property Commands commands
    property bool mapShown: true
    signal mapToggled()

    width: row.implicitWidth + 8
    height: 36

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 0
        IconButton { iconName: "minus"; text: bar.commands.zoomOut.text; keys: bar.commands.zoomOut.keys; onClicked: bar.commands.zoomOut.trigger() }
        AbstractButton {
            id: figure
            width: 64
            height: Theme.control
            text: Math.round(bar.canvas.zoom * 100) + " %"
            focusPolicy: Qt.TabFocus
            onClicked: bar.commands.zoom100.trigger()
            background: Rectangle {
                radius: Theme.radiusControl
                color: figure.hovered ? Theme.hover : "transparent"
                border.width: figure.visualFocus ? 2 : 0
                border.color: Theme.focus
            }
            contentItem: SkyText {
                text: figure.text
                horizontalAlignment: Text.AlignHCenter
            }
            SkyToolTip { visible: figure.hovered; text: bar.commands.zoom100.text; keys: bar.commands.zoom100.keys }
        }
        IconButton { iconName: "plus"; text: bar.commands.zoomIn.text; keys: bar.commands.zoomIn.keys; onClicked: bar.commands.zoomIn.trigger() }
        Rectangle { width: 1; height: 20; color: Theme.border; anchors.verticalCenter: parent.verticalCenter }
        IconButton { iconName: "fit"; text: bar.commands.fit.text; keys: bar.commands.fit.keys; onClicked: bar.commands.fit.trigger() }
        IconButton { iconName: "map"; text: bar.mapShown ? qsTr("Hide the small map") : qsTr("Show the small map"); checked: bar.mapShown; onClicked: bar.mapToggled() }
    }
}
