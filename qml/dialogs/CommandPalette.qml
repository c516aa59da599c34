// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the program does, by name (Ctrl+K): commands first, then services to place. Before anything is typed: what
// was used last, then everything by group.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

FloatingList {
    id: popup
    required property Session session
    required property Commands commands
    property var rows: []
    property var used: [] // commands, the last one first

    objectName: "commandPalette"
    placeholder: qsTr("A command or a service")
    empty: qsTr("Nothing is called that.")
    onAboutToShow: {
        clear()
        collect()
    }
    onQueryChanged: collect()

    PaletteModel {
        id: services
        query: popup.query
    }
    function collect() {
        const wanted = query.trim().toLowerCase()
        const found = []
        for (let i = 0; i < commands.all.length; ++i) {
            const command = commands.all[i]
            if (!command.listed || !command.enabled)
                continue
            const at = command.text.toLowerCase().indexOf(wanted)
            if (wanted === "" || at >= 0)
                found.push({ command: command, title: command.text, detail: command.keys, icon: command.iconName, service: "", preset: "", rank: at === 0 ? 0 : 1, heading: "" })
        }
        if (wanted === "") {
            arrange(found)
        } else {
            found.sort((a, b) => a.rank - b.rank)
            if (found.length > 0)
                found[0].heading = qsTr("Commands")
            for (let row = 0; row < Math.min(services.count, 8); ++row) {
                found.push({ command: null, title: services.nameAt(row), detail: qsTr("place it"), icon: "", service: services.serviceAt(row), preset: services.presetAt(row), heading: row === 0 ? qsTr("Services") : "" })
            }
        }
        rows = found
        currentIndex = 0
    }
    // Groups are told apart by their names in the language shown: one command of each stands for its group.
    function arrange(found: var) {
        const groups = [commands.connectTo.group, commands.undo.group, commands.tidy.group, commands.zoomIn.group, commands.save.group, commands.shortcuts.group]
        for (const row of found) {
            const last = used.indexOf(row.command)
            row.rank = last >= 0 ? last : used.length + groups.indexOf(row.command.group)
            row.heading = last >= 0 ? qsTr("Used last") : row.command.group
        }
        found.sort((a, b) => a.rank - b.rank)
        for (let i = found.length - 1; i > 0; --i)
            if (found[i].heading === found[i - 1].heading)
                found[i].heading = ""
    }
    onTaken: index => {
        const row = rows[index]
        close()
        if (row.command) {
            used = [row.command].concat(used.filter(each => each !== row.command)).slice(0, 5)
            row.command.trigger()
        } else {
            commands.canvas.reveal(session.editor.placeInSelection(row.service, row.preset))
        }
    }
    model: rows.length
    delegate: FloatingRow {
        id: entry
        required property int index
        readonly property var entry: popup.rows[index] ?? { title: "", detail: "", icon: "", service: "", preset: "", heading: "" }
        width: popup.list.width
        title: entry.entry.title
        detail: entry.entry.detail
        iconName: entry.entry.icon
        service: entry.entry.service
        preset: entry.entry.preset
        heading: entry.entry.heading
        current: popup.currentIndex === index
        onClicked: popup.taken(index)
        onEntered: popup.currentIndex = index
    }
}
