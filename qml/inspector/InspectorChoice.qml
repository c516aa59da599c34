// SPDX-License-Identifier: GPL-3.0-or-later
// A field one picks from: what is set, or what holds while it is not. Delete unsets.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

AbstractButton {
    id: choice
    required property InspectorLine line
    readonly property string detail: line.editor === "type" && set ? line.range : ""
    readonly property bool set: line.status === "set"

    implicitHeight: Theme.control
    focusPolicy: Qt.StrongFocus
    text: set || line.status === "several" ? line.shown : line.unset
    objectName: "choice-" + line.key
    Accessible.role: Accessible.ComboBox
    Accessible.name: line.label + ": " + text
    onClicked: line.pick(choice)
    Keys.onDownPressed: line.pick(choice)
    Keys.onReturnPressed: line.pick(choice)
    Keys.onEnterPressed: line.pick(choice)
    Keys.onDeletePressed: line.rows.unset(line.index)
    Keys.onEscapePressed: line.leave()

    background: Rectangle {
        radius: Theme.radiusControl
        color: choice.set ? Theme.field : "transparent"
        border.width: choice.activeFocus ? 2 : 1
        border.color: choice.activeFocus ? Theme.focus : choice.set || choice.hovered ? Theme.borderStrong : Theme.border
    }
    contentItem: Item {
        UnsetRing {
            id: ring
            visible: choice.line.status === "unset"
            x: 8
            anchors.verticalCenter: parent.verticalCenter
        }
        SkyText {
            id: words
            x: ring.visible ? 20 : 8
            width: parent.width - x - (right.visible ? right.width + 6 : 0) - 24
            height: parent.height
            text: choice.text
            font.pixelSize: choice.line.status === "unset" ? Theme.small : Theme.body
            color: choice.set ? Theme.text : choice.line.status === "several" ? Theme.text2 : Theme.text3
        }
        SkyText {
            id: right
            visible: choice.detail !== "" && words.implicitWidth + implicitWidth + 48 < choice.width
            anchors.right: parent.right
            anchors.rightMargin: 26
            height: parent.height
            text: choice.detail
            color: Theme.text2
            font.pixelSize: Theme.small
        }
        UiIcon {
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            side: 12
            name: "chevron-down"
        }
    }
    SkyToolTip {
        visible: choice.hovered && words.truncated
        text: choice.text
    }
}
