// SPDX-License-Identifier: GPL-3.0-or-later
// A rule table: a click edits a cell, Tab walks them, the last row adds a rule. Columns that do not fit stand in the form
// of the row; what can only be one record is a form from the start.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Column {
    id: table
    property Session session: null
    property InspectorTools tools: null
    property var owners: []
    property string key: ""
    property string label: ""
    readonly property int most: width < 300 ? 3 : width < 380 ? 4 : 5
    // The needed ones, then the others in their order, as many as fit.
    readonly property var shownColumns: {
        const all = records.columns
        const indexes = []
        for (let i = 0; i < all.length; ++i)
            if (all[i].required)
                indexes.push(i)
        for (let i = 0; i < all.length && indexes.length < most; ++i)
            if (!all[i].required)
                indexes.push(i)
        return indexes.sort((a, b) => a - b).slice(0, most)
    }
    readonly property real weights: shownColumns.reduce((sum, i) => sum + records.columns[i].weight, 0)
    property string flaw: ""
    property string nearest: ""
    property RuleCell flawed: null
    property int formRow: -1
    spacing: 6

    function widthOf(index) { return Math.floor((width - 2 - 28) * records.columns[index].weight / weights) }
    // What is wrong with the cell being typed into, below the table.
    function look(cell) {
        if (cell.activeFocus) {
            flawed = cell
            flaw = cell.verdict.error
            nearest = cell.verdict.nearest
        } else if (flawed === cell) {
            flawed = null
            flaw = ""
            nearest = ""
        }
    }

    InspectorRules {
        id: records
        session: table.session
        owners: table.owners
        key: table.key
    }

    SkyText {
        visible: records.several
        width: parent.width
        text: qsTr("They have different tables. Select one to edit its own.")
        color: Theme.text2
        font.pixelSize: Theme.small
        wrapMode: Text.WordWrap
    }
    Rectangle {
        visible: !records.several && !(records.single && records.byDefault)
        width: parent.width
        height: body.height + 2
        radius: Theme.radiusCard
        color: records.byDefault ? "transparent" : Theme.raised
        border.width: 1
        border.color: Theme.border

        Column {
            id: body
            x: 1
            y: 1
            width: parent.width - 2
            Row {
                visible: !records.single
                height: 24
                Repeater {
                    model: table.shownColumns
                    delegate: SkyText {
                        id: title
                        required property int modelData
                        readonly property var column: records.columns[modelData] ?? { label: "", help: "" }
                        width: table.widthOf(modelData)
                        height: 24
                        leftPadding: 8
                        text: column.label
                        color: Theme.text2
                        font.pixelSize: Theme.caption
                        MouseArea {
                            id: titleHover
                            anchors.fill: parent
                            hoverEnabled: true
                            acceptedButtons: Qt.NoButton
                            SkyToolTip {
                                visible: titleHover.containsMouse && title.column.help !== ""
                                text: title.column.help
                            }
                        }
                    }
                }
            }
            Repeater {
                model: records
                delegate: Column {
                    id: rule
                    required property int index
                    required property bool locked
                    required property bool draft
                    required property var cells
                    width: body.width
                    Accessible.role: Accessible.Row

                    Item {
                        visible: !records.single
                        width: parent.width
                        height: Theme.control
                        Rectangle {
                            width: parent.width
                            height: 1
                            color: Theme.border
                        }
                        Row {
                            Repeater {
                                model: records.single ? [] : table.shownColumns
                                delegate: RuleCell {
                                    required property int modelData
                                    width: table.widthOf(modelData)
                                    row: rule.index
                                    column: records.columns[modelData]
                                    held: rule.cells[modelData] ?? { value: "", shown: "", set: false }
                                    rules: records
                                    tools: table.tools
                                    locked: rule.locked
                                    onActiveFocusChanged: table.look(this)
                                    onVerdictChanged: table.look(this)
                                }
                            }
                        }
                        UiIcon {
                            visible: rule.locked
                            anchors.right: parent.right
                            anchors.rightMargin: 8
                            anchors.verticalCenter: parent.verticalCenter
                            side: 14
                            name: "lock"
                        }
                        IconButton {
                            visible: !rule.locked
                            anchors.right: parent.right
                            anchors.rightMargin: 2
                            anchors.verticalCenter: parent.verticalCenter
                            side: 24
                            glyph: 14
                            iconName: "more"
                            text: qsTr("More of this row")
                            checked: table.formRow === rule.index
                            onClicked: table.formRow = table.formRow === rule.index ? -1 : rule.index
                        }
                    }
                    // The whole row as a form
                    Column {
                        visible: !rule.locked && (records.single || table.formRow === rule.index)
                        x: 8
                        width: parent.width - 16
                        topPadding: 6
                        bottomPadding: 8
                        spacing: 4
                        Repeater {
                            model: records.single || table.formRow === rule.index ? records.columns : []
                            delegate: Item {
                                id: entry
                                required property int index
                                required property var modelData
                                width: parent ? parent.width : 0
                                height: Theme.control
                                SkyText {
                                    width: 96
                                    height: parent.height
                                    text: entry.modelData.label
                                    color: Theme.text2
                                    font.pixelSize: Theme.small
                                    wrapMode: Text.WordWrap
                                    maximumLineCount: 2
                                    lineHeight: 0.9
                                }
                                RuleCell {
                                    x: 100
                                    width: parent.width - x
                                    framed: true
                                    row: rule.index
                                    column: entry.modelData
                                    held: rule.cells[entry.index] ?? { value: "", shown: "", set: false }
                                    rules: records
                                    tools: table.tools
                                    onActiveFocusChanged: table.look(this)
                                    onVerdictChanged: table.look(this)
                                }
                            }
                        }
                        Row {
                            visible: !records.single
                            spacing: 4
                            SkyButton {
                                small: true
                                text: qsTr("Delete the row")
                                onClicked: {
                                    table.formRow = -1
                                    records.removeRow(rule.index)
                                }
                            }
                            SkyButton {
                                small: true
                                quiet: true
                                text: qsTr("Up")
                                onClicked: {
                                    records.moveRow(rule.index, -1)
                                    table.formRow = Math.max(0, rule.index - 1)
                                }
                            }
                            SkyButton {
                                small: true
                                quiet: true
                                text: qsTr("Down")
                                onClicked: {
                                    records.moveRow(rule.index, 1)
                                    table.formRow = rule.index + 1
                                }
                            }
                        }
                    }
                }
            }
            Rectangle {
                visible: adder.visible && !records.single
                width: parent.width
                height: 1
                color: Theme.border
            }
            SkyButton {
                id: adder
                objectName: "addRule-" + table.key
                visible: !records.single && records.draftFlaw === ""
                quiet: true
                small: true
                height: Theme.control
                iconName: "plus"
                text: qsTr("Add a row")
                onClicked: records.addRow()
            }
        }
    }
    SkyButton {
        visible: records.single && records.byDefault && !records.several
        small: true
        iconName: "plus"
        text: qsTr("Set %1").arg(table.label)
        onClicked: records.addRow()
    }
    SkyText {
        visible: table.flaw !== "" || records.draftFlaw !== ""
        width: parent.width
        text: table.flaw !== "" ? table.flaw : records.draftFlaw
        color: table.flaw !== "" ? Theme.error : Theme.text2
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
    SkyButton {
        visible: table.nearest !== ""
        small: true
        focusPolicy: Qt.NoFocus
        text: qsTr("Use %1").arg(table.nearest)
        onClicked: {
            const cell = table.flawed
            if (cell) {
                cell.text = table.nearest
                cell.commit()
            }
        }
    }
    Row {
        visible: records.byDefault && !records.several && !records.single
        spacing: 8
        width: parent.width
        UnsetRing {
            anchors.verticalCenter: parent.verticalCenter
        }
        SkyText {
            width: parent.width - 20
            text: records.unset
            color: Theme.text3
            font.pixelSize: Theme.small
            wrapMode: Text.WordWrap
        }
    }
    SkyButton {
        visible: records.hasDefault && !records.byDefault && !records.several
        small: true
        text: qsTr("Back to the default")
        onClicked: {
            table.formRow = -1
            records.unsetAll()
        }
    }
}
