// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

SkyMenu {
    id: fileMenu
    required property Commands commands
    required property Session session
    title: qsTr("File")

    SkyMenuItem { action: fileMenu.commands.newWindow }
    SkyMenuItem { action: fileMenu.commands.newFromTemplate }
    SkyMenuItem { action: fileMenu.commands.open }
    SkyMenu {
        id: recent
        title: qsTr("Open recent")
        enabled: Preferences.recentFiles.length > 0
        Instantiator {
            model: Preferences.recentFiles
            delegate: SkyMenuItem {
                id: recentItem
                required property string modelData
                text: recentItem.modelData.split("/").pop()
                onTriggered: fileMenu.session.openWindow(recentItem.modelData, false)
            }
            onObjectAdded: (index, object) => recent.insertItem(index, object as SkyMenuItem)
            onObjectRemoved: (index, object) => recent.removeItem(object as SkyMenuItem)
        }
    }
    SkySeparator {}
    SkyMenuItem { action: fileMenu.commands.save }
    SkyMenuItem { action: fileMenu.commands.saveAs }
    SkyMenuItem { action: fileMenu.commands.revert }
    SkyMenuItem { action: fileMenu.commands.exportPicture }
    SkyMenuItem { action: fileMenu.commands.printDrawing }
    SkySeparator {}
    SkyMenuItem { action: fileMenu.commands.close }
}
