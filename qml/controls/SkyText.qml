// SPDX-License-Identifier: GPL-3.0-or-later
// A text of the window.
import QtQuick
import Skywright

Text {
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: Text.AlignVCenter
    renderType: Text.NativeRendering
    elide: Text.ElideRight
    textFormat: Text.PlainText
}
