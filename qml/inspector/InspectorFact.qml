// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the drawing: text, no field.
import QtQuick
import Skywright

SkyText {
    id: fact
    required property InspectorLine line
    height: Math.max(Theme.control, implicitHeight + 8)
    text: line.shown
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.StaticText
    Accessible.name: line.label + ": " + text
}
