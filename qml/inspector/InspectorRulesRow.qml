// SPDX-License-Identifier: GPL-3.0-or-later
// A property that is a table of rules.
import QtQuick
import Skywright

RuleTable {
    id: editor
    required property InspectorLine line
    session: line.session
    owners: line.owners
    key: line.rulesKey
    tools: line.tools
    label: line.label
}
