// SPDX-License-Identifier: GPL-3.0-or-later
// One service of the palette as a tile with its name.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

FocusScope {
    id: tile
    required property PaletteActions actions
    required property string service
    required property string preset
    required property string name
    required property string fullName
    required property string description
    required property bool favourite

    width: 72
    height: 66
    objectName: "tile-" + service + (preset === "" ? "" : "-" + preset)
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: fullName
    Accessible.description: description
    Accessible.onPressAction: actions.place(service, preset)
    Keys.onReturnPressed: actions.place(service, preset)
    Keys.onSpacePressed: actions.place(service, preset)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: drag.containsMouse && !drag.carrying ? Theme.hover : "transparent"
        border.width: tile.activeFocus ? 2 : 0
        border.color: Theme.focus
    }
    ServiceTile {
        service: tile.service
        preset: tile.preset
        anchors.horizontalCenter: parent.horizontalCenter
        y: 4
        opacity: drag.carrying ? 0.4 : 1
    }
    SkyText {
        y: 38
        x: 1
        width: parent.width - 2
        height: 28
        text: tile.name
        font.pixelSize: Theme.caption
        lineHeight: 13
        lineHeightMode: Text.FixedHeight
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignTop
        wrapMode: Text.WordWrap
        maximumLineCount: 2
    }
    CarryArea {
        id: drag
        anchors.fill: parent
        actions: tile.actions
        service: tile.service
        preset: tile.preset
    }
    SkyToolTip {
        visible: drag.containsMouse && !drag.pressed
        text: tile.fullName + (tile.description !== "" ? "\n" + tile.description : "")
    }
}
