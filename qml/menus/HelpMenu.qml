// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: menu
    required property Commands commands
    title: qsTr("Help")

    SkyMenuItem { action: menu.commands.shortcuts }
    SkyMenuItem { action: menu.commands.palette }
    SkySeparator {}
    SkyMenuItem {
        enabled: false
        text: qsTr("Skywright %1").arg(Qt.application.version)
    }
}
