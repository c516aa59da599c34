// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the inspector: tile, name, kind and place, and below it one derived fact.
import QtQuick
import QtQuick.Controls.Basic
import Skywright

Item {
    id: heading
    required property InspectorHead head
    signal escaped()

    readonly property int below: 64 + kind.height - 18 // a long place takes a second line
    implicitHeight: below + (fact.visible ? fact.height + 12 : 0)

    ServiceTile {
        id: tile
        visible: heading.head.service !== ""
        x: 12
        y: 12
        side: 40
        service: heading.head.service
    }
    Rectangle {
        visible: !tile.visible
        x: 12
        y: 12
        width: 40
        height: 40
        radius: Theme.radiusCard
        color: Theme.hover
        UiIcon {
            anchors.centerIn: parent
            side: 20
            name: heading.head.about === "link" ? "connect" : heading.head.about === "project" ? "fit" : "select"
        }
    }
    TextField {
        id: name
        objectName: "inspectorName"
        readonly property string settled: heading.head.name !== "" ? heading.head.name : heading.head.about === "link" ? "" : heading.head.called
        x: 56
        y: 9
        width: parent.width - x - (page.visible ? 44 : 8)
        height: 26
        leftPadding: 8
        rightPadding: 8
        topPadding: 0
        bottomPadding: 0
        readOnly: heading.head.about === "several"
        activeFocusOnTab: !readOnly
        placeholderText: heading.head.called
        placeholderTextColor: Theme.text
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.family: Theme.family
        font.pixelSize: Theme.title
        font.bold: true
        verticalAlignment: TextInput.AlignVCenter
        renderType: Text.NativeRendering
        Accessible.name: qsTr("Name")
        function settle() {
            text = settled
            cursorPosition = 0
        }
        function commit() {
            if (!readOnly && text.trim() !== settled)
                heading.head.rename(text)
            settle()
        }
        onSettledChanged: settle()
        Component.onCompleted: settle()
        onEditingFinished: commit()
        Connections {
            target: heading.head.session.view
            function onSelectionAboutToChange() {
                if (name.activeFocus)
                    name.commit()
            }
        }
        onActiveFocusChanged: if (activeFocus && !readOnly) selectAll()
        Keys.onEscapePressed: {
            settle()
            heading.escaped()
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: name.activeFocus ? Theme.field : name.hovered && !name.readOnly ? Theme.hover : "transparent"
            border.width: name.activeFocus ? 2 : 0
            border.color: Theme.focus
        }
    }
    SkyText {
        id: kind
        x: 64
        y: 35
        width: parent.width - x - 12
        height: Math.max(18, Math.ceil(contentHeight))
        text: heading.head.kindAndPlace
        color: Theme.text2
        font.pixelSize: Theme.small
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        MouseArea {
            id: kindHover
            anchors.fill: parent
            hoverEnabled: true
            acceptedButtons: Qt.NoButton
            SkyToolTip {
                visible: kindHover.containsMouse
                text: kind.truncated || heading.head.description === "" ? heading.head.kindAndPlace + (heading.head.description !== "" ? "\n" + heading.head.description : "") : heading.head.description
            }
        }
    }
    IconButton {
        id: page
        visible: heading.head.page !== ""
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: 8
        iconName: "info"
        text: qsTr("AWS documentation") + "\n" + heading.head.page
        onClicked: Qt.openUrlExternally(heading.head.page)
    }
    Rectangle {
        id: fact
        visible: heading.head.fact !== ""
        x: 12
        y: heading.below
        width: parent.width - 24
        height: words.implicitHeight + 16
        radius: Theme.radiusCard
        color: Theme.hover
        UiIcon {
            x: 10
            y: 10
            name: heading.head.factIcon
        }
        SkyText {
            id: words
            x: 34
            y: 8
            width: parent.width - x - 10
            text: heading.head.fact
            wrapMode: Text.WordWrap
            lineHeight: Preferences.korean ? 1.1 : 1.0
        }
    }
}
