// SPDX-License-Identifier: GPL-3.0-or-later
// A button with words: plain, primary (one per view), or quiet (a link).
import QtQuick
import QtQuick.Controls.Basic
import Skywright

AbstractButton {
    id: button
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    property bool primary: false
    property bool quiet: false
    property bool small: false
    property string iconName: ""
    property string keys: ""

    implicitHeight: small ? 24 : Theme.control
    implicitWidth: content.implicitWidth + (small ? 16 : 24)
    focusPolicy: Qt.TabFocus
    Accessible.name: text

    readonly property color ink: !enabled ? Theme.textDisabled : primary ? Theme.accentInk : quiet ? Theme.accentText : Theme.text

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.primary ? (!button.enabled ? Theme.pressed : button.hovered || button.down ? Theme.accentHover : Theme.accent)
             : button.down ? Theme.pressed : button.hovered ? Theme.hover : button.quiet ? "transparent" : Theme.raised
        border.width: button.primary || button.quiet ? 0 : 1
        border.color: Theme.borderStrong
        Rectangle {
            visible: button.visualFocus
            anchors.fill: parent
            anchors.margins: -3
            radius: Theme.radiusControl + 3
            color: "transparent"
            border.width: 2
            border.color: Theme.focus
        }
    }
    contentItem: Item {
        implicitWidth: content.implicitWidth
        Row {
            id: content
            anchors.centerIn: parent
            spacing: 6
            UiIcon {
                visible: button.iconName !== ""
                name: button.iconName
                color: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            SkyText {
                text: button.text
                color: button.ink
                font.pixelSize: button.small ? Theme.small : Theme.body
                anchors.verticalCenter: parent.verticalCenter
            }
            SkyText {
                visible: button.keys !== ""
                text: button.keys
                color: button.primary ? Theme.accentInk : Theme.text3
                font.pixelSize: Theme.caption
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
