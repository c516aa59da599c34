// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/color.h"

#include <cmath>

namespace sky::picture {
namespace {

constexpr char kDigits[] = "0123456789ABCDEF";

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr Theme kLight{
    .name = ThemeName::Light,
    .canvas = rgb(0xFFFFFF),
    .text = rgb(0x1A1E26),
    .text2 = rgb(0x4A5261),
    .link = rgb(0x3D4552),
    .cloud = rgb(0x000000),
    .publicFill = rgb(0xF2F6E8),
    .privateFill = rgb(0xE6F6F7),
    .plainNote = {rgb(0xF7F8FA), rgb(0xBCC3CE)},
    .infoNote = {rgb(0xE6EEFC), rgb(0x8FB0EE)},
    .warningNote = {rgb(0xFDF1DC), rgb(0xE0C48A)},
    .questionNote = {rgb(0xE3F3E8), rgb(0x8CC7A0)},
    .callout = rgb(0x000000),
    .onCallout = rgb(0xFFFFFF),
    .error = rgb(0xC9243A),
    .warning = rgb(0xF2A900),
    .ghost = rgb(0x9AA2AF),
};

constexpr Theme kDark{
    .name = ThemeName::Dark,
    .canvas = rgb(0x14161B),
    .text = rgb(0xE9EBF0),
    .text2 = rgb(0xB7BDC9),
    .link = rgb(0xA9B2C0),
    .cloud = rgb(0xFFFFFF),
    .publicFill = rgb(0x1B2214),
    .privateFill = rgb(0x10232A),
    .plainNote = {rgb(0x252932), rgb(0x474E5B)},
    .infoNote = {rgb(0x1A2A4A), rgb(0x2F66DD)},
    .warningNote = {rgb(0x35290F), rgb(0x6B5626)},
    .questionNote = {rgb(0x17301F), rgb(0x1F8247)},
    .callout = rgb(0xFFFFFF),
    .onCallout = rgb(0x14161B),
    .error = rgb(0xD8394C),
    .warning = rgb(0xF2A900),
    .ghost = rgb(0x626A79),
};

constexpr Theme printTheme() {
    Theme print = kLight; // paper: black text, no coloured grounds that cost toner and grey out in copies
    print.name = ThemeName::Print;
    print.text = rgb(0x000000);
    print.text2 = rgb(0x333333);
    print.link = rgb(0x222222);
    print.publicFill = rgb(0xFFFFFF);
    print.privateFill = rgb(0xFFFFFF);
    for (Theme::Note* note : {&print.plainNote, &print.infoNote, &print.warningNote, &print.questionNote})
        *note = {rgb(0xFFFFFF), rgb(0x777777)};
    return print;
}
constexpr Theme kPrint = printTheme();

} // namespace

std::string Color::hex() const {
    std::string text = "#";
    for (const std::uint8_t part : {red, green, blue}) {
        text += kDigits[part >> 4];
        text += kDigits[part & 15];
    }
    return text;
}

std::optional<Color> parseColor(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : text.substr(1)) {
        const int digit = hexDigit(c);
        if (digit < 0) return std::nullopt;
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return rgb(value);
}

Color mix(Color a, Color b, double partOfB) {
    const auto blend = [partOfB](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(std::lround(x + (y - x) * partOfB));
    };
    return {blend(a.red, b.red), blend(a.green, b.green), blend(a.blue, b.blue), blend(a.alpha, b.alpha)};
}

std::optional<ThemeName> themeName(std::string_view text) {
    if (text == "light") return ThemeName::Light;
    if (text == "dark") return ThemeName::Dark;
    if (text == "print") return ThemeName::Print;
    return std::nullopt;
}

const Theme& theme(ThemeName name) {
    switch (name) {
    case ThemeName::Dark:
        return kDark;
    case ThemeName::Print:
        return kPrint;
    case ThemeName::Light:
        break;
    }
    return kLight;
}

} // namespace sky::picture
