// SPDX-License-Identifier: GPL-3.0-or-later
// A template: its picture, its name, what it is about.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Skywright

AbstractButton {
    id: card
    required property string key
    required property string name
    required property string description

    objectName: "template-" + key
    height: 236
    text: name
    focusPolicy: Qt.TabFocus
    Accessible.name: name
    Accessible.description: description
    Keys.onReturnPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.raised
        border.color: card.visualFocus || card.hovered ? Theme.focus : Theme.border
        border.width: card.visualFocus || card.hovered ? 2 : 1
    }
    contentItem: Item {
        Rectangle {
            x: 2
            y: 2
            width: parent.width - 4
            height: 170
            color: Theme.canvas
            UiIcon {
                visible: card.key === ""
                anchors.centerIn: parent
                name: "plus"
                side: 24
                color: Theme.accentText
            }
            Image {
                visible: card.key !== ""
                anchors.fill: parent
                anchors.margins: 8
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                sourceSize.width: width * Screen.devicePixelRatio
                sourceSize.height: height * Screen.devicePixelRatio
                source: card.key === "" || width <= 0 ? "" : "image://template/" + card.key + (Theme.dark ? "/dark" : "/light") + (Preferences.korean ? "/ko" : "/en")
            }
        }
        Rectangle { y: 172; width: parent.width; height: 1; color: Theme.border }
        SkyText { x: 12; y: 180; width: parent.width - 24; text: card.name; font.bold: true }
        SkyText { x: 12; y: 204; width: parent.width - 24; text: card.description; color: Theme.text2; font.pixelSize: Theme.small }
    }
}
