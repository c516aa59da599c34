// SPDX-License-Identifier: GPL-3.0-or-later
// A field one searches with. Its text is read while it is still being composed, so that Hangul finds jamo by jamo.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

TextField {
    id: field
    property string keys: ""
    readonly property string query: text.substring(0, cursorPosition) + preeditText + text.substring(cursorPosition)

    implicitHeight: 32
    leftPadding: 32
    rightPadding: 32
    color: Theme.text
    placeholderTextColor: Theme.text3
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: TextInput.AlignVCenter
    renderType: Text.NativeRendering
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.field
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.focus : Theme.borderStrong
        UiIcon {
            name: "search"
            x: 10
            anchors.verticalCenter: parent.verticalCenter
        }
        KeyCap {
            visible: field.keys !== "" && !field.activeFocus && field.text === ""
            text: field.keys
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    IconButton {
        visible: field.query !== ""
        iconName: "close"
        text: qsTr("Clear")
        side: 24
        focusPolicy: Qt.NoFocus
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        onClicked: field.clear()
    }
}
