// SPDX-License-Identifier: GPL-3.0-or-later
// The program's mark: a house with a place in it.
import QtQuick
import Skywright

Rectangle {
    id: mark
    property int side: 24
    width: side
    height: side
    radius: side / 4
    color: Theme.accent
    UiIcon {
        anchors.centerIn: parent
        name: "mark"
        color: Theme.accentInk
        side: Math.round(mark.side * 0.72)
    }
}
