// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chooses once for all windows.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

SkyDialog {
    id: dialog
    title: qsTr("Settings")
    width: 480
    objectName: "settingsDialog"

    Column {
        width: parent.width
        spacing: 16
        SettingsRow {
            title: qsTr("Theme")
            choices: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            current: Preferences.theme
            onChosen: index => Preferences.theme = index
        }
        SettingsRow {
            title: qsTr("Language")
            choices: ["English", "한국어"]
            current: Preferences.korean ? 1 : 0
            onChosen: index => Preferences.korean = index === 1
        }
        SettingsRow {
            title: qsTr("The plain wheel")
            choices: [qsTr("By device"), qsTr("Zooms"), qsTr("Scrolls")]
            current: Preferences.wheel
            onChosen: index => Preferences.wheel = index
        }
        SettingsRow {
            title: qsTr("Motion")
            choices: [qsTr("Full"), qsTr("Reduced")]
            current: Preferences.reduceMotion ? 1 : 0
            onChosen: index => Preferences.reduceMotion = index === 1
        }
    }
    buttons: [
        SkyButton {
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    ]
}
