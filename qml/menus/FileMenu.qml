// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: menu
    required property Commands commands
    required property Session session
    title: qsTr("File")

    SkyMenuItem { action: menu.commands.newWindow }
    SkyMenuItem { action: menu.commands.newFromTemplate }
    SkyMenuItem { action: menu.commands.open }
    SkyMenu {
        id: recent
        title: qsTr("Open recent")
        enabled: Preferences.recentFiles.length > 0
        Instantiator {
            model: Preferences.recentFiles
            delegate: SkyMenuItem {
                required property string modelData
                text: modelData.split("/").pop()
                onTriggered: menu.session.openWindow(modelData, false)
            }
            onObjectAdded: (index, object) => recent.insertItem(index, object as SkyMenuItem)
            onObjectRemoved: (index, object) => recent.removeItem(object as SkyMenuItem)
        }
    }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.save }
    SkyMenuItem { action: menu.commands.saveAs }
    SkyMenuItem { action: menu.commands.revert }
    SkyMenuItem { action: menu.commands.exportPicture }
    SkySeparator {}
    SkyMenuItem { action: menu.commands.close }
}
