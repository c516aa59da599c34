// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: menu
    required property Commands commands
    title: qsTr("Arrange")

    SkyMenuItem { action: menu.commands.alignLeft }
    SkyMenuItem { action: menu.commands.alignMiddle }
    SkyMenuItem { action: menu.commands.alignRight }
    SkyMenuItem { action: menu.commands.alignTop }
    SkyMenuItem { action: menu.commands.alignCentre }
    SkyMenuItem { action: menu.commands.alignBottom }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.distributeAcross }
    SkyMenuItem { action: menu.commands.distributeDown }
    SkyMenuItem { action: menu.commands.sameSize }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.group }
    SkyMenuItem { action: menu.commands.ungroup }
    SkyMenuItem { action: menu.commands.lock }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.tidy }
    SkyMenuItem { action: menu.commands.makePublic }
    SkyMenuItem { action: menu.commands.makePrivate }
    SkyMenuItem { action: menu.commands.makeIsolated }
    SkyMenuItem { action: menu.commands.addZone }
}
