// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the program does, by name (Ctrl+K): commands first, then services to place.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

FloatingList {
    id: popup
    required property Session session
    required property Commands commands
    property var rows: []

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
        found.sort((a, b) => a.rank - b.rank)
        if (found.length > 0)
            found[0].heading = qsTr("Commands")
        if (wanted !== "")
            for (let row = 0; row < Math.min(services.count, 8); ++row) {
                found.push({ command: null, title: services.nameAt(row), detail: qsTr("place it"), icon: "", service: services.serviceAt(row), preset: services.presetAt(row), heading: row === 0 ? qsTr("Services") : "" })
            }
        rows = found
        currentIndex = 0
    }
    onTaken: index => {
        const row = rows[index]
        close()
        if (row.command)
            row.command.trigger()
        else
            commands.canvas.reveal(session.editor.placeInSelection(row.service, row.preset))
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
