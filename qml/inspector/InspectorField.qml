// SPDX-License-Identifier: GPL-3.0-or-later
// A field one types into. What is typed is read at once: what is wrong stands below it, with the nearest right value as a
// button. Enter or leaving the field sets it, an empty field unsets it, Esc takes back what was typed.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Item {
    id: editor
    required property InspectorLine line
    readonly property bool drops: line.editor === "drop"
    readonly property string settled: line.status === "set" ? line.value : ""
    readonly property bool dirty: input.text.trim() !== settled
    readonly property var verdict: {
        editor.line.session.document.revision // what is free changes with the drawing
        return editor.line.rows.check(editor.line.index, input.text)
    }
    readonly property bool wrong: verdict.error !== "" && input.text !== ""

    implicitHeight: Theme.control + (wrong ? message.height + 4 + (fix.visible ? fix.height + 4 : 0) : 0)

    function settle() {
        input.text = settled
    }
    function commit() {
        const picking = line.tools.choices.visible && line.tools.choices.field === input // what is picked will do
        if (dirty && !picking && verdict.ok)
            line.rows.commit(line.index, input.text)
    }
    function use(value) {
        input.text = value
        line.rows.commit(line.index, value)
    }
    onSettledChanged: settle()
    Component.onCompleted: settle()
    Connections {
        target: editor.line.session.view
        function onSelectionAboutToChange() {
            if (input.activeFocus)
                editor.commit()
        }
        function onSelectionChanged() { editor.settle() }
    }

    SkyField {
        id: input
        objectName: "field-" + editor.line.key
        width: parent.width
        wrong: editor.wrong
        leftPadding: ring.visible ? 20 : 8
        rightPadding: (editor.drops ? 26 : 8) + (mark.visible ? 22 : hint.visible ? hint.implicitWidth + 6 : 0)
        placeholderText: editor.line.status === "several" ? editor.line.shown : editor.line.unset
        font.pixelSize: text === "" && !activeFocus && editor.line.status === "unset" ? Theme.small : Theme.body
        placeholderTextColor: editor.line.status === "several" ? Theme.text2 : Theme.text3
        Accessible.name: editor.line.label
        Accessible.description: editor.wrong ? editor.verdict.error : editor.line.unset
        onEditingFinished: editor.commit()
        onActiveFocusChanged: if (activeFocus) selectAll()
        Keys.onEscapePressed: {
            if (editor.dirty)
                editor.settle()
            else
                editor.line.leave()
        }
        Keys.onDownPressed: event => {
            if (editor.drops)
                editor.line.pick(input)
            else
                event.accepted = false
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: editor.settled !== "" || input.activeFocus ? Theme.field : "transparent"
            border.width: input.activeFocus ? 2 : editor.wrong ? 1.5 : 1
            border.color: editor.wrong ? Theme.errorFill : input.activeFocus ? Theme.focus
                        : editor.settled !== "" || input.hovered ? Theme.borderStrong : Theme.border
        }
        SkyToolTip {
            visible: input.hovered && !input.activeFocus && input.text === "" && ruler.advanceWidth > input.width - input.leftPadding - input.rightPadding
            text: input.placeholderText
        }
        TextMetrics {
            id: ruler
            font: input.font
            text: input.placeholderText
        }
        UnsetRing {
            id: ring
            visible: editor.line.status === "unset" && input.text === "" && !input.activeFocus
            x: 8
            anchors.verticalCenter: parent.verticalCenter
        }
        SkyText {
            id: hint
            visible: !editor.drops && !editor.wrong && editor.line.range !== "" && input.text !== "" && editor.line.range.length < 18
            anchors.right: parent.right
            anchors.rightMargin: 8
            height: parent.height
            text: editor.line.range
            color: Theme.text3
            font.pixelSize: Theme.caption
        }
        UiIcon {
            id: mark
            visible: editor.wrong
            anchors.right: parent.right
            anchors.rightMargin: editor.drops ? 28 : 8
            anchors.verticalCenter: parent.verticalCenter
            name: "error"
            color: Theme.errorFill
        }
        IconButton {
            visible: editor.drops
            anchors.right: parent.right
            anchors.rightMargin: 2
            anchors.verticalCenter: parent.verticalCenter
            side: 24
            glyph: 12
            iconName: "chevron-down"
            text: qsTr("Choose")
            focusPolicy: Qt.NoFocus
            onClicked: editor.line.pick(input)
        }
    }
    SkyText {
        id: message
        visible: editor.wrong
        y: Theme.control + 4
        width: parent.width
        text: editor.verdict.error
        color: Theme.error
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Row {
        id: fix
        visible: editor.wrong && editor.verdict.nearest !== ""
        y: message.y + message.height + 4
        spacing: 8
        SkyButton {
            objectName: "use-" + editor.line.key
            small: true
            text: qsTr("Use %1").arg(editor.verdict.nearest)
            onClicked: editor.use(editor.verdict.nearest)
        }
        SkyText {
            height: 24
            text: editor.verdict.nearestIs
            color: Theme.text2
            font.pixelSize: Theme.small
        }
    }
}
