// SPDX-License-Identifier: GPL-3.0-or-later
// The mark of what is not set.
import QtQuick
import Skywright

Rectangle {
    width: 6
    height: 6
    radius: 3
    color: "transparent"
    border.width: 1.5
    border.color: Theme.hint
}
