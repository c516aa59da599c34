// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters may stand where in a project file.
#pragma once

#include <array>
#include <cstddef>

namespace sky::store {

namespace detail {

enum : unsigned char { kBare = 1, kPlain = 2 };

constexpr std::array<unsigned char, 256> makeCharacterTable() {
    std::array<unsigned char, 256> table{};
    for (int c = 0x20; c < 0x7F; ++c)
        if (c != '"' && c != '\\') table[static_cast<std::size_t>(c)] = kPlain;
    for (int c = 0; c < 0x80; ++c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const bool sign = c == '.' || c == '_' || c == '-' || c == ':' || c == '/' || c == ',' || c == '+' ||
                          c == '@' || c == '%' || c == '*' || c == '#' || c == '=';
        if (alphanumeric || sign) table[static_cast<std::size_t>(c)] = kBare | kPlain;
    }
    return table;
}
inline constexpr std::array<unsigned char, 256> kCharacters = makeCharacterTable();

} // namespace detail

// May stand in a text without quotes.
inline bool isBare(char c) {
    return (detail::kCharacters[static_cast<unsigned char>(c)] & detail::kBare) != 0;
}
// Printable ASCII that stands for itself between quotes.
inline bool isPlain(char c) {
    return (detail::kCharacters[static_cast<unsigned char>(c)] & detail::kPlain) != 0;
}
inline bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

} // namespace sky::store
