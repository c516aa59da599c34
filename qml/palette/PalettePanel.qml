// SPDX-License-Identifier: GPL-3.0-or-later
// The palette: services by category, or what a search finds. Tiles are dragged onto the canvas with an internal drag (a
// platform drag gives QML no key events), or placed in the selected container by double-click and Enter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Skywright

Rectangle {
    id: panel
    required property Session session
    required property DiagramCanvas canvas
    property bool narrow: false
    readonly property string foldKey: narrow ? "palette/foldedNarrow" : "palette/folded" // each room has its habit
    property bool folded: Preferences.rememberedFlag(foldKey, narrow)
    property int panelWidth: Preferences.rememberedNumber("palette/width", 248)
    property string list: "" // "", "favourites" or "recent"

    color: Theme.panel
    onPanelWidthChanged: Preferences.remember("palette/width", panelWidth)
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Palette")

    function fold(now) {
        folded = now
        Preferences.remember(foldKey, now)
    }
    function focusSearch() {
        folded = false
        search.forceActiveFocus()
        search.selectAll()
    }
    PaletteActions {
        id: verbs
        session: panel.session
        canvas: panel.canvas
    }

    // Rail
    Column {
        visible: panel.folded
        anchors.horizontalCenter: parent.horizontalCenter
        y: 8
        spacing: 4
        IconButton { iconName: "chevron-right"; text: qsTr("Open the palette"); onClicked: panel.fold(false) }
        IconButton { iconName: "search"; text: qsTr("Search services"); keys: "/"; onClicked: panel.focusSearch() }
        IconButton { iconName: "star"; text: qsTr("Favourites"); onClicked: { panel.fold(false); panel.list = "favourites" } }
        IconButton { iconName: "clock"; text: qsTr("Used last"); onClicked: { panel.fold(false); panel.list = "recent" } }
    }

    ColumnLayout {
        visible: !panel.folded
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.rightMargin: 8
            Layout.topMargin: 4
            spacing: 2
            SkyText {
                text: panel.list === "favourites" ? qsTr("Favourites") : panel.list === "recent" ? qsTr("Used last") : qsTr("Palette")
                font.bold: true
                Layout.fillWidth: true
                Layout.preferredHeight: 28
            }
            IconButton {
                iconName: "star"
                text: qsTr("Favourites")
                checked: panel.list === "favourites"
                onClicked: panel.list = panel.list === "favourites" ? "" : "favourites"
            }
            IconButton {
                iconName: "clock"
                text: qsTr("Used last")
                checked: panel.list === "recent"
                onClicked: panel.list = panel.list === "recent" ? "" : "recent"
            }
            IconButton {
                visible: panel.narrow
                iconName: "close"
                text: qsTr("Fold the palette")
                onClicked: panel.fold(true)
            }
        }
        SearchField {
            id: search
            objectName: "paletteSearch"
            Layout.fillWidth: true
            Layout.margins: 12
            Layout.topMargin: 4
            Layout.bottomMargin: 8
            placeholderText: qsTr("Search services")
            keys: "/"
            onQueryChanged: results.currentIndex = 0
            Keys.onEscapePressed: {
                if (text !== "")
                    clear()
                else
                    panel.canvas.focusWanted()
            }
            Keys.onReturnPressed: {
                if (found.count > 0)
                    verbs.place(found.serviceAt(results.currentIndex), found.presetAt(results.currentIndex))
            }
            Keys.onDownPressed: results.currentIndex = Math.min(results.currentIndex + 1, found.count - 1)
            Keys.onUpPressed: results.currentIndex = Math.max(results.currentIndex - 1, 0)
        }
        PaletteModel {
            id: found
            query: search.query
        }
        PaletteModel {
            id: listed
            category: panel.list
        }

        // What the search finds
        ListView {
            id: results
            visible: search.query.trim() !== ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: found
            currentIndex: 0
            boundsBehavior: Flickable.StopAtBounds
            interactive: false
            ScrollBar.vertical: ScrollBar {}
            WheelHandler { onWheel: event => results.contentY = Math.max(0, Math.min(Math.max(0, results.contentHeight - results.height), results.contentY - event.angleDelta.y / 2)) }
            delegate: PaletteRow {
                width: results.width
                actions: verbs
                current: ListView.isCurrentItem
            }
            SkyText {
                visible: found.count === 0
                width: parent.width - 24
                x: 12
                y: 12
                wrapMode: Text.WordWrap
                color: Theme.text2
                text: qsTr("Nothing is called that. Try a shorter word, in English or Korean.")
            }
        }

        // By category
        Flickable {
            id: scroller
            visible: search.query.trim() === ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: groups.implicitHeight + 16
            clip: true
            interactive: false
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            WheelHandler { onWheel: event => scroller.contentY = Math.max(0, Math.min(Math.max(0, scroller.contentHeight - scroller.height), scroller.contentY - event.angleDelta.y / 2)) }
            Column {
                id: groups
                width: scroller.width
                Grid {
                    visible: panel.list !== ""
                    x: (groups.width - width) / 2
                    columns: Math.max(1, Math.floor((groups.width - 16) / 74))
                    columnSpacing: 2
                    rowSpacing: 4
                    Repeater {
                        model: listed
                        delegate: PaletteTile { actions: verbs }
                    }
                }
                SkyText {
                    visible: panel.list !== "" && listed.count === 0
                    x: 12
                    width: groups.width - 24
                    wrapMode: Text.WordWrap
                    color: Theme.text2
                    text: panel.list === "favourites" ? qsTr("Right-click a service to keep it here.") : qsTr("Services you have placed gather here.")
                }
                Repeater {
                    model: PaletteGroups {}
                    delegate: PaletteGroup {
                        width: groups.width
                        visible: panel.list === ""
                        actions: verbs
                    }
                }
            }
        }
    }
}
