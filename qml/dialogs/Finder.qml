// SPDX-License-Identifier: GPL-3.0-or-later
// Find a thing of the drawing (Ctrl+F): arrows show it on the canvas, Enter stays there, Esc returns to what was selected.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

FloatingList {
    id: popup
    required property Session session
    required property DiagramCanvas canvas
    signal left()

    objectName: "finder"
    placeholder: qsTr("Find by name, kind, address")
    empty: query.trim() === "" ? qsTr("Type a name, a service or an address.") : qsTr("Nothing here is called that.")
    function start() {
        clear()
        open()
    }
    function show(index) {
        const id = found.idAt(index)
        if (id === "")
            return
        session.view.selectElement(id)
        if (session.view.selectionCount === 0)
            session.view.selectLink(id)
        canvas.reveal(id)
    }
    FindModel {
        id: found
        session: popup.session
        query: popup.query
    }
    onCurrentIndexChanged: if (opened && query.trim() !== "") show(currentIndex)
    onTaken: index => {
        show(index)
        close()
    }
    onClosed: left()
    model: found
    delegate: FloatingRow {
        id: entry
        required property int index
        required property string name
        required property string kind
        required property string glyph
        width: popup.list.width
        title: name
        detail: kind
        service: glyph
        iconName: "link"
        current: popup.currentIndex === index
        onClicked: popup.taken(index)
        onEntered: popup.currentIndex = index
    }
}
