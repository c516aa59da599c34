// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor knows of the row it stands in: a property of the selection as InspectorModel tells of it.
import QtQuick
import Skywright

Item {
    id: row
    required property int index
    required property string key
    required property string editor
    required property string label
    required property string help
    required property bool open
    required property bool applies
    required property string status
    required property string value
    required property string shown
    required property string unset
    required property string range
    required property string english
    required property string korean
    required property var items
    required property var owners
    required property string rulesKey
    required property string table
    required property string target
    required property int count
    required property InspectorModel rows
    required property Session session
    required property InspectorTools tools

    // Items are things of the drawing, to go to.
    readonly property bool goes: key === "spans" || key.startsWith("groups")

    function pick(field) {
        if (editor === "type")
            tools.pickType(field, table, value, value => rows.commit(index, value))
        else
            tools.pick(field, rows.options(index), value, status === "unset" ? "" : unset, value => rows.commit(index, value))
    }
    function pickToAdd(field) {
        tools.pick(field, rows.options(index), "", "", value => rows.addItem(index, value))
    }
    function leave() {
        tools.escaped()
    }
}
