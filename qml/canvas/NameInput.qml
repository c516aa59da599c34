// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the focus while the canvas is active, so that the input method gets the very first key of a name. Invisible until
// something is typed or a rename is asked for; then it stands where the name is written. Enter while a syllable is being
// composed belongs to the input method; leaving the field commits what is composed, once.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

TextField {
    id: input
    required property Session session
    required property DiagramCanvas canvas
    required property Commands commands
    property string renaming: ""  // the thing whose name is being typed
    readonly property bool editing: renaming !== ""
    property rect place: Qt.rect(0, 0, 100, 20)

    objectName: "nameInput"
    x: Math.round(place.x + (place.width - width) / 2)
    y: Math.round(place.y + (place.height - height) / 2)
    width: editing ? Math.max(96, measure.advanceWidth + 32, place.width) : 1
    height: editing ? 26 : 1
    opacity: editing ? 1 : 0
    z: 10
    padding: 0
    leftPadding: 8
    rightPadding: 8
    horizontalAlignment: TextInput.AlignHCenter
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.small
    font.bold: true
    maximumLength: 128
    selectByMouse: true
    background: Rectangle {
        color: Theme.field
        radius: Theme.radiusControl
        border.width: 2
        border.color: Theme.focus
    }
    Accessible.role: Accessible.EditableText
    Accessible.name: editing ? qsTr("Name") : canvas.spokenName(session.view.selectedElements.length > 0 ? session.view.selectedElements[0] : "")

    TextMetrics {
        id: measure
        font: input.font
        text: input.text + input.preeditText
    }

    function rename(id) {
        if (id === "")
            return
        finish(true)
        canvas.reveal(id)
        renaming = id
        settle()
        text = session.editor.nameOf(id)
        forceActiveFocus()
        selectAll()
    }
    function settle() {
        if (editing)
            place = canvas.nameRect(renaming)
    }
    // The first key went straight in: the name begins with it.
    function beginTyping() {
        const things = session.view.selectedElements.length > 0 ? session.view.selectedElements : session.view.selectedLinks
        if (things.length === 0) {
            text = ""
            return
        }
        renaming = things[0]
        settle()
    }
    function finish(keep) {
        if (!editing)
            return
        const id = renaming
        const name = text
        renaming = ""
        if (keep)
            session.editor.rename(id, name)
        text = ""
    }

    onTextEdited: if (!editing && text !== "") beginTyping()
    onPreeditTextChanged: if (!editing && preeditText !== "") beginTyping()
    onActiveFocusChanged: {
        if (!activeFocus)
            finish(true)
        else if (!editing)
            text = ""
        canvas.spaceHeld = false
    }
    Connections {
        target: input.canvas
        function onCameraChanged() { input.settle() }
        function onPressed() {
            // Clicking elsewhere ends a composition first: its text arrives before the name is taken.
            if (input.editing) {
                InputMethod.commit()
                input.finish(true)
            }
        }
    }
    Connections {
        target: input.session.jobs
        function onSceneChanged() { input.settle() }
    }

    Keys.priority: Keys.BeforeItem
    Keys.onPressed: event => {
        if (editing) {
            if (event.key === Qt.Key_Escape) {
                finish(false)
                event.accepted = true
            } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
                if (preeditText !== "") {
                    InputMethod.commit()
                    event.accepted = true
                    return
                }
                finish(true)
                event.accepted = true
                if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
                    canvas.key(event.key, event.modifiers)
            }
            return
        }
        if (event.key === Qt.Key_Space && event.modifiers === Qt.NoModifier) {
            canvas.spaceHeld = true
            event.accepted = true
        } else if (event.text === "/" && !(event.modifiers & Qt.ControlModifier)) {
            canvas.searchWanted()
            event.accepted = true
        } else if (event.text === "?") {
            commands.shortcuts.trigger()
            event.accepted = true
        } else if (event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier) || event.key === Qt.Key_Menu) {
            canvas.menuAtSelection()
            event.accepted = true
        } else {
            event.accepted = commands.key(event) || canvas.key(event.key, event.modifiers)
        }
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Space && !event.isAutoRepeat)
            canvas.spaceHeld = false
    }
}
