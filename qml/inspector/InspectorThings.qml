// SPDX-License-Identifier: GPL-3.0-or-later
// Things that belong to the selection and have no box of their own: a click goes to one, the last row makes another.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

Column {
    id: editor
    required property InspectorLine line

    Repeater {
        model: editor.line.items
        delegate: SkyButton {
            id: thing
            required property var modelData
            quiet: true
            small: true
            height: Theme.control
            width: Math.min(implicitWidth, editor.width)
            x: -8
            text: modelData.label
            Accessible.description: qsTr("Select it")
            onClicked: editor.line.rows.goTo(modelData.value)
        }
    }
    SkyButton {
        objectName: "make-" + editor.line.key
        quiet: true
        small: true
        height: Theme.control
        x: -8
        iconName: "plus"
        text: qsTr("New")
        Accessible.name: qsTr("New: %1").arg(editor.line.label)
        onClicked: editor.line.rows.addThing(editor.line.index)
    }
}
