// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the inspector: a section's head, or a label with the editor that fits its property.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

InspectorLine {
    id: row
    readonly property bool head: editor === "section"
    readonly property bool wide: editor === "rules" || editor === "words"
    readonly property int labelWidth: 104

    visible: applies && (head || open)
    implicitHeight: head ? 32 : (wide ? 24 : 0) + loader.height + (wide || label.lineCount > 1 ? 8 : 4)

    InspectorSection {
        visible: row.head
        width: parent.width
        text: row.label
        open: row.open
        count: row.count
        onClicked: row.rows.toggleSection(row.index)
    }
    SkyText {
        id: label
        visible: !row.head
        x: 12
        width: row.wide ? parent.width - 24 : row.labelWidth
        y: row.wide ? 0 : -2
        height: row.wide ? 24 : Theme.control + 4
        text: row.label
        color: Theme.text2
        font.pixelSize: Theme.small
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeight: 0.85
    }
    HoverHandler {
        id: hover
        enabled: !row.head
    }
    MouseArea {
        id: labelHover
        anchors.fill: label
        visible: !row.head
        hoverEnabled: true
        acceptedButtons: Qt.NoButton
        SkyToolTip {
            visible: labelHover.containsMouse && row.help !== ""
            text: row.help
        }
    }
    IconButton {
        visible: hover.hovered && row.target !== ""
        x: 12 + row.labelWidth - 44
        y: 2
        side: 24
        glyph: 12
        iconName: "chevron-right"
        text: qsTr("Go to %1").arg(row.shown)
        focusPolicy: Qt.NoFocus
        onClicked: row.rows.goTo(row.target)
    }
    // The way back to unset, where the pointer is.
    IconButton {
        visible: hover.hovered && row.status !== "unset" && !row.head && row.editor !== "fact" && row.editor !== "rules" && row.editor !== "things" && row.unset !== ""
        x: row.wide ? parent.width - 36 : 12 + row.labelWidth - 20
        y: row.wide ? 0 : 2
        side: 24
        glyph: 12
        iconName: "restart"
        text: qsTr("Unset")
        keys: "Del"
        focusPolicy: Qt.NoFocus
        onClicked: row.rows.unset(row.index)
    }
    Loader {
        id: loader
        // An editor needs nothing but the row.
        readonly property string wanted: {
            switch (row.editor) {
            case "section": return ""
            case "switch": return "InspectorSwitch.qml"
            case "choice":
            case "type": return "InspectorChoice.qml"
            case "words": return "InspectorWordsRow.qml"
            case "list": return "InspectorItems.qml"
            case "rules": return "InspectorRulesRow.qml"
            case "things": return "InspectorThings.qml"
            case "fact": return "InspectorFact.qml"
            default: return "InspectorField.qml"
            }
        }
        function settle() {
            if (wanted === "")
                setSource("")
            else
                setSource(wanted, { line: row })
        }
        active: row.visible && !row.head
        x: row.wide ? 12 : 12 + row.labelWidth + 8
        y: row.wide ? 24 : 0
        width: parent.width - x - 12
        onWantedChanged: settle()
        Component.onCompleted: settle()
    }
}
