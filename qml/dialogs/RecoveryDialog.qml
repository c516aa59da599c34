// SPDX-License-Identifier: GPL-3.0-or-later
// After a crash: what could be brought back, before it is.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

SkyDialog {
    id: dialog
    required property Session session
    signal restored()

    objectName: "recoveryDialog"
    width: 480
    title: qsTr("Skywright did not close properly")
    closePolicy: SkyDialog.CloseOnEscape

    function look() {
        if (found.look() > 0)
            open()
    }
    RecoveryModel { id: found }

    Column {
        width: parent.width
        spacing: 8
        SkyText {
            width: parent.width
            wrapMode: Text.WordWrap
            color: Theme.text2
            text: qsTr("These projects hold changes that were never saved. Your own files are as you saved them last.")
        }
        Repeater {
            model: found
            delegate: Rectangle {
                id: row
                required property int index
                required property string name
                required property string what
                required property string file
                required property string path
                required property bool damaged
                width: parent ? parent.width : 0
                height: 56
                radius: Theme.radiusCard
                color: Theme.panel
                border.color: Theme.border
                SkyText { x: 12; y: 8; width: parent.width - 230; text: row.name; font.bold: true; elide: Text.ElideMiddle }
                SkyText { x: 12; y: 28; width: parent.width - 230; text: row.what; font.pixelSize: Theme.small; color: row.damaged ? Theme.error : Theme.text2 }
                Row {
                    anchors.right: parent.right
                    anchors.rightMargin: 10
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 8
                    SkyButton {
                        quiet: true
                        text: qsTr("Discard")
                        onClicked: {
                            found.discard(row.index)
                            if (found.count === 0)
                                dialog.close()
                        }
                    }
                    SkyButton {
                        objectName: "restoreButton"
                        visible: !row.damaged
                        primary: true
                        text: qsTr("Restore")
                        onClicked: {
                            dialog.close()
                            if (dialog.session.document.restore(row.file, row.path))
                                dialog.restored()
                        }
                    }
                }
            }
        }
    }
    buttons: [
        SkyButton {
            text: qsTr("Decide later")
            onClicked: dialog.close()
        }
    ]
}
