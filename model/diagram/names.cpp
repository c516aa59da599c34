// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/names.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sky::diagram {
namespace {

constexpr char32_t kMalformed = 0xFFFFFFFF;

// Reads one character of strict UTF-8 and moves `at` behind it.
char32_t nextCharacter(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    std::size_t more = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (first >= 0xC2 && first < 0xE0) {
        more = 1, value = first & 0x1Fu, least = 0x80;
    } else if (first >= 0xE0 && first < 0xF0) {
        more = 2, value = first & 0x0Fu, least = 0x800;
    } else if (first >= 0xF0 && first < 0xF5) {
        more = 3, value = first & 0x07u, least = 0x10000;
    } else {
        return kMalformed;
    }
    if (at + more >= text.size()) return kMalformed;
    for (std::size_t i = 1; i <= more; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) return kMalformed;
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return kMalformed;
    at += more + 1;
    return value;
}

bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Invisible characters that break a line or turn the reading direction of what stands after the name.
bool isDisruptive(char32_t c) {
    return isControl(c) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool isSpace(char32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F || c == 0x2060 ||
           c == 0x3000 || c == 0x115F || c == 0x1160 || c == 0x3164;
}

Text notUtf8(std::size_t at) {
    return say("is not well-formed UTF-8 at byte {}.", "이(가) {}번째 바이트에서 올바른 UTF-8이 아닙니다.", at + 1);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

} // namespace

std::optional<Text> flawOfName(std::string_view name, std::size_t most) {
    std::size_t characters = 0;
    bool visible = name.empty();
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t start = at;
        const char32_t c = nextCharacter(name, at);
        if (c == kMalformed) return notUtf8(start);
        ++characters;
        if (isDisruptive(c))
            return say("holds an unprintable character in place {}.", "의 {}번째 글자는 인쇄할 수 없는 문자입니다.",
                       characters);
        visible = visible || !isSpace(c);
    }
    if (characters > most)
        return say("has {} characters; the most is {}.", "이(가) {}자입니다. 최대 {}자까지 쓸 수 있습니다.", characters,
                   most);
    if (!visible) return say("holds nothing but spaces.", "에 공백밖에 없습니다.");
    return std::nullopt;
}

std::optional<Text> flawOfText(std::string_view text, std::size_t most) {
    if (text.size() > most)
        return say("has {} bytes; the most is {}.", "이(가) {}바이트입니다. 최대 {}바이트까지 쓸 수 있습니다.",
                   text.size(), most);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = nextCharacter(text, at);
        if (c == kMalformed) return notUtf8(start);
        if (isControl(c) && c != '\n' && c != '\t')
            return say("holds a control character at byte {}.", "의 {}번째 바이트에 제어 문자가 있습니다.", start + 1);
    }
    return std::nullopt;
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (apart > most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        std::size_t least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
    }
    return row[b.size()];
}

Nearest::Nearest(std::string_view wrong)
    : m_wrong(lower(wrong)), m_best(std::max<std::size_t>(1, wrong.size() / 3) + 1) {
    constexpr std::size_t kLongestWorthComparing = 128;
    if (m_wrong.size() > kLongestWorthComparing) m_best = 0;
}

void Nearest::consider(std::string_view candidate) {
    if (m_best == 0) return;
    const std::size_t distance = editDistance(m_wrong, lower(candidate), m_best - 1);
    if (distance >= m_best) return;
    m_best = distance;
    m_found = candidate;
}

} // namespace sky::diagram
