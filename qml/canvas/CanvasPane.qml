// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas with what floats over it: tools, zoom bar, minimap, the field a name is typed into.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

FocusScope {
    id: pane
    required property Session session
    required property Commands commands
    property alias canvas: canvas
    property bool mapShown: Preferences.rememberedFlag("minimap/shown", width > 1000)
    signal searchWanted()
    signal pickerWanted(string from, real x, real y, real pageX, real pageY)

    function takeFocus() { keys.forceActiveFocus() }
    function rename(id) { keys.rename(id) }
    function tidy() { tidyBar.start() }

    DiagramCanvas {
        id: canvas
        objectName: "canvas"
        anchors.fill: parent
        session: pane.session
        canvasColor: Theme.canvas
        dotColor: Theme.canvasDot
        focusColor: Theme.focus
        accentColor: Theme.accent
        acceptColor: Theme.okFill
        refuseColor: Theme.errorFill
        linkColor: Theme.link
        onSearchWanted: pane.searchWanted()
        onFocusWanted: pane.takeFocus()
        onRenameRequested: id => keys.rename(id)
        onMenuRequested: (x, y) => {
            contextMenu.popup(canvas, x, y)
        }
        onPickerRequested: (from, x, y, pageX, pageY) => pane.pickerWanted(from, x, y, pageX, pageY)
    }
    ContextMenu {
        id: contextMenu
        commands: pane.commands
        onClosed: pane.takeFocus()
    }
    NameInput {
        id: keys
        session: pane.session
        canvas: canvas
        commands: pane.commands
    }

    Ruler {
        visible: Preferences.rulers
        width: pane.width
        height: 20
        canvas: canvas
        paper: Theme.panel
        ink: Theme.text3
        line: Theme.borderStrong
        mark: Theme.focus
        family: Theme.family
    }
    Ruler {
        visible: Preferences.rulers
        width: 20
        height: pane.height
        down: true
        canvas: canvas
        paper: Theme.panel
        ink: Theme.text3
        line: Theme.borderStrong
        mark: Theme.focus
        family: Theme.family
    }
    Rectangle {
        visible: Preferences.rulers
        width: 20
        height: 20
        color: Theme.panel
        border.color: Theme.borderStrong
    }
    TidyBar {
        id: tidyBar
        parent: pane
        x: Math.round((pane.width - width) / 2)
        y: pane.height - height - 72
        session: pane.session
        canvas: canvas
    }
    EmptyHint {
        anchors.centerIn: parent
        visible: pane.session.document.elementCount === 0 && !canvas.busyWithGesture
    }

    CanvasTools {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: 16
        session: pane.session
        canvas: canvas
    }
    Shadowed {
        id: map
        visible: pane.mapShown && pane.session.document.elementCount > 0
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 16
        width: 168
        height: 100
        radius: Theme.radiusControl
        color: Theme.canvas
        MiniMap {
            anchors.fill: parent
            anchors.margins: 1
            canvas: canvas
            frameColor: Theme.focus
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The whole drawing in small")
        }
    }
    ZoomBar {
        anchors.right: map.visible ? map.left : parent.right
        anchors.rightMargin: map.visible ? 12 : 16
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        canvas: canvas
        commands: pane.commands
        mapShown: pane.mapShown
        onMapToggled: {
            pane.mapShown = !pane.mapShown
            Preferences.remember("minimap/shown", pane.mapShown)
        }
    }
}
