// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/line_lexer.h"

#include "base/utf8.h"
#include "store/characters.h"

namespace sky::store {

void LineEncoder::startLine(std::string_view name) {
    if (m_lineDepth >= 0) m_out += '\n';
    m_lineStart = m_out.size();
    if (m_depth == 0) m_ownerStart = m_lineStart;
    m_out.append(static_cast<std::size_t>(m_depth), ' ');
    m_out += name;
    m_fresh = false;
    m_lineDepth = ++m_depth;
    if (++m_items > kMostItems)
        refuse(say("the project has more than {} properties and list entries.",
                   "프로젝트의 속성과 목록 항목이 {}개를 넘습니다.", std::uint64_t{kMostItems}));
}

void LineEncoder::text(std::string_view text) {
    space();
    bool bare = !text.empty();
    for (const char c : text) bare = bare && isBare(c);
    if (bare)
        m_out += text;
    else
        quoted(text);
}

void LineEncoder::quoted(std::string_view text) {
    if (text.size() > kMostTextBytes)
        return refuse(say("a text has {} bytes; the most is {}.", "글이 {}바이트입니다. 최대 {}바이트입니다.",
                          std::uint64_t{text.size()}, std::uint64_t{kMostTextBytes}));
    m_out += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && isPlain(text[plain])) ++plain;
        m_out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const char c = text.front();
        std::size_t taken = 1;
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (c == '\n') {
            m_out += "\\n";
        } else if (c == '\t') {
            m_out += "\\t";
        } else {
            const DecodedCharacter character = decodeCharacter(text);
            taken = character.bytes;
            if (!character.valid || isControl(character.code))
                return refuse(say("a text holds a control character or broken UTF-8.",
                                  "글에 제어 문자나 깨진 UTF-8이 있습니다."));
            m_out += text.substr(0, taken);
        }
        text.remove_prefix(taken);
    }
    m_out += '"';
}

void LineEncoder::refuse(Text what) {
    if (m_error) return;
    std::string owner = m_out.substr(m_ownerStart, 80); // "element web ec2 …": its first two words
    std::size_t end = owner.find(' ');
    if (end != std::string::npos) end = owner.find(' ', end + 1);
    m_error = Error{ErrorCode::Invalid, owner.substr(0, end), std::move(what),
                    say("Change it and save again; the file on disk was not touched.",
                        "고친 뒤 다시 저장하세요. 디스크의 파일은 그대로입니다.")};
}

std::optional<Error> LineEncoder::finish() {
    if (m_lineDepth >= 0) m_out += '\n';
    m_lineDepth = -1;
    return m_error;
}

} // namespace sky::store
