// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the program does by command, once: menus, buttons, the command palette and the list of shortcuts show these.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Item {
    id: commands
    required property Session session
    required property DiagramCanvas canvas

    signal welcomeWanted()
    signal openWanted()
    signal saveWanted()
    signal saveAsWanted()
    signal exportWanted()
    signal tidyWanted()
    signal pictureWanted()
    signal findWanted()
    signal paletteWanted()
    signal shortcutsWanted()
    signal settingsWanted()
    signal printWanted()
    signal closeWanted()
    signal connectWanted(string id)
    signal renameWanted(string id)

    readonly property bool some: session.view.selectionCount > 0
    readonly property int elements: session.view.selectedElements.length
    readonly property int links: session.view.selectedLinks.length
    readonly property string lead: session.view.selectedElements[0] ?? session.view.selectedLinks[0] ?? "" // counts may lag behind
    readonly property bool zone: elements > 0 && session.editor.selectionHas("zone")
    readonly property bool subnet: elements > 0 && session.editor.selectionHas("subnet")
    readonly property bool container: elements > 0 && session.editor.selectionHas("container")
    readonly property bool locked: {
        session.document.revision // locking is an edit
        return elements > 0 && session.editor.selectionHas("locked")
    }

    readonly property list<Command> all: [newWindow, newFromTemplate, open, save, saveAs, revert, exportPicture, printDrawing, close,
        undo, redo, cut, copy, copyPicture, paste, copySettings, pasteSettings, duplicate, remove, rename, selectAll, find, palette, connectTo, reverse, straighten,
        zoomIn, zoomOut, zoom100, fit, fitSelection,
        alignLeft, alignMiddle, alignRight, alignTop, alignCentre, alignBottom, distributeAcross, distributeDown, sameSize,
        group, ungroup, lock, makePublic, makePrivate, makeIsolated, addZone, tidy,
        rulers, lightTheme, darkTheme, systemTheme, english, korean, settings, shortcuts]

    // File
    property alias newWindow: newWindow
    property alias newFromTemplate: newFromTemplate
    property alias open: open
    property alias save: save
    property alias saveAs: saveAs
    property alias revert: revert
    property alias exportPicture: exportPicture
    property alias close: close
    property alias printDrawing: printDrawing
    Command { id: newWindow; group: qsTr("File"); text: qsTr("New window"); keys: "Ctrl+N"; shortcut: "Ctrl+N"; iconName: "plus"; onTriggered: commands.session.openWindow("", true) }
    Command { id: newFromTemplate; group: qsTr("File"); text: qsTr("New from a template…"); iconName: "plus"; onTriggered: commands.welcomeWanted() }
    Command { id: open; group: qsTr("File"); text: qsTr("Open…"); keys: "Ctrl+O"; shortcut: "Ctrl+O"; iconName: "open"; onTriggered: commands.openWanted() }
    Command { id: save; group: qsTr("File"); text: qsTr("Save"); keys: "Ctrl+S"; shortcut: "Ctrl+S"; iconName: "save"; onTriggered: commands.saveWanted() }
    Command { id: saveAs; group: qsTr("File"); text: qsTr("Save as…"); keys: "Ctrl+Shift+S"; shortcut: "Ctrl+Shift+S"; onTriggered: commands.saveAsWanted() }
    Command { id: revert; group: qsTr("File"); text: qsTr("Revert to the saved file"); enabled: !commands.session.document.untitled && commands.session.document.modified; onTriggered: commands.session.document.revert() }
    Command { id: exportPicture; group: qsTr("File"); text: qsTr("Export…"); keys: "Ctrl+E"; shortcut: "Ctrl+E"; iconName: "export"; onTriggered: commands.exportWanted() }
    Command { id: printDrawing; group: qsTr("File"); text: qsTr("Print…"); keys: "Ctrl+P"; shortcut: "Ctrl+P"; enabled: commands.session.document.elementCount > 0; onTriggered: commands.printWanted() }
    Command { id: close; group: qsTr("File"); text: qsTr("Close"); keys: "Ctrl+W"; shortcut: "Ctrl+W"; onTriggered: commands.closeWanted() }

    // Edit
    property alias undo: undo
    property alias redo: redo
    property alias cut: cut
    property alias copy: copy
    property alias paste: paste
    property alias copyPicture: copyPicture
    property alias copySettings: copySettings
    property alias pasteSettings: pasteSettings
    property alias duplicate: duplicate
    property alias remove: remove
    property alias rename: rename
    property alias selectAll: selectAll
    property alias find: find
    property alias palette: palette
    Command { id: undo; group: qsTr("Edit"); text: commands.session.document.canUndo ? qsTr("Undo: %1").arg(commands.session.document.undoName) : qsTr("Undo"); keys: "Ctrl+Z"; shortcut: "Ctrl+Z"; iconName: "undo"; enabled: commands.session.document.canUndo; onTriggered: commands.session.document.undo() }
    Command { id: redo; group: qsTr("Edit"); text: commands.session.document.canRedo ? qsTr("Redo: %1").arg(commands.session.document.redoName) : qsTr("Redo"); keys: "Ctrl+Y"; shortcut: "Ctrl+Y"; iconName: "redo"; enabled: commands.session.document.canRedo; onTriggered: commands.session.document.redo() }
    Command { id: cut; group: qsTr("Edit"); text: qsTr("Cut"); keys: "Ctrl+X"; shortcut: "Ctrl+X"; enabled: commands.elements > 0; onTriggered: commands.session.editor.cut() }
    Command { id: copy; group: qsTr("Edit"); text: qsTr("Copy"); keys: "Ctrl+C"; shortcut: "Ctrl+C"; enabled: commands.elements > 0; onTriggered: commands.session.editor.copy() }
    Command { id: copyPicture; group: qsTr("Edit"); text: qsTr("Copy as a picture"); keys: "Ctrl+Shift+C"; shortcut: "Ctrl+Shift+C"; enabled: commands.session.document.elementCount > 0; onTriggered: commands.pictureWanted() }
    Command { id: paste; group: qsTr("Edit"); text: qsTr("Paste"); keys: "Ctrl+V"; shortcut: "Ctrl+V"; onTriggered: commands.session.editor.paste() }
    Command { id: copySettings; group: qsTr("Edit"); text: qsTr("Copy the settings"); keys: "Ctrl+Alt+C"; shortcut: "Ctrl+Alt+C"; enabled: commands.elements > 0; onTriggered: commands.session.editor.copySettings() }
    Command { id: pasteSettings; group: qsTr("Edit"); text: qsTr("Paste the settings"); keys: "Ctrl+Alt+V"; shortcut: "Ctrl+Alt+V"; enabled: commands.elements > 0; onTriggered: commands.session.editor.pasteSettings() }
    Command { id: duplicate; group: qsTr("Edit"); text: qsTr("Duplicate"); keys: "Ctrl+D"; shortcut: "Ctrl+D"; enabled: commands.elements > 0; onTriggered: commands.session.editor.duplicate() }
    Command { id: remove; group: qsTr("Edit"); text: qsTr("Delete"); keys: "Del"; iconName: "close"; enabled: commands.some; onTriggered: commands.session.editor.remove() }
    Command { id: rename; group: qsTr("Edit"); text: qsTr("Rename"); keys: "F2"; enabled: commands.some; onTriggered: commands.renameWanted(commands.lead) }
    Command { id: selectAll; group: qsTr("Edit"); text: qsTr("Select all"); keys: "Ctrl+A"; shortcut: "Ctrl+A"; onTriggered: commands.session.view.selectAll() }
    Command { id: find; group: qsTr("Edit"); text: qsTr("Find…"); keys: "Ctrl+F"; shortcut: "Ctrl+F"; iconName: "search"; onTriggered: commands.findWanted() }
    Command { id: palette; group: qsTr("Edit"); text: qsTr("Commands…"); keys: "Ctrl+K"; shortcut: "Ctrl+K"; listed: false; onTriggered: commands.paletteWanted() }

    // Links
    property alias connectTo: connectTo
    property alias reverse: reverse
    property alias straighten: straighten
    Command { id: connectTo; group: qsTr("Insert"); text: qsTr("Connect to…"); keys: "Ctrl+Enter"; shortcut: "Ctrl+Return"; iconName: "connect"; enabled: commands.elements === 1; onTriggered: commands.connectWanted(commands.lead) }
    Command { id: reverse; group: qsTr("Insert"); text: qsTr("Turn the link round"); enabled: commands.links > 0; onTriggered: commands.session.editor.reverseLinks() }
    Command { id: straighten; group: qsTr("Insert"); text: qsTr("Remove the link's bends"); enabled: commands.links > 0; onTriggered: commands.session.editor.clearWaypoints() }

    // View
    property alias zoomIn: zoomIn
    property alias zoomOut: zoomOut
    property alias zoom100: zoom100
    property alias fit: fit
    property alias fitSelection: fitSelection
    Command { id: zoomIn; group: qsTr("View"); text: qsTr("Zoom in"); keys: "Ctrl++"; shortcut: "Ctrl+="; iconName: "plus"; onTriggered: commands.canvas.zoomBy(1.2) }
    Command { id: zoomOut; group: qsTr("View"); text: qsTr("Zoom out"); keys: "Ctrl+-"; shortcut: "Ctrl+-"; iconName: "minus"; onTriggered: commands.canvas.zoomBy(1 / 1.2) }
    Command { id: zoom100; group: qsTr("View"); text: qsTr("Zoom to 100 %"); keys: "Ctrl+0"; shortcut: "Ctrl+0"; onTriggered: commands.canvas.zoomTo(1) }
    Command { id: fit; group: qsTr("View"); text: qsTr("Show everything"); keys: "Ctrl+1"; shortcut: "Ctrl+1"; iconName: "fit"; onTriggered: commands.canvas.fitAll() }
    Command { id: fitSelection; group: qsTr("View"); text: qsTr("Show the selection"); keys: "Ctrl+2"; shortcut: "Ctrl+2"; enabled: commands.some; onTriggered: commands.canvas.fitSelection() }

    // Arrange
    property alias alignLeft: alignLeft
    property alias alignMiddle: alignMiddle
    property alias alignRight: alignRight
    property alias alignTop: alignTop
    property alias alignCentre: alignCentre
    property alias alignBottom: alignBottom
    property alias distributeAcross: distributeAcross
    property alias distributeDown: distributeDown
    property alias sameSize: sameSize
    property alias group: group
    property alias ungroup: ungroup
    property alias lock: lock
    property alias makePublic: makePublic
    property alias makePrivate: makePrivate
    property alias makeIsolated: makeIsolated
    property alias addZone: addZone
    property alias tidy: tidy
    Command { id: alignLeft; group: qsTr("Arrange"); text: qsTr("Align left edges"); keys: "Ctrl+Shift+←"; shortcut: "Ctrl+Shift+Left"; enabled: commands.elements > 1; onTriggered: commands.session.editor.align("left") }
    Command { id: alignMiddle; group: qsTr("Arrange"); text: qsTr("Align on a vertical axis"); enabled: commands.elements > 1; onTriggered: commands.session.editor.align("middle") }
    Command { id: alignRight; group: qsTr("Arrange"); text: qsTr("Align right edges"); keys: "Ctrl+Shift+→"; shortcut: "Ctrl+Shift+Right"; enabled: commands.elements > 1; onTriggered: commands.session.editor.align("right") }
    Command { id: alignTop; group: qsTr("Arrange"); text: qsTr("Align top edges"); keys: "Ctrl+Shift+↑"; shortcut: "Ctrl+Shift+Up"; enabled: commands.elements > 1; onTriggered: commands.session.editor.align("top") }
    Command { id: alignCentre; group: qsTr("Arrange"); text: qsTr("Align on a horizontal axis"); enabled: commands.elements > 1; onTriggered: commands.session.editor.align("centre") }
    Command { id: alignBottom; group: qsTr("Arrange"); text: qsTr("Align bottom edges"); keys: "Ctrl+Shift+↓"; shortcut: "Ctrl+Shift+Down"; enabled: commands.elements > 1; onTriggered: commands.session.editor.align("bottom") }
    Command { id: distributeAcross; group: qsTr("Arrange"); text: qsTr("Equal gaps across"); enabled: commands.elements > 2; onTriggered: commands.session.editor.distribute(true) }
    Command { id: distributeDown; group: qsTr("Arrange"); text: qsTr("Equal gaps down"); enabled: commands.elements > 2; onTriggered: commands.session.editor.distribute(false) }
    Command { id: sameSize; group: qsTr("Arrange"); text: qsTr("Same size"); enabled: commands.elements > 1; onTriggered: commands.session.editor.sameSize() }
    Command { id: group; group: qsTr("Arrange"); text: qsTr("Group"); keys: "Ctrl+G"; shortcut: "Ctrl+G"; enabled: commands.elements > 0; onTriggered: commands.session.editor.group() }
    Command { id: ungroup; group: qsTr("Arrange"); text: qsTr("Ungroup"); keys: "Ctrl+Shift+G"; shortcut: "Ctrl+Shift+G"; enabled: commands.container; onTriggered: commands.session.editor.ungroup() }
    Command { id: lock; group: qsTr("Arrange"); text: commands.locked ? qsTr("Unlock") : qsTr("Lock in place"); keys: "Ctrl+Shift+L"; shortcut: "Ctrl+Shift+L"; iconName: "lock"; enabled: commands.elements > 0; onTriggered: commands.session.editor.toggleLock() }
    Command { id: makePublic; group: qsTr("Arrange"); text: qsTr("Make the subnet public"); enabled: commands.subnet; onTriggered: commands.session.editor.setAccess("public") }
    Command { id: makePrivate; group: qsTr("Arrange"); text: qsTr("Make the subnet private"); enabled: commands.subnet; onTriggered: commands.session.editor.setAccess("private") }
    Command { id: makeIsolated; group: qsTr("Arrange"); text: qsTr("Isolate the subnet"); enabled: commands.subnet; onTriggered: commands.session.editor.setAccess("isolated") }
    Command { id: tidy; group: qsTr("Arrange"); text: commands.elements > 0 ? qsTr("Tidy the selection…") : qsTr("Tidy…"); keys: "Ctrl+Shift+T"; shortcut: "Ctrl+Shift+T"; enabled: commands.session.document.elementCount > 0; onTriggered: commands.tidyWanted() }
    Command { id: addZone; group: qsTr("Arrange"); text: qsTr("Add a zone like this one"); enabled: commands.zone; onTriggered: commands.session.editor.addZoneLike() }

    // Settings and help
    property alias rulers: rulers
    property alias lightTheme: lightTheme
    property alias darkTheme: darkTheme
    property alias systemTheme: systemTheme
    property alias english: english
    property alias korean: korean
    property alias settings: settings
    property alias shortcuts: shortcuts
    Command { id: rulers; group: qsTr("View"); text: qsTr("Rulers"); checkable: true; checked: Preferences.rulers; onTriggered: Preferences.rulers = !Preferences.rulers }
    Command { id: lightTheme; group: qsTr("View"); text: qsTr("Light theme"); checkable: true; checked: Preferences.theme === Preferences.ThemeChoice.Light; onTriggered: Preferences.theme = Preferences.ThemeChoice.Light }
    Command { id: darkTheme; group: qsTr("View"); text: qsTr("Dark theme"); checkable: true; checked: Preferences.theme === Preferences.ThemeChoice.Dark; onTriggered: Preferences.theme = Preferences.ThemeChoice.Dark }
    Command { id: systemTheme; group: qsTr("View"); text: qsTr("The system's theme"); checkable: true; checked: Preferences.theme === Preferences.ThemeChoice.System; onTriggered: Preferences.theme = Preferences.ThemeChoice.System }
    Command { id: english; group: qsTr("View"); text: "English"; checkable: true; checked: !Preferences.korean; onTriggered: Preferences.korean = false }
    Command { id: korean; group: qsTr("View"); text: "한국어"; checkable: true; checked: Preferences.korean; onTriggered: Preferences.korean = true }
    Command { id: settings; group: qsTr("Edit"); text: qsTr("Settings…"); keys: "Ctrl+,"; shortcut: "Ctrl+,"; iconName: "settings"; onTriggered: commands.settingsWanted() }
    Command { id: shortcuts; group: qsTr("Help"); text: qsTr("Keyboard shortcuts"); keys: "?"; iconName: "info"; onTriggered: commands.shortcutsWanted() }

    Shortcut { sequence: "Ctrl+Shift+Z"; enabled: commands.session.document.canRedo; onActivated: commands.session.document.redo() }
    Shortcut { sequence: "Ctrl++"; onActivated: commands.canvas.zoomBy(1.2) }

    // Keys that a text input would keep for itself: the canvas' invisible one hands them on. False: not a command.
    function key(event) {
        const control = event.modifiers & Qt.ControlModifier
        const shift = event.modifiers & Qt.ShiftModifier
        if (!control || (event.modifiers & Qt.AltModifier))
            return false
        let command = null
        switch (event.key) {
        case Qt.Key_Z: command = shift ? redo : undo; break
        case Qt.Key_Y: command = redo; break
        case Qt.Key_X: command = cut; break
        case Qt.Key_C: command = shift ? copyPicture : copy; break
        case Qt.Key_V: command = paste; break
        case Qt.Key_A: command = selectAll; break
        case Qt.Key_D: command = duplicate; break
        case Qt.Key_K: command = palette; break
        case Qt.Key_E: command = exportPicture; break
        case Qt.Key_T: command = shift ? tidy : null; break
        case Qt.Key_S: command = shift ? saveAs : save; break
        case Qt.Key_O: command = open; break
        case Qt.Key_N: command = newWindow; break
        case Qt.Key_W: command = close; break
        case Qt.Key_P: command = printDrawing; break
        case Qt.Key_L: command = shift ? lock : null; break
        case Qt.Key_G: command = shift ? ungroup : group; break
        case Qt.Key_0: command = zoom100; break
        case Qt.Key_1: command = fit; break
        case Qt.Key_2: command = fitSelection; break
        case Qt.Key_F: command = find; break
        case Qt.Key_Left: command = shift ? alignLeft : null; break
        case Qt.Key_Right: command = shift ? alignRight : null; break
        case Qt.Key_Up: command = shift ? alignTop : null; break
        case Qt.Key_Down: command = shift ? alignBottom : null; break
        case Qt.Key_Return:
        case Qt.Key_Enter: command = connectTo; break
        }
        if (command === null)
            return false
        if (command.enabled)
            command.trigger()
        return true
    }
}
