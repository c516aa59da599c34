// SPDX-License-Identifier: GPL-3.0-or-later
// The tile of a service: its colour, its glyph.
import QtQuick
import QtQuick.Window

Image {
    id: tile
    required property string service
    property string preset: ""
    property int side: 32

    width: side
    height: side
    sourceSize.width: side * Screen.devicePixelRatio
    sourceSize.height: side * Screen.devicePixelRatio
    source: service === "" ? "" : "image://tile/" + service + "/" + preset
}
