// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of a rule table: shows what the rule says, and is typed into or picked for.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

TextField {
    id: cell
    required property int row
    required property var column // {key, label, picks, offers, required}
    required property var held   // {value, shown, set}
    required property InspectorRules rules
    required property InspectorTools tools
    property bool locked: false
    property bool framed: false  // stands alone, in a form
    readonly property var verdict: activeFocus ? rules.check(column.key, text) : ({ ok: true, error: "", nearest: "" })
    readonly property bool wrong: verdict.error !== ""
    readonly property bool typed: activeFocus && !column.picks

    function settle() {
        text = typed ? held.value : held.shown
        cursorPosition = 0
    }
    function commit() {
        const picking = tools.choices.visible && tools.choices.field === cell // what is picked will do
        if (locked || column.picks || picking || text.trim() === held.value)
            return
        if (verdict.ok)
            rules.setCell(row, column.key, text)
    }
    function offer() {
        tools.pick(cell, rules.options(column.key), held.value, column.required || !held.set ? "" : qsTr("Not set"),
                   value => rules.setCell(row, column.key, value))
    }
    onHeldChanged: settle()
    Component.onCompleted: settle()

    objectName: "cell-" + row + "-" + column.key
    implicitHeight: Theme.control
    leftPadding: 8
    rightPadding: column.offers && activeFocus ? 22 : 4
    topPadding: 0
    bottomPadding: 0
    readOnly: locked || column.picks
    activeFocusOnTab: !locked
    color: held.set || typed ? Theme.text : Theme.text3
    placeholderText: typed ? held.shown : ""
    placeholderTextColor: Theme.text3
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.small
    verticalAlignment: TextInput.AlignVCenter
    renderType: Text.NativeRendering
    Accessible.name: column.label
    Accessible.readOnly: locked
    onActiveFocusChanged: {
        if (activeFocus) {
            settle()
            if (typed)
                selectAll()
        } else {
            settle()
        }
    }
    onEditingFinished: commit()
    onPressed: if (column.picks && !locked) offer()
    Keys.onDownPressed: event => {
        if (column.offers && !locked)
            offer()
        else
            event.accepted = false
    }
    Keys.onReturnPressed: event => {
        if (column.picks && !locked)
            offer()
        else
            event.accepted = false
    }
    Keys.onDeletePressed: event => {
        if (column.picks && !locked && !column.required)
            rules.setCell(row, column.key, "")
        else
            event.accepted = false
    }
    Keys.onEscapePressed: {
        if (typed && text !== held.value)
            settle()
        else
            tools.escaped()
    }
    background: Rectangle {
        radius: cell.framed ? Theme.radiusControl : 0
        color: cell.activeFocus ? Theme.field : cell.hovered && !cell.locked ? Theme.hover : "transparent"
        border.width: cell.wrong ? 1.5 : cell.activeFocus ? 2 : cell.framed ? 1 : 0
        border.color: cell.wrong ? Theme.errorFill : cell.activeFocus ? Theme.focus : Theme.border
    }
    UiIcon {
        visible: cell.column.offers && !cell.locked && (cell.activeFocus || cell.hovered || cell.framed)
        anchors.right: parent.right
        anchors.rightMargin: 6
        anchors.verticalCenter: parent.verticalCenter
        side: 12
        name: "chevron-down"
        MouseArea {
            anchors.fill: parent
            anchors.margins: -6
            onClicked: {
                cell.forceActiveFocus()
                cell.offer()
            }
        }
    }
}
