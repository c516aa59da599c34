// SPDX-License-Identifier: GPL-3.0-or-later
// A text in two languages, one below the other. Where Korean is left empty the English text serves both.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Column {
    id: editor
    property string label: ""
    property string english: ""
    property string korean: ""
    property string unset: ""
    property bool lines: false // of several lines
    signal entered(string english, string korean)
    signal escaped()
    spacing: 4

    Repeater {
        model: 2
        delegate: Item {
            id: part
            required property int index
            readonly property string settled: index === 0 ? editor.english : editor.korean
            width: editor.width
            height: editor.lines ? Math.max(48, Math.min(160, input.contentHeight + 12)) : Theme.control
            function settle() { input.text = settled }
            function commit() {
                if (input.text === settled)
                    return
                if (index === 0)
                    editor.entered(input.text, editor.korean)
                else
                    editor.entered(editor.english, input.text)
            }
            onSettledChanged: settle()
            Component.onCompleted: settle()

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusControl
                color: part.settled !== "" || input.activeFocus ? Theme.field : "transparent"
                border.width: input.activeFocus ? 2 : 1
                border.color: input.activeFocus ? Theme.focus : part.settled !== "" ? Theme.borderStrong : Theme.border
            }
            Flickable {
                id: view
                anchors.fill: parent
                anchors.margins: 1
                anchors.rightMargin: 24
                clip: true
                contentWidth: width
                contentHeight: Math.max(height, input.contentHeight + 10)
                interactive: false
                boundsBehavior: Flickable.StopAtBounds
                TextEdit {
                    id: input
                    width: view.width
                    height: view.contentHeight
                    leftPadding: 8
                    topPadding: editor.lines ? 5 : 4
                    color: Theme.text
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.accentInk
                    font.family: Theme.family
                    font.pixelSize: Theme.body
                    renderType: Text.NativeRendering
                    wrapMode: editor.lines ? TextEdit.Wrap : TextEdit.NoWrap
                    selectByMouse: true
                    activeFocusOnTab: true
                    Accessible.role: Accessible.EditableText
                    Accessible.name: editor.label + ", " + (part.index === 0 ? "English" : "한국어")
                    onActiveFocusChanged: if (!activeFocus) part.commit()
                    onCursorRectangleChanged: {
                        if (cursorRectangle.y < view.contentY)
                            view.contentY = cursorRectangle.y
                        else if (cursorRectangle.y + cursorRectangle.height > view.contentY + view.height)
                            view.contentY = cursorRectangle.y + cursorRectangle.height - view.height
                    }
                    Keys.onPressed: event => {
                        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                        if (enter && inputMethodComposing)
                            return
                        if (enter && (!editor.lines || event.modifiers & Qt.ControlModifier)) {
                            part.commit()
                            event.accepted = true
                        } else if (event.key === Qt.Key_Tab && !inputMethodComposing) {
                            nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                            event.accepted = true
                        } else if (event.key === Qt.Key_Backtab) {
                            nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                            event.accepted = true
                        } else if (event.key === Qt.Key_Escape) {
                            if (text !== part.settled)
                                part.settle()
                            else
                                editor.escaped()
                            event.accepted = true
                        }
                    }
                }
            }
            SkyText {
                visible: input.text === "" && input.preeditText === "" && !input.activeFocus
                x: 8
                width: parent.width - 36
                height: Theme.control
                text: part.index === 0 ? editor.unset : editor.english !== "" ? qsTr("As in English") : ""
                color: Theme.text3
            }
            SkyText {
                anchors.right: parent.right
                anchors.rightMargin: 6
                height: Theme.control
                text: part.index === 0 ? "en" : "ko"
                color: Theme.text3
                font.pixelSize: Theme.caption
            }
        }
    }
}
