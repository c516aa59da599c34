// SPDX-License-Identifier: GPL-3.0-or-later
// Shortcuts that belong together.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

Column {
    id: group
    property string title: ""
    property var rows: []
    width: 260
    spacing: 4
    SkyText {
        text: group.title
        font.bold: true
        height: 28
    }
    Repeater {
        model: group.rows
        delegate: Row {
            id: row
            required property var modelData
            spacing: 8
            Item {
                width: 104
                height: cap.height
                KeyCap { id: cap; text: row.modelData[0] }
            }
            SkyText {
                width: 148
                wrapMode: Text.WordWrap
                text: row.modelData[1]
                font.pixelSize: Theme.small
                color: Theme.text2
            }
        }
    }
}
