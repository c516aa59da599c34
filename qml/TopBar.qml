// SPDX-License-Identifier: GPL-3.0-or-later
// Mark, menus, the project's name, undo and redo, find, export. Narrow windows fold the menus into one button.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Skywright

Rectangle {
    id: bar
    required property Session session
    required property Commands commands
    property bool narrow: false

    implicitHeight: Theme.topBar
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Top bar")
    color: Theme.panel

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }

    Row {
        id: left
        anchors.left: parent.left
        anchors.leftMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        AppMark { anchors.verticalCenter: parent.verticalCenter; side: 24 }
        Item { width: 4; height: 1 }
        IconButton {
            id: folded
            visible: bar.narrow
            iconName: "menu"
            text: qsTr("Menu")
            onClicked: foldedMenu.popup(folded, 0, folded.height + 4)
            SkyMenu {
                id: foldedMenu
                FileMenu { commands: bar.commands; session: bar.session }
                EditMenu { commands: bar.commands }
                ViewMenu { commands: bar.commands }
                ArrangeMenu { commands: bar.commands }
                HelpMenu { commands: bar.commands }
            }
        }
        Repeater {
            model: bar.narrow ? [] : [fileMenu, editMenu, viewMenu, arrangeMenu, helpMenu]
            delegate: AbstractButton {
                id: opener
                required property Menu modelData
                text: modelData.title
                implicitHeight: Theme.control
                implicitWidth: words.implicitWidth + 16
                focusPolicy: Qt.TabFocus
                anchors.verticalCenter: parent.verticalCenter
                Accessible.role: Accessible.ButtonMenu
                Accessible.name: text
                onClicked: modelData.popup(opener, 0, opener.height + 4)
                background: Rectangle {
                    radius: Theme.radiusControl
                    color: opener.modelData.visible ? Theme.pressed : opener.hovered ? Theme.hover : "transparent"
                    border.width: opener.visualFocus ? 2 : 0
                    border.color: Theme.focus
                }
                contentItem: Item {
                    SkyText {
                        id: words
                        anchors.centerIn: parent
                        text: opener.text
                    }
                }
            }
        }
    }
    FileMenu { id: fileMenu; commands: bar.commands; session: bar.session }
    EditMenu { id: editMenu; commands: bar.commands }
    ViewMenu { id: viewMenu; commands: bar.commands }
    ArrangeMenu { id: arrangeMenu; commands: bar.commands }
    HelpMenu { id: helpMenu; commands: bar.commands }

    Row {
        anchors.centerIn: parent
        spacing: 8
        SkyText {
            objectName: "documentTitle"
            text: bar.session.document.title
            font.bold: true
            elide: Text.ElideMiddle
            width: Math.min(implicitWidth, Math.max(80, bar.width - 2 * Math.max(left.width, right.width) - 120))
        }
        Rectangle {
            visible: bar.session.document.modified
            width: 6
            height: 6
            radius: 3
            color: Theme.text3
            anchors.verticalCenter: parent.verticalCenter
        }
        SkyText {
            visible: bar.session.document.modified
            text: qsTr("edited")
            color: Theme.text2
        }
    }

    Row {
        id: right
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
        IconButton {
            iconName: "undo"
            text: bar.commands.undo.text
            keys: bar.commands.undo.keys
            enabled: bar.commands.undo.enabled
            onClicked: bar.commands.undo.trigger()
        }
        IconButton {
            iconName: "redo"
            text: bar.commands.redo.text
            keys: bar.commands.redo.keys
            enabled: bar.commands.redo.enabled
            onClicked: bar.commands.redo.trigger()
        }
        Rectangle { width: 1; height: 20; color: Theme.border; anchors.verticalCenter: parent.verticalCenter }
        IconButton {
            iconName: "search"
            text: qsTr("Find")
            keys: bar.commands.find.keys
            onClicked: bar.commands.find.trigger()
        }
        Rectangle { width: 1; height: 20; color: Theme.border; anchors.verticalCenter: parent.verticalCenter }
        Item { width: 4; height: 1 }
        SkyButton {
            primary: true
            iconName: "export"
            text: qsTr("Export")
            onClicked: bar.commands.exportPicture.trigger()
        }
    }
}
