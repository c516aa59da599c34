// SPDX-License-Identifier: GPL-3.0-or-later
// The menu at the pointer: what can be done with what is selected, at most ten rows.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: menu
    required property Commands commands
    readonly property bool things: commands.elements > 0

    SkyMenuItem { action: menu.commands.rename; visible: menu.commands.some }
    SkyMenuItem { action: menu.commands.connectTo; visible: menu.commands.elements === 1 }
    SkyMenuItem { action: menu.commands.addZone; visible: menu.commands.zone }
    SkyMenuItem { action: menu.commands.makePublic; visible: menu.commands.subnet }
    SkyMenuItem { action: menu.commands.makePrivate; visible: menu.commands.subnet }
    SkyMenuItem { action: menu.commands.reverse; visible: menu.commands.links > 0 }
    SkyMenuItem { action: menu.commands.straighten; visible: menu.commands.links > 0 }
    SkySeparator { visible: menu.commands.some; height: visible ? implicitHeight : 0 }
    SkyMenuItem { action: menu.commands.copy; visible: menu.things }
    SkyMenuItem { action: menu.commands.paste }
    SkyMenuItem { action: menu.commands.duplicate; visible: menu.things }
    SkyMenuItem { action: menu.commands.selectAll; visible: !menu.commands.some }
    SkyMenuItem { action: menu.commands.fit; visible: !menu.commands.some }
    SkySeparator { visible: menu.commands.some; height: visible ? implicitHeight : 0 }
    SkyMenuItem { action: menu.commands.remove; visible: menu.commands.some; dangerous: true }
}
