// SPDX-License-Identifier: GPL-3.0-or-later
// What the editors of the inspector share: the floating lists to pick from, and the way back to the canvas.
import QtQuick
import Skywright

QtObject {
    required property OptionList choices
    required property TypeTable types
    signal escaped()

    function pick(field, options, value, unset, taken) {
        choices.openFor(field, options, value, unset, taken)
    }
    function pickType(field, table, value, taken) {
        types.openFor(field, table, value, taken)
    }
}
