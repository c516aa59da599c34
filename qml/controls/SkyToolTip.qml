// SPDX-License-Identifier: GPL-3.0-or-later
// What a thing does, and the key for it.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

ToolTip {
    id: tip
    property string keys: ""
    delay: 500
    padding: 6
    leftPadding: 8
    rightPadding: 8
    contentItem: Row {
        spacing: 8
        SkyText {
            text: tip.text
            font.pixelSize: Theme.small
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 300)
            wrapMode: Text.WordWrap
        }
        KeyCap {
            visible: tip.keys !== ""
            text: tip.keys
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    background: Shadowed {}
}
