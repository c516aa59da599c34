// SPDX-License-Identifier: GPL-3.0-or-later
// Instance types to pick from: searched, sorted by a click on a column, with the price in the drawing's Region.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Skywright

Popup {
    id: popup
    required property Session session
    property Item field: null
    property var taken: null
    property string current: ""
    readonly property var columns: [
        { title: qsTr("Type"), column: InspectorTypes.Order.ByType, width: 148 },
        { title: qsTr("vCPU"), column: InspectorTypes.Order.ByVcpus, width: 56 },
        { title: "GiB", column: InspectorTypes.Order.ByMemory, width: 64 },
        { title: qsTr("USD/month"), column: InspectorTypes.Order.ByPrice, width: 104 }]

    function openFor(item, table, value, callback) {
        types.table = table
        types.look()
        search.clear()
        current = value
        field = item
        taken = callback
        const place = item.mapToItem(parent, 0, 0)
        x = Math.max(4, Math.min(parent.width - width - 4, place.x + item.width - width))
        y = Math.max(4, Math.min(parent.height - implicitHeight - 4, place.y + item.height + 4))
        open()
    }
    function take(row) {
        const type = types.typeAt(row)
        close()
        const callback = taken
        if (callback && type !== "")
            callback(type)
    }

    objectName: "typeTable"
    parent: T.Overlay.overlay
    width: 392
    implicitHeight: 384
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
        list.currentIndex = Math.max(0, types.rowOf(current))
        list.positionViewAtIndex(list.currentIndex, ListView.Center)
        search.focus = true
    }
    onClosed: if (field) field.forceActiveFocus(Qt.PopupFocusReason)

    InspectorTypes {
        id: types
        session: popup.session
        query: search.query
    }
    contentItem: Item {
        SearchField {
            id: search
            objectName: "typeSearch"
            x: 8
            y: 8
            width: parent.width - 16
            placeholderText: qsTr("Search, such as t3 or arm64")
            onQueryChanged: list.currentIndex = 0
            Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
            Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
            Keys.onReturnPressed: popup.take(list.currentIndex)
            Keys.onEnterPressed: popup.take(list.currentIndex)
        }
        Row {
            id: head
            x: 10
            y: 46
            Repeater {
                model: popup.columns
                delegate: AbstractButton {
                    id: title
                    required property int index
                    required property var modelData
                    readonly property bool sorted: types.sortedBy === modelData.column
                    width: modelData.width
                    height: 24
                    focusPolicy: Qt.TabFocus
                    text: modelData.title
                    Accessible.name: qsTr("Sort by %1").arg(text)
                    onClicked: {
                        if (sorted) {
                            types.descending = !types.descending
                        } else {
                            types.sortedBy = modelData.column
                            types.descending = false
                        }
                        list.currentIndex = 0
                    }
                    background: Rectangle {
                        radius: Theme.radiusControl
                        color: title.hovered ? Theme.hover : "transparent"
                        border.width: title.visualFocus ? 2 : 0
                        border.color: Theme.focus
                    }
                    contentItem: SkyText {
                        text: title.text + (title.sorted ? types.descending ? " ↓" : " ↑" : "")
                        leftPadding: 8
                        rightPadding: 8
                        color: title.sorted ? Theme.text : Theme.text2
                        font.pixelSize: Theme.small
                        horizontalAlignment: title.index === 0 ? Text.AlignLeft : Text.AlignRight
                    }
                }
            }
        }
        Rectangle {
            y: 71
            width: parent.width
            height: 1
            color: Theme.border
        }
        ListView {
            id: list
            y: 72
            width: parent.width
            height: parent.height - y - 29
            clip: true
            model: types
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.Table
            SkyText {
                visible: list.count === 0
                x: 16
                height: 40
                text: qsTr("Nothing is called that")
                color: Theme.text2
            }
            delegate: Rectangle {
                id: row
                required property int index
                required property string type
                required property string vcpus
                required property string memory
                required property string price
                width: list.width
                height: 28
                color: list.currentIndex === index ? Theme.selected : hover.containsMouse ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2 vCPU, %3 GiB, %4 USD a month").arg(type).arg(vcpus).arg(memory).arg(price)
                Row {
                    x: 10
                    Repeater {
                        model: [row.type, row.vcpus, row.memory, row.price]
                        delegate: SkyText {
                            required property int index
                            required property string modelData
                            width: popup.columns[index].width
                            height: 28
                            leftPadding: 8
                            rightPadding: 8
                            text: modelData
                            font.bold: index === 0 && row.type === popup.current
                            color: index === 0 || index === 3 ? Theme.text : Theme.text2
                            horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                        }
                    }
                }
                MouseArea {
                    id: hover
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: popup.take(row.index)
                }
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 28
            width: parent.width
            height: 1
            color: Theme.border
        }
        SkyText {
            anchors.bottom: parent.bottom
            x: 18
            width: parent.width - 36
            height: 28
            text: qsTr("On demand, 730 hours, in %1. – means not known.").arg(types.region)
            color: Theme.text3
            font.pixelSize: Theme.small
        }
    }
}
