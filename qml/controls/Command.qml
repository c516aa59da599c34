// SPDX-License-Identifier: GPL-3.0-or-later
// Something the program does: found in menus, in the command palette and among the shortcuts.
import QtQuick.Controls.Basic

Action {
    property string group: ""
    property string keys: ""     // as shown to people
    property string iconName: ""
    property bool listed: true   // in the command palette
}
