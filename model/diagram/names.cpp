// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/names.h"

#include "base/utf8.h"

#include <algorithm>

namespace sky::diagram {
namespace {

bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Printable, yet nothing to see.
bool isSpace(char32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Printable ASCII needs no decoding.
bool isPlain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

Text notUtf8(std::size_t byte) {
    return say("is not well-formed UTF-8 at byte {}.", "{}번째 바이트에서 올바른 UTF-8이 아닙니다.", byte);
}

} // namespace

std::optional<Text> flawOfName(std::string_view name, std::size_t most) {
    if (name.size() <= most && isPlain(name) && (name.empty() || name.find_first_not_of(' ') != name.npos))
        return std::nullopt;
    std::size_t characters = 0;
    bool visible = name.empty();
    const CodePoints points(name);
    for (auto at = points.begin(); at != points.end(); ++at) {
        if (!at.valid()) return notUtf8(name.size() - at.rest().size() + 1);
        ++characters;
        if (!isPrintable(*at))
            return say("holds an unprintable character in place {}.", "{}번째 글자는 인쇄할 수 없는 문자입니다.",
                       characters);
        visible = visible || !isSpace(*at);
    }
    if (characters > most)
        return say("has {} characters; the most is {}.", "{}자로 너무 깁니다. 최대 {}자까지 쓸 수 있습니다.",
                   characters, most);
    if (!visible) return say("holds nothing but spaces.", "공백밖에 없습니다.");
    return std::nullopt;
}

std::optional<Text> flawOfText(std::string_view text, std::size_t most) {
    if (text.size() > most)
        return say("has {} bytes; the most is {}.", "{}바이트로 너무 깁니다. 최대 {}바이트까지 쓸 수 있습니다.",
                   text.size(), most);
    if (isPlain(text)) return std::nullopt;
    const CodePoints points(text);
    for (auto at = points.begin(); at != points.end(); ++at) {
        const std::size_t byte = text.size() - at.rest().size() + 1;
        if (!at.valid()) return notUtf8(byte);
        if (isControl(*at) && *at != '\n' && *at != '\t')
            return say("holds a control character at byte {}.", "{}번째 바이트에 제어 문자가 있습니다.", byte);
    }
    return std::nullopt;
}

} // namespace sky::diagram
