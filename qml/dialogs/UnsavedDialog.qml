// SPDX-License-Identifier: GPL-3.0-or-later
// Asks before changes that are not saved would go.
import QtQuick
import Skywright

SkyDialog {
    id: dialog
    required property Session session
    signal nameWanted(var then) // a new project: it is saved under a name first
    property var then: null

    objectName: "unsavedDialog"
    title: qsTr("Save changes to %1?").arg(session.document.title)

    function ask(next) {
        then = next
        open()
        saveButton.forceActiveFocus(Qt.TabFocusReason)
    }
    function go() {
        const next = then
        then = null
        close()
        if (next)
            next()
    }

    SkyText {
        width: parent.width
        color: Theme.text2
        wrapMode: Text.WordWrap
        text: dialog.session.document.unsavedChanges === 1 ? qsTr("1 change is not saved.")
                                                           : qsTr("%1 changes are not saved.").arg(dialog.session.document.unsavedChanges)
    }
    buttons: [
        SkyButton {
            quiet: true
            text: qsTr("Discard")
            onClicked: dialog.go()
        },
        Item { width: 120; height: 1 },
        SkyButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        SkyButton {
            id: saveButton
            objectName: "saveButton"
            primary: true
            text: qsTr("Save")
            Keys.onReturnPressed: clicked()
            onClicked: {
                if (dialog.session.document.untitled) {
                    const next = dialog.then
                    dialog.close()
                    dialog.nameWanted(next)
                } else if (dialog.session.document.save()) {
                    dialog.go()
                } else {
                    dialog.close()
                }
            }
        }
    ]
}
