// SPDX-License-Identifier: GPL-3.0-or-later
// What a thing can be connected to: opened where a link was let go on blank, or by Ctrl+Enter.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

FloatingList {
    id: popup
    required property Session session
    required property DiagramCanvas canvas
    property string from: ""
    property point at

    objectName: "connectPicker"
    chip: qsTr("Connect %1 to").arg(session.editor.callOf(from))
    placeholder: qsTr("a name or a service")
    empty: qsTr("Nothing that fits is called that.")
    footer: qsTr("↑ ↓ choose   Enter connect   Esc close")

    function openAt(id, x, y, pageX, pageY) {
        from = id
        at = Qt.point(pageX, pageY)
        targets.newOnly = true
        start()
        const place = canvas.mapToItem(null, x, y)
        popup.width = 420
        popup.x = Math.max(8, Math.min(popup.parent.width - popup.width - 8, place.x + 8))
        popup.y = Math.max(8, Math.min(popup.parent.height - 400, place.y - 24))
    }
    function openFor(id) {
        from = id
        targets.newOnly = false
        start()
        popup.width = 608
        popup.x = Math.round((popup.parent.width - popup.width) / 2)
        popup.y = 60
        at = canvas.placeBeside(id)
    }
    function start() {
        clear()
        targets.from = from
        targets.refill()
        open()
    }
    TargetModel {
        id: targets
        session: popup.session
        query: popup.query
    }
    onTaken: index => {
        const made = targets.take(index, at.x, at.y)
        if (made !== "") {
            close()
            canvas.reveal(made)
        }
    }
    onClosed: canvas.focusWanted()
    model: targets
    delegate: FloatingRow {
        required property int index
        required property string glyph
        required property string variety
        required property string name
        required property string why
        required property string groupName
        required property bool open
        width: popup.list.width
        service: glyph
        preset: variety
        title: name
        detail: why
        heading: groupName
        possible: open
        current: popup.currentIndex === index
        onClicked: popup.taken(index)
        onEntered: popup.currentIndex = index
    }
}
