// SPDX-License-Identifier: GPL-3.0-or-later
// The tools: select, move the page, connect, words, note.
import QtQuick
import Skywright

Shadowed {
    id: tools
    required property Session session
    required property DiagramCanvas canvas
    readonly property int tool: session.view.tool

    width: row.implicitWidth + 8
    height: 40

    function take(tool) {
        session.view.tool = tool
        canvas.focusWanted()
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 2
        IconButton { iconName: "select"; side: 32; text: qsTr("Select and move"); keys: "Esc"; checked: tools.tool === ViewState.Tool.Select; onClicked: tools.take(ViewState.Tool.Select) }
        IconButton { iconName: "hand"; side: 32; text: qsTr("Move the page"); keys: qsTr("Space"); checked: tools.tool === ViewState.Tool.Hand; onClicked: tools.take(ViewState.Tool.Hand) }
        Rectangle { width: 1; height: 20; color: Theme.border; anchors.verticalCenter: parent.verticalCenter }
        IconButton { iconName: "connect"; side: 32; text: qsTr("Connect"); keys: "Ctrl+Enter"; checked: tools.tool === ViewState.Tool.Connect; onClicked: tools.take(ViewState.Tool.Connect) }
        Rectangle { width: 1; height: 20; color: Theme.border; anchors.verticalCenter: parent.verticalCenter }
        IconButton { iconName: "text"; side: 32; text: qsTr("Words"); checked: tools.tool === ViewState.Tool.Words; onClicked: tools.take(ViewState.Tool.Words) }
        IconButton { iconName: "note"; side: 32; text: qsTr("Note"); checked: tools.tool === ViewState.Tool.Note; onClicked: tools.take(ViewState.Tool.Note) }
    }
}
