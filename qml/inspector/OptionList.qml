// SPDX-License-Identifier: GPL-3.0-or-later
// What may be picked for a field, floating below it: searched when there is much, with a first row that unsets. One for
// the whole inspector; it gives the focus back to the field it was opened for.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Skywright

Popup {
    id: popup
    property var options: []
    property string current: ""
    property string unsetLabel: ""
    property Item field: null
    property var taken: null // called with the value; "" unsets
    readonly property bool searched: options.length > 9
    readonly property var rows: {
        const words = searched ? search.query.trim().toLowerCase() : ""
        const found = []
        if (unsetLabel !== "" && words === "")
            found.push({ value: "", label: unsetLabel, detail: "", service: "" })
        for (let i = 0; i < options.length; ++i) {
            const option = options[i]
            if (words === "" || option.label.toLowerCase().indexOf(words) >= 0 || option.value.toLowerCase().indexOf(words) >= 0
                || option.detail.toLowerCase().indexOf(words) >= 0)
                found.push(option)
        }
        return found
    }

    function openFor(item, choices, value, unset, callback) {
        if (opened && field === item) {
            close()
            return
        }
        search.clear()
        options = choices
        current = value
        unsetLabel = unset
        field = item
        taken = callback
        width = Math.max(228, item.width)
        const place = item.mapToItem(parent, 0, 0)
        x = Math.max(4, Math.min(parent.width - width - 4, place.x + item.width - width))
        const below = parent.height - place.y - item.height - 12
        const wanted = Math.min(rows.length, 9) * 28 + 8 + (searched ? 44 : 0)
        y = below >= wanted || below >= place.y ? place.y + item.height + 4 : Math.max(4, place.y - wanted - 4)
        open()
    }
    function take(row) {
        const value = rows[row].value
        close()
        const callback = taken
        if (callback)
            callback(value)
    }

    objectName: "optionList"
    parent: T.Overlay.overlay
    padding: 0
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    background: Shadowed {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick; easing.type: Easing.OutCubic }
    }
    exit: Transition {}
    // Before it is shown, so that keys typed meanwhile are not lost.
    onAboutToShow: {
        list.currentIndex = 0
        for (let i = 0; i < rows.length; ++i)
            if (rows[i].value === current)
                list.currentIndex = i
        list.positionViewAtIndex(list.currentIndex, ListView.Contain)
        if (searched)
            search.focus = true
        else
            list.focus = true
    }
    onClosed: {
        if (field)
            field.forceActiveFocus(Qt.PopupFocusReason)
    }

    contentItem: Column {
        Item {
            visible: popup.searched
            width: parent.width
            height: visible ? 44 : 0
            SearchField {
                id: search
                x: 6
                y: 6
                width: parent.width - 12
                placeholderText: qsTr("Search")
                onQueryChanged: list.currentIndex = 0
                Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
                Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
                Keys.onReturnPressed: if (list.count > 0) popup.take(list.currentIndex)
                Keys.onEnterPressed: if (list.count > 0) popup.take(list.currentIndex)
            }
        }
        ListView {
            id: list
            width: parent.width
            height: Math.max(36, Math.min(9 * 28, contentHeight) + 8)
            topMargin: 4
            bottomMargin: 4
            clip: true
            model: popup.rows.length
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: if (count > 0) popup.take(currentIndex)
            Keys.onEnterPressed: if (count > 0) popup.take(currentIndex)
            Keys.onSpacePressed: if (count > 0) popup.take(currentIndex)
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            SkyText {
                visible: list.count === 0
                x: 12
                height: 28
                width: parent.width - 24
                color: Theme.text2
                text: popup.options.length === 0 ? qsTr("Nothing in the drawing fits") : qsTr("Nothing is called that")
            }
            delegate: Rectangle {
                id: row
                required property int index
                readonly property var option: popup.rows[index] ?? { value: "", label: "", detail: "", service: "" }
                readonly property bool unset: option.value === "" && option.label === popup.unsetLabel
                width: list.width
                height: 28
                color: "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: option.label + " " + option.detail
                Rectangle {
                    x: 4
                    width: parent.width - 8
                    height: parent.height
                    radius: Theme.radiusControl
                    color: list.currentIndex === row.index ? Theme.selected : "transparent"
                    ServiceTile {
                        id: tile
                        visible: row.option.service !== ""
                        x: 6
                        anchors.verticalCenter: parent.verticalCenter
                        side: 16
                        service: row.option.service
                    }
                    SkyText {
                        x: tile.visible ? 28 : 8
                        width: parent.width - x - detail.width - 16
                        height: parent.height
                        text: row.option.label
                        color: row.unset ? Theme.text3 : Theme.text
                        font.bold: !row.unset && row.option.value === popup.current
                    }
                    SkyText {
                        id: detail
                        anchors.right: parent.right
                        anchors.rightMargin: 8
                        height: parent.height
                        width: Math.min(implicitWidth, parent.width / 2)
                        text: row.option.detail
                        color: Theme.text2
                        font.pixelSize: Theme.small
                    }
                }
                MouseArea {
                    anchors.fill: parent
                    hoverEnabled: true
                    onPositionChanged: list.currentIndex = row.index
                    onClicked: popup.take(row.index)
                }
            }
        }
    }
}
