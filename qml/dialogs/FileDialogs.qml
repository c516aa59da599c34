// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and saving by name.
import QtQuick
import QtQuick.Dialogs
import Skywright

Item {
    id: files
    required property Session session
    property var afterSaving: null
    signal opened()

    function open() { opening.open() }
    function openUrls(urls) {
        for (let i = 0; i < urls.length; ++i)
            take(urls[i])
    }
    // Into this window when it holds nothing yet, else into a new one: no work is ever closed by opening.
    function take(url) {
        if (session.document.pristine) {
            if (session.document.openUrl(url))
                opened()
        } else {
            session.openWindow(session.document.pathOf(url), false)
        }
    }
    function saveAs(then) {
        afterSaving = then === undefined ? null : then
        saving.selectedFile = session.document.suggestedUrl()
        saving.open()
    }

    FileDialog {
        id: opening
        title: qsTr("Open a project")
        nameFilters: [qsTr("Projects and pictures (*.skyw *.json *.png *.svg)"), qsTr("All files (*)")]
        onAccepted: files.take(selectedFile)
    }
    FileDialog {
        id: saving
        title: qsTr("Save the project")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "skyw"
        nameFilters: [qsTr("Skywright project (*.skyw)"), qsTr("JSON (*.json)")]
        onAccepted: {
            const done = files.session.document.saveAsUrl(selectedFile)
            const then = files.afterSaving
            files.afterSaving = null
            if (done && then)
                then()
        }
        onRejected: files.afterSaving = null
    }
}
