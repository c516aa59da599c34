// SPDX-License-Identifier: GPL-3.0-or-later
// One service that a search has found.
import QtQuick
import Skywright

Item {
    id: row
    required property PaletteActions actions
    required property string service
    required property string preset
    required property string name
    required property string fullName
    required property string description
    property bool current: false

    height: 36
    Accessible.role: Accessible.ListItem
    Accessible.name: fullName

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 8
        anchors.rightMargin: 8
        radius: Theme.radiusControl
        color: row.current ? Theme.selected : carry.containsMouse ? Theme.hover : "transparent"
    }
    ServiceTile {
        x: 16
        anchors.verticalCenter: parent.verticalCenter
        side: 24
        service: row.service
        preset: row.preset
        opacity: carry.carrying ? 0.4 : 1
    }
    SkyText {
        x: 50
        width: row.width - 62
        height: row.height
        text: row.fullName
    }
    CarryArea {
        id: carry
        anchors.fill: parent
        actions: row.actions
        service: row.service
        preset: row.preset
    }
}
