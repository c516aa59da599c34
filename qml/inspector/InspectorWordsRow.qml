// SPDX-License-Identifier: GPL-3.0-or-later
// A property that is a text in two languages.
import QtQuick
import Skywright

InspectorWords {
    id: editor
    required property InspectorLine line
    label: line.label
    english: line.english
    korean: line.korean
    unset: line.status === "several" ? line.shown : line.unset
    lines: true
    onEntered: (english, korean) => line.rows.commitWords(line.index, english, korean)
    onEscaped: line.leave()
}
