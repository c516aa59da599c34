// SPDX-License-Identifier: GPL-3.0-or-later
// F6 and Shift+F6 walk the regions of the window; each takes the focus where Tab would enter it.
import QtQuick
import QtQuick.Window

Item {
    id: walker
    property list<Item> regions
    property Item canvas: null
    signal canvasWanted()

    function walk(by) {
        let at = -1
        for (let item = Window.activeFocusItem; item && at < 0; item = item.parent)
            for (let i = 0; i < regions.length; ++i)
                if (regions[i] === item)
                    at = i
        for (let tried = 0; tried < regions.length; ++tried) {
            at = (at + by + regions.length) % regions.length
            if (enter(regions[at]))
                return
        }
    }
    function enter(region) {
        if (!region.visible)
            return false
        if (region === canvas) {
            canvasWanted()
            return true
        }
        const first = region.nextItemInFocusChain(true)
        for (let item = first; item; item = item.parent)
            if (item === region) {
                first.forceActiveFocus(Qt.TabFocusReason)
                return true
            }
        return false
    }

    Shortcut { sequence: "F6"; onActivated: walker.walk(1) }
    Shortcut { sequence: "Shift+F6"; onActivated: walker.walk(-1) }
}
