// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/line_lexer.h"

#include "base/utf8.h"
#include "store/characters.h"

#include <cstring>

namespace sky::store {
namespace {

Text restore() {
    return say("The previous version beside it, with ~ after the name, may still be whole.",
               "이름 뒤에 ~가 붙은 이전 버전은 온전할 수 있습니다.");
}

bool isMergeMark(std::string_view line) {
    return line.starts_with("<<<<<<< ") || line.starts_with("=======") || line.starts_with(">>>>>>> ") ||
           line.starts_with("||||||| ");
}

} // namespace

void LineDecoder::fail(Text what, Text remedy, ErrorCode code) {
    if (m_error) return;
    m_error = Error{code, "line " + std::to_string(m_line), std::move(what), remedy.empty() ? restore() : remedy};
    m_at = m_lineEnd = m_next = m_end;
}

bool LineDecoder::startLine(std::string_view name) {
    if (m_error) return false;
    if (m_at != m_lineEnd) {
        unexpected();
        return false;
    }
    const std::size_t indent = static_cast<std::size_t>(m_depth);
    const std::size_t left = static_cast<std::size_t>(m_end - m_next);
    if (left < indent + name.size() + 1) return false;
    for (std::size_t i = 0; i < indent; ++i)
        if (m_next[i] != ' ') return false;
    if (m_next[indent] != name.front() || std::memcmp(m_next + indent, name.data(), name.size()) != 0) return false;
    const char* behind = m_next + indent + name.size();
    if (*behind != ' ' && *behind != '\n') return false;
    const void* newline = std::memchr(behind, '\n', static_cast<std::size_t>(m_end - behind));
    ++m_line;
    m_at = behind;
    m_lineEnd = newline ? static_cast<const char*>(newline) : m_end;
    m_next = newline ? m_lineEnd + 1 : m_end;
    ++m_depth;
    countItem();
    return good();
}

void LineDecoder::leaveLine() {
    if (m_at != m_lineEnd) unexpected();
    --m_depth;
}

void LineDecoder::countItem() {
    if (++m_items > kMostItems)
        fail(say("the file has more than {} lines and list entries.", "파일의 줄과 목록 항목이 {}개를 넘습니다.",
                 std::uint64_t{kMostItems}),
             say("No project needs as many; the file was not written by this program.",
                 "이렇게 큰 프로젝트는 없습니다. 이 프로그램이 쓴 파일이 아닙니다."),
             ErrorCode::TooLarge);
}

void LineDecoder::tooMany(std::string_view name, std::size_t most) {
    fail(say("there are more than {} of '{}'.", "'{2}'이(가) {1}개를 넘습니다.", std::uint64_t{most}, name),
         say("That is the most a project may have.", "프로젝트에 넣을 수 있는 최대 개수입니다."), ErrorCode::TooLarge);
}

std::string LineDecoder::nameOfNext() const {
    const std::size_t left = static_cast<std::size_t>(m_end - m_next);
    std::string_view rest(m_next, left < 200 ? left : 200);
    return std::string(rest.substr(0, rest.find('\n')));
}

void LineDecoder::missingLine(std::string_view name) {
    if (m_error) return;
    ++m_line;
    const std::string next = nameOfNext();
    if (isMergeMark(next))
        return fail(say("an unfinished merge of git is in the file.", "파일에 끝나지 않은 git 병합이 있습니다."),
                    say("Choose one of the two sides, take out the marks <<<<<<< ======= >>>>>>> and try again.",
                        "두 쪽 중 하나를 고르고 <<<<<<< ======= >>>>>>> 표시를 지운 뒤 다시 여세요."));
    if (next.ends_with('\r'))
        return fail(
            say("lines end in CR LF.", "줄 끝이 CR LF입니다."),
            say("Another program changed the line ends; turn that off (git: *.skyw -text) and restore the file.",
                "다른 프로그램이 줄 끝을 바꿨습니다. 그 기능을 끄고(git: *.skyw -text) 파일을 되돌리세요."));
    if (m_next == m_end)
        return fail(
            say("the file ends where '{}' should stand.", "'{}'이(가) 있어야 할 곳에서 파일이 끝납니다.", name));
    std::string shown;
    for (const char c : std::string_view(next).substr(0, 40)) shown += isPlain(c) ? c : '?';
    fail(name.empty()
             ? say("'{}' does not belong here.", "'{}'은(는) 여기에 올 수 없습니다.", shown)
             : say("'{}' stands where '{}' should.", "'{2}'이(가) 있어야 할 곳에 '{1}'이(가) 있습니다.", shown, name));
}

std::string LineDecoder::fieldHere() const {
    std::string shown;
    for (const char* at = m_at; at != m_lineEnd && shown.size() < 40; ++at) {
        if (*at == ' ' && at != m_at) break;
        shown += isPlain(*at) ? *at : '?';
    }
    return shown;
}

void LineDecoder::unexpected() {
    if (m_error) return;
    if (m_at == m_lineEnd) return fail(say("the line ends too early.", "줄이 너무 일찍 끝납니다."));
    if (m_lineEnd[-1] == '\r') {
        m_next = m_at;
        --m_line;
        return missingLine({});
    }
    fail(say("'{}' does not belong here.", "'{}'은(는) 여기에 올 수 없습니다.", fieldHere()));
}

bool LineDecoder::space() {
    if (m_error) return false;
    if (m_fresh) {
        m_fresh = false;
        return true;
    }
    if (m_at == m_lineEnd || *m_at != ' ') {
        unexpected();
        return false;
    }
    ++m_at;
    return true;
}

void LineDecoder::open(char bracket) {
    if (!space()) return;
    if (m_at == m_lineEnd || *m_at != bracket) return unexpected();
    ++m_at;
    m_fresh = true;
}

bool LineDecoder::shut(char bracket) {
    if (m_error || m_at == m_lineEnd || *m_at != bracket) return false;
    ++m_at;
    m_fresh = false;
    return true;
}

void LineDecoder::outOfRange() {
    fail(say("the number '{}' is out of range.", "숫자 '{}'은(는) 범위를 벗어납니다.", fieldHere()));
}

void LineDecoder::notAnInteger() {
    if (m_at == m_lineEnd) return unexpected();
    fail(say("'{}' is not a whole number.", "'{}'은(는) 정수가 아닙니다.", fieldHere()));
}

std::size_t LineDecoder::word(std::span<const std::string_view> words) {
    if (!space()) return 0;
    const char* end = m_at;
    while (end != m_lineEnd && isBare(*end)) ++end;
    const std::string_view word(m_at, static_cast<std::size_t>(end - m_at));
    if (endsField(end) && !word.empty()) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].front() != word.front() || words[i] != word) continue;
            m_at = end;
            return i;
        }
    }
    unexpected();
    return 0;
}

void LineDecoder::text(std::string& out) {
    if (!space()) return;
    if (m_at != m_lineEnd && *m_at == '"') return quoted(out);
    const char* end = m_at;
    while (end != m_lineEnd && isBare(*end)) ++end;
    if (end == m_at || !endsField(end)) return unexpected();
    if (static_cast<std::size_t>(end - m_at) > kMostTextBytes) return outOfRange();
    out.assign(m_at, end);
    m_at = end;
}

void LineDecoder::badCharacter(const char* at, std::size_t bytes) {
    const unsigned char first = static_cast<unsigned char>(*at);
    if (first == '\r' && at + 1 == m_lineEnd) return unexpected();
    if (bytes == 1 && first >= 0x80) return fail(say("the text is not UTF-8.", "글이 UTF-8이 아닙니다."));
    fail(say("a text holds a control character.", "글에 제어 문자가 있습니다."));
}

void LineDecoder::quoted(std::string& out) {
    out.clear();
    const char* at = m_at + 1;
    for (;;) {
        const char* plain = at;
        while (at != m_lineEnd && isPlain(*at)) ++at;
        out.append(plain, at);
        if (at == m_lineEnd)
            return fail(say("a text does not end: its closing quote is missing.",
                            "글이 끝나지 않습니다. 닫는 따옴표가 없습니다."));
        if (out.size() > kMostTextBytes)
            return fail(
                say("a text is longer than {} bytes.", "글이 {}바이트를 넘습니다.", std::uint64_t{kMostTextBytes}), {},
                ErrorCode::TooLarge);
        if (*at == '"') break;
        if (*at == '\\') {
            const char escaped = at + 1 == m_lineEnd ? '\0' : at[1];
            if (escaped == '"' || escaped == '\\')
                out += escaped;
            else if (escaped == 'n')
                out += '\n';
            else if (escaped == 't')
                out += '\t';
            else
                return fail(
                    say("'\\' must be followed by one of \" \\ n t.", "'\\' 뒤에는 \" \\ n t 중 하나가 와야 합니다."));
            at += 2;
            continue;
        }
        const std::string_view rest(at, static_cast<std::size_t>(m_lineEnd - at));
        const DecodedCharacter character = decodeCharacter(rest);
        if (!character.valid || isControl(character.code)) return badCharacter(at, character.valid ? 2 : 1);
        out.append(at, character.bytes);
        at += character.bytes;
    }
    if (!endsField(at + 1)) {
        m_at = at;
        return unexpected();
    }
    m_at = at + 1;
}

std::optional<Error> LineDecoder::finish() {
    if (!m_error && m_at != m_lineEnd) unexpected();
    if (!m_error && m_next != m_end) missingLine({});
    return m_error;
}

} // namespace sky::store
