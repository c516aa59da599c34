// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, sizes and times of the window. Colours change with the theme; everything else is the same in both.
pragma Singleton
import QtQuick
import Skywright

QtObject {
    readonly property bool dark: Preferences.dark

    readonly property color canvas: dark ? "#14161B" : "#FFFFFF"
    readonly property color canvasDot: dark ? "#2B303A" : "#D9DDE4"
    readonly property color window: dark ? "#101216" : "#ECEEF2"
    readonly property color panel: dark ? "#1B1E25" : "#F7F8FA"
    readonly property color raised: dark ? "#252932" : "#FFFFFF"
    readonly property color field: dark ? "#14161B" : "#FFFFFF"
    readonly property color hover: dark ? "#2A2F39" : "#E9ECF1"
    readonly property color pressed: dark ? "#343A46" : "#DDE1E8"
    readonly property color selected: dark ? "#1E335C" : "#DFE9FC"
    readonly property color border: dark ? "#31363F" : "#DADEE5"
    readonly property color borderStrong: dark ? "#474E5B" : "#BCC3CE"
    readonly property color borderControl: dark ? "#7C8595" : "#828A98"
    readonly property color text: dark ? "#E9EBF0" : "#1A1E26"
    readonly property color text2: dark ? "#B7BDC9" : "#4A5261"
    readonly property color text3: dark ? "#979FAE" : "#5C6473"
    readonly property color textDisabled: dark ? "#626A79" : "#9AA2AF"
    readonly property color accent: dark ? "#2F66DD" : "#1D5BD6"
    readonly property color accentHover: dark ? "#386EE2" : "#174CB6"
    readonly property color accentText: dark ? "#86B0FF" : "#1A52C4"
    readonly property color accentInk: dark ? "#FFFFFF" : "#FFFFFF"
    readonly property color focus: dark ? "#86B0FF" : "#1D5BD6"
    readonly property color error: dark ? "#FF8A93" : "#B8182B"
    readonly property color errorSoft: dark ? "#3A1D22" : "#FCE9EA"
    readonly property color errorFill: dark ? "#D8394C" : "#C9243A"
    readonly property color warning: dark ? "#F3BC4E" : "#8A5300"
    readonly property color warningSoft: dark ? "#35290F" : "#FDF1DC"
    readonly property color warningFill: dark ? "#F2A900" : "#F2A900"
    readonly property color info: dark ? "#86B0FF" : "#1A52C4"
    readonly property color infoSoft: dark ? "#1A2A4A" : "#E6EEFC"
    readonly property color infoFill: dark ? "#2F66DD" : "#2F68D8"
    readonly property color ok: dark ? "#6FCF94" : "#1B6B3A"
    readonly property color okSoft: dark ? "#17301F" : "#E3F3E8"
    readonly property color okFill: dark ? "#1F8247" : "#1F8247"
    readonly property color hint: dark ? "#979FAE" : "#5C6473"
    readonly property color link: dark ? "#A9B2C0" : "#3D4552"
    readonly property color groupText: dark ? "#E9EBF0" : "#1A1E26"
    readonly property color shadow: dark ? "#80000000" : "#29141A26"
    readonly property color scrim: dark ? "#80000000" : "#52141A26"

    readonly property FontMetrics system: FontMetrics {}

    // Type: the sizes of the scale, and the family. DejaVu is what a system without a choice of its own has.
    readonly property string family: Preferences.korean || system.font.family.indexOf("DejaVu") >= 0
                                     || system.font.family === "Sans Serif" ? "Noto Sans CJK KR"
                                                                                    : system.font.family
    readonly property int caption: 11
    readonly property int small: 12
    readonly property int body: 13
    readonly property int title: 15
    readonly property int figure: 20
    readonly property int page: 24

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int space6: 32
    readonly property int space7: 40

    readonly property int radiusControl: 4
    readonly property int radiusCard: 6
    readonly property int radiusPopup: 8

    readonly property int control: 28
    readonly property int tool: 32
    readonly property int topBar: 44
    readonly property int statusBar: 24

    readonly property int quick: Preferences.reduceMotion ? 0 : 100
    readonly property int fold: Preferences.reduceMotion ? 0 : 140
}
