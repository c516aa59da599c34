// SPDX-License-Identifier: GPL-3.0-or-later
// Colours as people write them (#RRGGBB), and the three themes of a picture: light, dark and print.
// The values of light and dark are the window's own tokens, so that the canvas and the exports agree.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sky::picture {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    [[nodiscard]] std::string hex() const; // "#8C4FFF", alpha left out
    [[nodiscard]] bool visible() const { return alpha != 0; }
    friend auto operator<=>(const Color&, const Color&) = default;
    friend bool operator==(const Color&, const Color&) = default;
};

inline constexpr Color kNoColor{0, 0, 0, 0};

[[nodiscard]] constexpr Color rgb(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value), 255};
}
[[nodiscard]] std::optional<Color> parseColor(std::string_view text); // "#RRGGBB"
[[nodiscard]] Color mix(Color a, Color b, double partOfB);

enum class ThemeName : std::uint8_t { Light, Dark, Print };
[[nodiscard]] std::optional<ThemeName> themeName(std::string_view text); // "light", "dark", "print"

struct Theme {
    ThemeName name = ThemeName::Light;
    Color canvas;
    Color text;        // names
    Color text2;       // what is said below and beside a name
    Color link;        // lines of links
    Color cloud;       // the border of the AWS Cloud: black on white, white on black
    Color publicFill;  // inside of public subnets
    Color privateFill; // inside of the other subnets
    struct Note {      // grounds of notes, by what they say
        Color fill;
        Color border;
    };
    Note plainNote;
    Note infoNote;
    Note warningNote;
    Note questionNote;
    Color callout;   // disc of a step
    Color onCallout; // its numeral
    Color error;
    Color warning;
    Color ghost; // standby parts and what failed
};

[[nodiscard]] const Theme& theme(ThemeName name);

} // namespace sky::picture
