// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: menu
    required property Commands commands
    title: qsTr("View")

    SkyMenuItem { action: menu.commands.zoomIn }
    SkyMenuItem { action: menu.commands.zoomOut }
    SkyMenuItem { action: menu.commands.zoom100 }
    SkyMenuItem { action: menu.commands.fit }
    SkyMenuItem { action: menu.commands.fitSelection }
    SkyMenuItem { action: menu.commands.rulers }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.lightTheme }
    SkyMenuItem { action: menu.commands.darkTheme }
    SkyMenuItem { action: menu.commands.systemTheme }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.english }
    SkyMenuItem { action: menu.commands.korean }
}
