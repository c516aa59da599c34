// SPDX-License-Identifier: GPL-3.0-or-later
// Short messages at the bottom of the canvas: at most three, six seconds each; errors stay until they are closed.
pragma ComponentBehavior: Bound
import QtQuick
import Skywright

Column {
    id: toasts
    spacing: 8
    z: 50

    function tell(kind, what, remedy) {
        for (let i = 0; i < messages.count; ++i)
            if (messages.get(i).what === what) {
                messages.remove(i)
                break
            }
        if (messages.count === 3)
            messages.remove(0)
        messages.append({ kind: kind, what: what, remedy: remedy })
    }

    ListModel { id: messages }
    Repeater {
        model: messages
        delegate: Shadowed {
            id: toast
            required property int index
            required property string kind
            required property string what
            required property string remedy
            objectName: "toast"
            width: Math.max(320, Math.min(520, words.implicitWidth + 92))
            height: Math.max(40, words.height + 20)
            Accessible.role: Accessible.AlertMessage
            Accessible.name: what + " " + remedy

            UiIcon {
                x: 12
                y: 12
                name: toast.kind === "ok" ? "check" : toast.kind === "refuse" ? "refuse" : "error"
                color: toast.kind === "ok" ? Theme.okFill : Theme.errorFill
            }
            SkyText {
                id: words
                x: 40
                y: 10
                width: Math.min(implicitWidth, 520 - 92)
                text: toast.remedy === "" ? toast.what : toast.what + " " + toast.remedy
                wrapMode: Text.WordWrap
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 6
                y: 6
                iconName: "close"
                text: qsTr("Close")
                focusPolicy: Qt.NoFocus
                onClicked: messages.remove(toast.index)
            }
            Timer {
                running: toast.kind !== "error"
                interval: 6000
                onTriggered: messages.remove(toast.index)
            }
        }
    }
}
