// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and saving by name.
import QtQuick
import QtQuick.Window
import Skywright

Item {
    id: files
    required property Session session
    property var afterSaving: null
    signal opened()

    function open() { opening.ask(files.Window.window, session.document.suggestedUrl()) }
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
        saving.ask(files.Window.window, session.document.suggestedUrl())
    }

    FileAsker {
        id: opening
        title: qsTr("Open a project")
        filters: [qsTr("Projects and pictures (*.skyw *.json *.png *.svg)"), qsTr("All files (*)")]
        onAccepted: file => files.take(file)
    }
    FileAsker {
        id: saving
        title: qsTr("Save the project")
        saving: true
        suffix: "skyw"
        filters: [qsTr("Skywright project (*.skyw)"), qsTr("JSON (*.json)")]
        onAccepted: file => {
            const done = files.session.document.saveAsUrl(file)
            const then = files.afterSaving
            files.afterSaving = null
            if (done && then)
                then()
        }
        onRejected: files.afterSaving = null
    }
}
