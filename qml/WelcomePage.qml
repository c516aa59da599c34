// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: new designs with their pictures, and what was worked on last.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Rectangle {
    id: page
    required property Session session
    signal openWanted()
    signal done()

    color: Theme.window
    objectName: "welcomePage"
    onVisibleChanged: if (visible) search.forceActiveFocus()

    MouseArea { anchors.fill: parent; hoverEnabled: true; onWheel: wheel => wheel.accepted = true }

    Rectangle {
        id: side
        width: 248
        height: parent.height
        color: Theme.panel
        Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.border }
        AppMark { x: 24; y: 24; side: 36 }
        SkyText { x: 72; y: 22; text: "Skywright"; font.pixelSize: Theme.figure; font.bold: true }
        SkyText { x: 72; y: 46; text: Qt.application.version; font.pixelSize: Theme.caption; color: Theme.text2 }
        Column {
            x: 12
            y: 88
            width: parent.width - 24
            spacing: 2
            WelcomeEntry { width: parent.width; iconName: "plus"; text: qsTr("New"); checked: true; onClicked: scroller.contentY = 0 }
            WelcomeEntry { width: parent.width; iconName: "open"; text: qsTr("Open…"); onClicked: page.openWanted() }
            WelcomeEntry { width: parent.width; iconName: "clock"; text: qsTr("Recent"); enabled: Preferences.recentFiles.length > 0; onClicked: scroller.contentY = Math.max(0, scroller.contentHeight - scroller.height) }
        }
        Row {
            x: 24
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 24
            Repeater {
                model: ["English", "한국어"]
                delegate: AbstractButton {
                    id: language
                    required property int index
                    required property string modelData
                    width: 99
                    height: 32
                    text: modelData
                    focusPolicy: Qt.TabFocus
                    checked: Preferences.korean === (index === 1)
                    onClicked: Preferences.korean = index === 1
                    background: Rectangle {
                        color: language.checked ? Theme.selected : Theme.field
                        border.color: language.visualFocus ? Theme.focus : Theme.borderStrong
                        border.width: language.visualFocus ? 2 : 1
                    }
                    contentItem: SkyText {
                        text: language.text
                        horizontalAlignment: Text.AlignHCenter
                        font.family: "Noto Sans CJK KR"
                        font.bold: language.checked
                        color: language.checked ? Theme.accentText : Theme.text
                    }
                }
            }
        }
    }

    Flickable {
        id: scroller
        x: side.width
        width: parent.width - side.width
        height: parent.height
        contentHeight: column.height + 80
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        readonly property int columns: Math.max(1, Math.floor((width - 80 + 24) / (286 + 24)))
        readonly property real cardWidth: (width - 80 - (columns - 1) * 24) / columns

        Column {
            id: column
            x: 40
            y: 36
            width: parent.width - 80
            spacing: 16
            Item {
                width: parent.width
                height: 40
                SkyText { text: qsTr("New design"); font.pixelSize: Theme.page; font.bold: true; height: parent.height }
                SearchField {
                    id: search
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: 280
                    placeholderText: qsTr("Search templates")
                    Keys.onEscapePressed: text !== "" ? clear() : page.done()
                }
            }
            TemplatesModel {
                id: templates
                query: search.query
            }
            Grid {
                columns: scroller.columns
                columnSpacing: 24
                rowSpacing: 24
                Repeater {
                    model: templates
                    delegate: TemplateCard {
                        width: scroller.cardWidth
                        onClicked: {
                            if (!page.session.document.pristine) {
                                page.session.openTemplate(key)
                                page.done()
                            } else if (templates.start(key, page.session.document)) {
                                page.done()
                            }
                        }
                    }
                }
            }
            SkyText {
                visible: templates.count === 0
                text: qsTr("No template is called that.")
                color: Theme.text2
            }
            SkyText {
                visible: Preferences.recentFiles.length > 0
                topPadding: 16
                text: qsTr("Recent")
                font.pixelSize: Theme.title
                font.bold: true
            }
            Grid {
                columns: Math.max(1, Math.floor(scroller.columns * 3 / 4))
                columnSpacing: 24
                rowSpacing: 12
                Repeater {
                    model: Preferences.recentFiles
                    delegate: AbstractButton {
                        id: recent
                        required property string modelData
                        width: (column.width - 24 * (Math.max(1, Math.floor(scroller.columns * 3 / 4)) - 1)) / Math.max(1, Math.floor(scroller.columns * 3 / 4))
                        height: 60
                        focusPolicy: Qt.TabFocus
                        text: modelData.split("/").pop()
                        Accessible.name: text
                        onClicked: {
                            if (page.session.document.pristine)
                                page.session.document.openFile(modelData)
                            else
                                page.session.openWindow(modelData, false)
                        }
                        Keys.onReturnPressed: clicked()
                        background: Rectangle {
                            radius: Theme.radiusCard
                            color: recent.hovered ? Theme.hover : Theme.raised
                            border.color: recent.visualFocus ? Theme.focus : Theme.border
                            border.width: recent.visualFocus ? 2 : 1
                        }
                        contentItem: Item {
                            UiIcon { x: 10; name: "note"; anchors.verticalCenter: parent.verticalCenter }
                            SkyText { x: 40; y: 6; width: parent.width - 52; text: recent.text; elide: Text.ElideMiddle }
                            SkyText { x: 40; y: 28; width: parent.width - 52; text: recent.modelData.substring(0, recent.modelData.lastIndexOf("/")); font.pixelSize: Theme.small; color: Theme.text2; elide: Text.ElideMiddle }
                        }
                    }
                }
            }
        }
    }
    IconButton {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8
        iconName: "close"
        text: qsTr("To the canvas")
        keys: "Esc"
        onClicked: page.done()
    }
}
