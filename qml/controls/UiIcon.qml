// SPDX-License-Identifier: GPL-3.0-or-later
// An icon of the window in one colour.
import QtQuick
import QtQuick.Window
import Skywright

Image {
    id: icon
    required property string name
    property color color: Theme.text2
    property int side: 16

    width: side
    height: side
    sourceSize.width: side * Screen.devicePixelRatio
    sourceSize.height: side * Screen.devicePixelRatio
    source: name === "" ? "" : "image://ui/" + name + "/" + color.toString().substring(1)
}
