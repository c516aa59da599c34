// SPDX-License-Identifier: GPL-3.0-or-later
// A key as it is printed on the board.
import QtQuick
import Skywright

Rectangle {
    property alias text: label.text
    implicitWidth: Math.max(18, label.implicitWidth + 8)
    implicitHeight: 18
    radius: 3
    color: Theme.hover
    border.color: Theme.borderStrong
    border.width: 1

    SkyText {
        id: label
        anchors.centerIn: parent
        color: Theme.text2
        font.pixelSize: Theme.caption
    }
}
