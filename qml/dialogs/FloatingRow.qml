// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a floating list: tile or glyph, words, and something on the right.
import QtQuick
import Skywright

Item {
    id: row
    property string service: ""
    property string preset: ""
    property string iconName: ""
    property string title: ""
    property string detail: ""
    property string heading: "" // of a group that begins here
    property bool current: false
    property bool possible: true
    signal clicked()
    signal entered()

    height: (heading === "" ? 0 : 26) + 36
    Accessible.role: Accessible.ListItem
    Accessible.name: title + " " + detail

    SkyText {
        visible: row.heading !== ""
        x: 16
        height: 26
        text: row.heading
        color: Theme.text3
        font.pixelSize: Theme.small
    }
    Rectangle {
        y: parent.height - 36
        x: 6
        width: parent.width - 12
        height: 36
        radius: Theme.radiusControl
        color: row.current ? Theme.selected : "transparent"
        ServiceTile {
            visible: row.service !== ""
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            side: 22
            service: row.service
            preset: row.preset
        }
        UiIcon {
            visible: row.service === "" && row.iconName !== ""
            x: 13
            anchors.verticalCenter: parent.verticalCenter
            name: row.iconName
        }
        SkyText {
            x: 44
            width: parent.width - 60 - right.implicitWidth
            height: parent.height
            text: row.title
            font.bold: row.current
            color: row.possible ? Theme.text : Theme.textDisabled
        }
        SkyText {
            id: right
            anchors.right: parent.right
            anchors.rightMargin: 10
            height: parent.height
            text: row.detail
            color: Theme.text2
            font.pixelSize: Theme.small
        }
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onPositionChanged: row.entered()
            onClicked: row.clicked()
        }
    }
}
