// SPDX-License-Identifier: GPL-3.0-or-later
// What a tile of the palette needs to do its work.
import QtQuick
import Skywright

QtObject {
    required property Session session
    required property DiagramCanvas canvas

    function place(service, preset) {
        const made = session.editor.placeInSelection(service, preset)
        if (made !== "")
            canvas.reveal(made)
    }
}
