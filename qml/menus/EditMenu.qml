// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: menu
    required property Commands commands
    title: qsTr("Edit")

    SkyMenuItem { action: menu.commands.undo }
    SkyMenuItem { action: menu.commands.redo }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.cut }
    SkyMenuItem { action: menu.commands.copy }
    SkyMenuItem { action: menu.commands.paste }
    SkyMenuItem { action: menu.commands.duplicate }
    SkyMenuItem { action: menu.commands.copyPicture }
    SkyMenuItem { action: menu.commands.copySettings }
    SkyMenuItem { action: menu.commands.pasteSettings }
    SkyMenuItem { action: menu.commands.remove }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.rename }
    SkyMenuItem { action: menu.commands.connectTo }
    SkyMenuItem { action: menu.commands.selectAll }
    SkyMenuItem { action: menu.commands.find }
    SkyMenuItem { action: menu.commands.palette }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.settings }
}
