// SPDX-License-Identifier: GPL-3.0-or-later
// A menu: rows of 28 with glyph and shortcut.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Menu {
    id: menu
    topPadding: 4
    bottomPadding: 4
    implicitWidth: 248
    delegate: SkyMenuItem {}
    background: Shadowed { implicitWidth: 248 }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick; easing.type: Easing.OutCubic }
    }
    exit: Transition {}
}
