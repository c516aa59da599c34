// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog: the title is the question, buttons are verbs, the safe one right and focused.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Skywright

Popup {
    id: dialog
    property string title: ""
    default property alias content: body.data
    property alias buttons: buttonRow.data
    property int bodyHeight: body.childrenRect.height

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: 440
    modal: true
    focus: true
    padding: 20
    closePolicy: Popup.CloseOnEscape
    background: Shadowed {}
    T.Overlay.modal: Rectangle { color: Theme.scrim }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick; easing.type: Easing.OutCubic }
    }
    exit: Transition {}
    contentItem: FocusScope {
        focus: true
        implicitHeight: heading.height + 8 + dialog.bodyHeight + 20 + buttonRow.implicitHeight
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
        SkyText {
            id: heading
            width: parent.width
            text: dialog.title
            font.bold: true
            font.pixelSize: Theme.title
            wrapMode: Text.WordWrap
        }
        Item {
            id: body
            anchors.top: heading.bottom
            anchors.topMargin: 8
            width: parent.width
            height: dialog.bodyHeight
        }
        Row {
            id: buttonRow
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: 8
        }
    }
}
