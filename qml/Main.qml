// SPDX-License-Identifier: GPL-3.0-or-later
// One window: top bar, palette, canvas, inspector, status bar, and the pages and dialogs over them.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Skywright

ApplicationWindow {
    id: window
    required property Session session
    property bool welcome: false
    readonly property bool narrow: width < 1440
    property bool closing: false

    width: Math.min(1600, Screen.desktopAvailableWidth)
    height: Math.min(1000, Screen.desktopAvailableHeight)
    minimumWidth: 960
    minimumHeight: 600
    visible: true
    color: Theme.window
    title: (session.document.modified ? "• " : "") + session.document.title + " — Skywright"
    font.family: Theme.family
    font.pixelSize: Theme.body

    Commands {
        id: commands
        session: window.session
        canvas: pane.canvas
        onWelcomeWanted: welcomePage.visible = true
        onOpenWanted: files.open()
        onSaveWanted: window.save()
        onSaveAsWanted: files.saveAs()
        onTidyWanted: pane.tidy()
        onExportWanted: exportDialog.open()
        onPictureWanted: exportDialog.copy()
        onPrintWanted: exportDialog.printDrawing()
        onFindWanted: finder.start()
        onPaletteWanted: commandPalette.open()
        onShortcutsWanted: shortcutsDialog.open()
        onConnectWanted: id => picker.openFor(id)
        onRenameWanted: id => pane.rename(id)
        onSettingsWanted: settingsDialog.open()
        onCloseWanted: window.close()
    }

    function save() {
        if (session.document.untitled)
            files.saveAs()
        else
            session.document.save()
    }

    onClosing: event => {
        if (!closing && session.document.modified) {
            event.accepted = false
            unsavedDialog.ask(() => { window.closing = true; window.close() })
            return
        }
        session.document.close()
        session.windowClosed()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TopBar {
            id: topBar
            Layout.fillWidth: true
            session: window.session
            commands: commands
            narrow: window.narrow
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            PalettePanel {
                id: palette
                Layout.fillHeight: true
                Layout.preferredWidth: folded ? 44 : panelWidth
                session: window.session
                canvas: pane.canvas
                narrow: window.width < 1440
            }
            Divider {
                Layout.fillHeight: true
                panelWidth: palette.panelWidth
                movable: !palette.folded
                onDragged: width => palette.panelWidth = Math.max(200, Math.min(320, width))
                onFolded: palette.fold(true)
            }
            CanvasPane {
                id: pane
                Layout.fillWidth: true
                Layout.fillHeight: true
                session: window.session
                commands: commands
                onSearchWanted: palette.focusSearch()
                onPickerWanted: (from, x, y, pageX, pageY) => picker.openAt(from, x, y, pageX, pageY)
            }
            Divider {
                Layout.fillHeight: true
                side: -1
                movable: !inspector.folded
                panelWidth: inspector.panelWidth
                onDragged: width => inspector.panelWidth = Math.max(280, Math.min(480, width))
                onFolded: inspector.folded = true
            }
            InspectorPanel {
                id: inspector
                Layout.fillHeight: true
                Layout.preferredWidth: folded ? 44 : panelWidth
                session: window.session
                onEscaped: pane.takeFocus()
            }
        }
        StatusBar {
            id: statusBar
            Layout.fillWidth: true
            session: window.session
            canvas: pane.canvas
            narrow: window.narrow
        }
    }

    Regions {
        regions: [topBar, palette, pane, inspector, statusBar]
        onCanvasWanted: pane.takeFocus()
        canvas: pane
    }

    WelcomePage {
        id: welcomePage
        anchors.fill: parent
        visible: window.welcome
        session: window.session
        onOpenWanted: files.open()
        onDone: {
            visible = false
            pane.takeFocus()
        }
    }

    DropArea {
        anchors.fill: parent
        onEntered: drag => drag.accepted = drag.hasUrls
        onDropped: drop => files.openUrls(drop.urls)
    }

    FileDialogs {
        id: files
        session: window.session
        onOpened: {
            welcomePage.visible = false
            pane.takeFocus()
        }
    }
    UnsavedDialog {
        id: unsavedDialog
        session: window.session
        onNameWanted: then => files.saveAs(then)
    }
    RecoveryDialog {
        id: recoveryDialog
        session: window.session
        onRestored: welcomePage.visible = false
    }
    ExportDialog {
        id: exportDialog
        session: window.session
        onTold: (kind, what) => toasts.tell(kind, what, "")
    }
    ShortcutsDialog {
        id: shortcutsDialog
        commands: commands
    }
    SettingsDialog { id: settingsDialog }
    CommandPalette {
        id: commandPalette
        session: window.session
        commands: commands
    }
    Finder {
        id: finder
        session: window.session
        canvas: pane.canvas
        onLeft: pane.takeFocus()
    }
    ConnectPicker {
        id: picker
        session: window.session
        canvas: pane.canvas
    }
    Toasts {
        id: toasts
        parent: pane
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 72
    }

    Connections {
        target: window.session.document
        function onRefused(what, remedy) { toasts.tell("refuse", what, remedy) }
        function onFileProblem(what, remedy) { toasts.tell("error", what, remedy) }
        function onSaved(path) { toasts.tell("ok", qsTr("Saved %1").arg(path.split("/").pop()), "") }
        function onReplaced() { welcomePage.visible = false }
    }
    Component.onCompleted: {
        pane.takeFocus()
        recoveryDialog.look()
    }
}
