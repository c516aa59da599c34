// SPDX-License-Identifier: GPL-3.0-or-later
// A field for one line of text.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

TextField {
    id: field
    property bool wrong: false
    implicitHeight: Theme.control
    leftPadding: 8
    rightPadding: 8
    topPadding: 0
    bottomPadding: 0
    color: enabled ? Theme.text : Theme.textDisabled
    placeholderTextColor: Theme.text3
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: TextInput.AlignVCenter
    renderType: Text.NativeRendering
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.field
        border.width: field.activeFocus ? 2 : field.wrong ? 1.5 : 1
        border.color: field.wrong ? Theme.errorFill : field.activeFocus ? Theme.focus : Theme.borderStrong
    }
}
