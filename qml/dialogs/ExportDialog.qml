// SPDX-License-Identifier: GPL-3.0-or-later
// Exporting a picture: what it will look like, and what of it there is to choose.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Skywright

SkyDialog {
    id: dialog
    required property Session session
    signal told(string kind, string what)

    objectName: "exportDialog"
    title: qsTr("Export %1").arg(session.document.title)
    width: Math.min(960, parent ? parent.width - 80 : 960)
    bodyHeight: 420
    onAboutToShow: {
        picture.dark = Theme.dark
        picture.korean = Preferences.korean
        picture.selectionOnly = false
        later.restart()
    }

    function copy() { picture.copySelection() }
    function printDrawing() { picture.printOut() }

    PictureExport {
        id: picture
        session: dialog.session
        onChanged: later.restart()
        onWritten: path => {
            dialog.close()
            dialog.told("ok", qsTr("Picture saved: %1").arg(path.split("/").pop()))
        }
        onCopied: dialog.told("ok", qsTr("Copied as a picture"))
        onFailed: what => dialog.told("error", what)
    }
    Timer {
        id: later
        interval: 60
        onTriggered: picture.renew(preview.width * Screen.devicePixelRatio, preview.height * Screen.devicePixelRatio)
    }
    FileAsker {
        id: where
        title: qsTr("Save the picture")
        saving: true
        suffix: picture.format
        filters: [picture.format.toUpperCase() + " (*." + picture.format + ")"]
        onAccepted: file => picture.writeTo(file)
    }

    Item {
        width: parent.width
        height: 420
        Rectangle {
            width: parent.width - 336
            height: parent.height
            radius: Theme.radiusCard
            color: Theme.window
            border.color: Theme.border
            Image {
                id: preview
                anchors.fill: parent
                anchors.margins: 12
                source: picture.preview
                cache: false
                smooth: true
                fillMode: Image.PreserveAspectFit
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Preview")
            }
            SkyText {
                anchors.centerIn: parent
                width: parent.width - 40
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.WordWrap
                text: picture.problem
                color: Theme.text2
            }
        }
        Column {
            anchors.right: parent.right
            width: 312
            spacing: 12
            ExportChoice {
                title: qsTr("Format")
                choices: ["PNG", "SVG", "PDF"]
                current: picture.format === "png" ? 0 : picture.format === "svg" ? 1 : 2
                onChosen: index => picture.format = ["png", "svg", "pdf"][index]
            }
            ExportChoice {
                title: qsTr("Theme")
                choices: [qsTr("Light"), qsTr("Dark")]
                current: picture.dark ? 1 : 0
                onChosen: index => picture.dark = index === 1
            }
            ExportChoice {
                title: qsTr("Language")
                choices: ["English", "한국어"]
                current: picture.korean ? 1 : 0
                onChosen: index => picture.korean = index === 1
            }
            ExportChoice {
                visible: picture.format === "png"
                title: qsTr("Size")
                choices: ["1×", "2×", "3×", "4×"]
                current: picture.scale - 1
                onChosen: index => picture.scale = index + 1
            }
            ExportChoice {
                visible: picture.format === "pdf"
                title: qsTr("Paper")
                choices: [qsTr("Drawing"), "A4", "16:9"]
                current: picture.paper
                onChosen: index => picture.paper = index
            }
            ExportSwitch { text: qsTr("Transparent background"); checked: picture.transparent; onToggled: picture.transparent = checked }
            ExportSwitch { text: qsTr("Only the selection"); enabled: dialog.session.view.selectionCount > 0; checked: picture.selectionOnly; onToggled: picture.selectionOnly = checked }
            ExportSwitch { text: qsTr("Title block"); checked: picture.titleBlock; onToggled: picture.titleBlock = checked }
            ExportSwitch { text: qsTr("Legend"); checked: picture.legend; onToggled: picture.legend = checked }
            ExportSwitch { visible: picture.format !== "pdf"; text: qsTr("The project inside, to open it again"); checked: picture.embed; onToggled: picture.embed = checked }
            SkyText { text: picture.measure; color: Theme.text2; font.pixelSize: Theme.small }
        }
    }
    buttons: [
        SkyButton {
            text: picture.busy ? qsTr("Stop") : qsTr("Cancel")
            onClicked: picture.busy ? picture.cancel() : dialog.close()
        },
        SkyButton {
            objectName: "exportButton"
            primary: true
            enabled: !picture.busy && picture.problem === ""
            text: picture.busy ? qsTr("Exporting…") : qsTr("Export…")
            onClicked: where.ask(preview.Window.window, picture.suggestedUrl())
        }
    ]
}
