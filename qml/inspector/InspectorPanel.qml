// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, property by property; the project when nothing is selected.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Skywright

FocusScope {
    id: panel
    required property Session session
    property bool folded: Preferences.rememberedFlag("inspector/folded", false)
    readonly property int usual: Window.width > 0 && Window.width < 1440 ? 288 : 320
    property int panelWidth: Preferences.rememberedNumber("inspector/width", usual)
    signal escaped() // back to the canvas

    onFoldedChanged: Preferences.remember("inspector/folded", folded)
    onPanelWidthChanged: if (panelWidth !== usual) Preferences.remember("inspector/width", panelWidth)
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Inspector")

    function focusFirst() {
        heading.forceActiveFocus(Qt.TabFocusReason)
    }

    InspectorHead {
        id: head
        session: panel.session
    }
    InspectorModel {
        id: model
        session: panel.session
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.panel
    }
    IconButton {
        visible: panel.folded
        x: 8
        y: 8
        iconName: "settings"
        text: qsTr("Open the inspector")
        onClicked: panel.folded = false
    }
    Flickable {
        id: scroller
        visible: !panel.folded
        anchors.fill: parent
        contentHeight: content.height
        clip: true
        interactive: false
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: scroller.contentHeight > scroller.height ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff }
        WheelHandler {
            onWheel: event => scroller.contentY = Math.max(0, Math.min(Math.max(0, scroller.contentHeight - scroller.height), scroller.contentY - event.angleDelta.y / 2))
        }
        Connections {
            target: panel.session.view
            function onSelectionChanged() { scroller.contentY = 0 }
        }
        // What has the keyboard focus is always in view.
        Connections {
            target: panel.Window.window
            function onActiveFocusItemChanged() {
                const item = panel.Window.activeFocusItem
                for (let at = item; at; at = at.parent)
                    if (at === content) {
                        const place = item.mapToItem(content, 0, 0)
                        if (place.y < scroller.contentY)
                            scroller.contentY = Math.max(0, place.y - 8)
                        else if (place.y + item.height > scroller.contentY + scroller.height)
                            scroller.contentY = Math.max(0, Math.min(place.y + item.height + 8, content.height) - scroller.height)
                        return
                    }
            }
        }

        Column {
            id: content
            width: scroller.width
            bottomPadding: 24

            InspectorHeading {
                id: heading
                width: parent.width
                head: head
                onEscaped: panel.escaped()
            }
            SkyText {
                visible: head.about === "project" && panel.session.document.elementCount === 0
                x: 12
                width: parent.width - 24
                bottomPadding: 12
                wrapMode: Text.WordWrap
                color: Theme.text2
                font.pixelSize: Theme.small
                text: qsTr("Select something on the canvas to see what it is. Until then this is about the project.")
            }
            Repeater {
                model: model
                delegate: InspectorRow {
                    width: content.width
                    rows: model
                    session: panel.session
                    tools: sharedTools
                }
            }
            InspectorSection {
                id: naming
                visible: head.about !== "several"
                width: parent.width
                text: head.about === "project" ? qsTr("Name of the project") : qsTr("Name on the canvas")
                open: Preferences.rememberedFlag("inspector/naming", false)
                onClicked: {
                    open = !open
                    Preferences.remember("inspector/naming", open)
                }
                SkyText {
                    visible: !naming.open
                    anchors.right: parent.right
                    anchors.rightMargin: 12
                    height: parent.height
                    text: "en · ko"
                    color: Theme.text2
                    font.pixelSize: Theme.small
                }
            }
            InspectorWords {
                visible: naming.visible && naming.open
                x: 12
                width: parent.width - 24
                label: naming.text
                english: head.english
                korean: head.korean
                unset: qsTr("Not set · called %1").arg(head.called)
                onEntered: (english, korean) => head.renameIn(english, korean)
                onEscaped: panel.escaped()
            }
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.border
            }
        }
    }
    OptionList { id: optionList }
    TypeTable {
        id: typeTable
        session: panel.session
    }
    InspectorTools {
        id: sharedTools
        choices: optionList
        types: typeTable
        onEscaped: panel.escaped()
    }
}
