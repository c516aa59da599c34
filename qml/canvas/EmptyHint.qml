// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty canvas says: one fact, one next step.
import QtQuick
import Skywright

Column {
    spacing: 8
    UiIcon {
        name: "plus"
        side: 24
        color: Theme.text3
        anchors.horizontalCenter: parent.horizontalCenter
    }
    SkyText {
        text: qsTr("Nothing is drawn yet")
        font.bold: true
        font.pixelSize: Theme.title
        anchors.horizontalCenter: parent.horizontalCenter
    }
    SkyText {
        text: qsTr("Drag a Region from the palette, or press / and type what you need.")
        color: Theme.text2
        anchors.horizontalCenter: parent.horizontalCenter
    }
}
