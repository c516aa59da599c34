// SPDX-License-Identifier: GPL-3.0-or-later
// Takes hold of a service in the palette: a drag carries it to the canvas, a double-click places it, a right-click keeps
// it among the favourites.
import QtQuick
import QtQuick.Window
import Skywright

MouseArea {
    id: area
    required property PaletteActions actions
    required property string service
    required property string preset
    property bool carrying: false
    property point from

    hoverEnabled: true
    acceptedButtons: Qt.LeftButton | Qt.RightButton
    preventStealing: true
    cursorShape: carrying ? Qt.ClosedHandCursor : Qt.ArrowCursor

    property bool takenBack: false // by Esc: nothing more until the button is up

    function begin(mouse) {
        if (carrying || takenBack || Math.hypot(mouse.x - from.x, mouse.y - from.y) <= 4)
            return
        carrying = true
        actions.canvas.beginPlacing(service, preset)
        actions.canvas.focusWanted() // so that Esc reaches it
    }
    onPressed: mouse => {
        from = Qt.point(mouse.x, mouse.y)
        takenBack = false
    }
    onPositionChanged: mouse => {
        if (!pressed || !(mouse.buttons & Qt.LeftButton))
            return
        begin(mouse)
        if (carrying && !actions.canvas.busyWithGesture) {
            carrying = false
            takenBack = true
            return
        }
        if (carrying) {
            const at = mapToItem(actions.canvas, mouse.x, mouse.y)
            ghost.at = mapToItem(null, mouse.x, mouse.y)
            actions.canvas.placingAt(at.x, at.y, mouse.modifiers)
        }
    }
    onReleased: mouse => {
        if (mouse.button === Qt.LeftButton)
            begin(mouse) // a quick hand lets go before the first move has been told
        if (!carrying) {
            if (mouse.button === Qt.RightButton)
                Preferences.toggleFavourite(preset === "" ? service : service + "/" + preset)
            return
        }
        carrying = false
        const at = mapToItem(actions.canvas, mouse.x, mouse.y)
        actions.canvas.drop(at.x, at.y, mouse.modifiers)
    }
    onCanceled: {
        carrying = false
        actions.canvas.cancelGesture()
    }
    onDoubleClicked: actions.place(service, preset)

    // A tile that follows the pointer.
    Item {
        id: ghost
        property point at
        parent: area.Window.contentItem
        visible: area.carrying && area.actions.canvas.busyWithGesture
        x: at.x - 20
        y: at.y - 20
        z: 100
        ServiceTile {
            side: 40
            service: area.service
            preset: area.preset
            opacity: 0.85
        }
    }
}
