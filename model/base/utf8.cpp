// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <algorithm>

namespace sky {

DecodedCharacter decodeCharacter(std::string_view text) {
    const auto byteAt = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byteAt(0);
    if (lead < 0x80) return {lead, 1, true};
    std::size_t bytes = 0;
    char32_t code = 0;
    char32_t least = 0; // what needs this many bytes; less is an overlong form
    if ((lead & 0xE0) == 0xC0) {
        bytes = 2;
        code = lead & 0x1Fu;
        least = 0x80;
    } else if ((lead & 0xF0) == 0xE0) {
        bytes = 3;
        code = lead & 0x0Fu;
        least = 0x800;
    } else if ((lead & 0xF8) == 0xF0) {
        bytes = 4;
        code = lead & 0x07u;
        least = 0x10000;
    } else {
        return {};
    }
    if (text.size() < bytes) return {};
    for (std::size_t at = 1; at < bytes; ++at) {
        if ((byteAt(at) & 0xC0) != 0x80) return {};
        code = (code << 6) | (byteAt(at) & 0x3Fu);
    }
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, bytes, true};
}

bool isValidUtf8(std::string_view text) {
    const CodePoints characters(text);
    for (auto it = characters.begin(); it != characters.end(); ++it)
        if (!it.valid()) return false;
    return true;
}

std::size_t countCharacters(std::string_view text) {
    const CodePoints characters(text);
    return static_cast<std::size_t>(std::distance(characters.begin(), characters.end()));
}

void appendCharacter(std::string& text, char32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacementCharacter;
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

bool isPrintable(char32_t code) {
    const auto within = [code](char32_t first, char32_t last) { return code >= first && code <= last; };
    if (code < 0x20 || within(0x7F, 0x9F)) return false;                // controls
    if (within(0x2028, 0x202E) || within(0x2066, 0x2069)) return false; // line breaks, direction overrides
    if (within(0x200E, 0x200F) || code == 0x061C) return false;         // direction marks
    if (code == 0x200B || within(0x2060, 0x2064) || within(0x206A, 0x206F) || code == 0xFEFF || code == 0xAD)
        return false;                                                                         // invisible
    if (code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0) return false;   // Hangul fillers
    if (within(0xFFF9, 0xFFFB) || within(0xE0000, 0xE007F)) return false;                     // annotation, tags
    if (within(0xD800, 0xF8FF) || within(0xF0000, 0x10FFFF) || code > 0x10FFFF) return false; // surrogates, private use
    return !within(0xFDD0, 0xFDEF) && (code & 0xFFFE) != 0xFFFE;
}

bool isPrintableText(std::string_view text) {
    const CodePoints characters(text);
    for (auto it = characters.begin(); it != characters.end(); ++it)
        if (!it.valid() || !isPrintable(*it)) return false;
    return true;
}

std::string elideMiddle(std::string_view text, std::size_t most) {
    const std::size_t count = countCharacters(text);
    if (count <= most) return std::string(text);
    if (most == 0) return {};
    const std::size_t tail = (most - 1) / 2;
    const std::size_t head = most - 1 - tail;
    std::size_t headBytes = 0;
    std::size_t tailStart = text.size();
    std::size_t at = 0;
    const CodePoints characters(text);
    for (auto it = characters.begin(); it != characters.end(); ++it, ++at) {
        const std::size_t offset = text.size() - it.rest().size();
        if (at == head) headBytes = offset;
        if (at == count - tail) tailStart = offset;
    }
    return std::string(text.substr(0, headBytes)) + "…" + std::string(text.substr(tailStart));
}

} // namespace sky
