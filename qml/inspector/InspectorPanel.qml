// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, in words.
import QtQuick
import QtQuick.Window
import Skywright

Rectangle {
    id: panel
    required property Session session
    required property Window window
    property bool folded: false
    property int panelWidth: Preferences.rememberedNumber("inspector/width", window.width < 1440 ? 288 : 320)
    readonly property string lead: session.view.selectedElements.length > 0 ? session.view.selectedElements[0]
                                 : session.view.selectedLinks.length > 0 ? session.view.selectedLinks[0] : ""

    color: Theme.panel
    onPanelWidthChanged: Preferences.remember("inspector/width", panelWidth)
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Inspector")

    SkyText {
        visible: panel.lead === ""
        anchors.horizontalCenter: parent.horizontalCenter
        y: 40
        width: parent.width - 48
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
        color: Theme.text2
        text: qsTr("Select something to see what it is.")
    }
    SkyText {
        visible: panel.lead !== ""
        x: 12
        y: 16
        width: parent.width - 24
        font.pixelSize: Theme.title
        font.bold: true
        text: panel.session.document.revision >= 0 ? panel.session.editor.callOf(panel.lead) : ""
    }
}
