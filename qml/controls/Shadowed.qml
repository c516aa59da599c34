// SPDX-License-Identifier: GPL-3.0-or-later
// The background of popups, dialogs, toasts and floating bars: a raised card with the one shadow there is.
import QtQuick
import Skywright

Item {
    id: card
    property color color: Theme.raised
    property int radius: Theme.radiusPopup

    BorderImage {
        anchors.fill: parent
        anchors.margins: -24
        anchors.topMargin: -20
        anchors.bottomMargin: -28
        source: "image://shadow/" + card.radius + (Theme.dark ? "/dark" : "/light")
        border { left: 40; top: 40; right: 40; bottom: 40 }
    }
    Rectangle {
        anchors.fill: parent
        color: card.color
        radius: card.radius
        border.color: Theme.border
        border.width: 1
    }
}
