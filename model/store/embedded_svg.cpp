// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/embedded.h"

#include "base/base64.h"

#include <cstddef>

namespace sky::store {
namespace {

constexpr std::string_view kId = "skyw";

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view localName(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

// Walks the tags of an SVG from front to back, once; entities are never resolved.
class Tags {
  public:
    explicit Tags(std::string_view text) : m_text(text) {}

    // The next start tag; false at the end, or where a tag does not end. Comments, CDATA and the like are passed over.
    bool next() {
        for (;;) {
            m_at = m_text.find('<', m_at);
            if (m_at == std::string_view::npos) return false;
            const std::string_view rest = m_text.substr(m_at);
            if (rest.starts_with("<!--")) {
                if (!skipPast("-->")) return false;
            } else if (rest.starts_with("<![CDATA[")) {
                if (!skipPast("]]>")) return false;
            } else if (rest.starts_with("<?")) {
                if (!skipPast("?>")) return false;
            } else if (rest.size() > 1 && isNameCharacter(rest[1])) {
                return readTag();
            } else {
                ++m_at;
            }
        }
    }
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] std::string_view id() const { return m_id; }
    // From the start tag to the next '<'.
    [[nodiscard]] std::string_view content() const { return m_text.substr(m_at, m_text.find('<', m_at) - m_at); }
    [[nodiscard]] bool contentEnds() const { return m_text.substr(m_at).find('<') != std::string_view::npos; }

  private:
    bool skipPast(std::string_view end) {
        const std::size_t found = m_text.find(end, m_at);
        if (found == std::string_view::npos) return false;
        m_at = found + end.size();
        return true;
    }
    bool readTag() {
        std::size_t at = m_at + 1;
        const auto word = [&] {
            const std::size_t start = at;
            while (at < m_text.size() && isNameCharacter(m_text[at])) ++at;
            return m_text.substr(start, at - start);
        };
        const auto space = [&] {
            while (at < m_text.size() && isSpace(m_text[at])) ++at;
        };
        m_name = word();
        m_id = {};
        for (;;) {
            space();
            if (at >= m_text.size()) return false;
            if (m_text[at] == '>') break;
            if (m_text[at] == '/') {
                ++at;
                continue;
            }
            const std::string_view attribute = word();
            space();
            if (attribute.empty() || at >= m_text.size() || m_text[at] != '=') return false;
            ++at;
            space();
            if (at >= m_text.size() || (m_text[at] != '"' && m_text[at] != '\'')) return false;
            const std::size_t end = m_text.find(m_text[at], at + 1);
            if (end == std::string_view::npos) return false;
            if (attribute == "id") m_id = m_text.substr(at + 1, end - at - 1);
            at = end + 1;
        }
        m_at = at + 1;
        return true;
    }
    std::string_view m_text;
    std::size_t m_at = 0;
    std::string_view m_name;
    std::string_view m_id;
};

Error damaged(Text what) {
    return {ErrorCode::BadFormat, "", std::move(what),
            say("Open the project file itself, or another copy of the picture.",
                "프로젝트 파일이나 그림의 다른 사본을 여세요.")};
}

} // namespace

std::string embed(std::string_view projectBytes) {
    return toBase64(projectBytes);
}

std::string embedForSvg(std::string_view projectBytes) {
    const std::string text = toBase64(projectBytes);
    std::string out = "<metadata id=\"" + std::string(kId) + "\" xmlns:skyw=\"" + std::string(kSvgNamespace) +
                      "\" skyw:encoding=\"base64\">\n";
    constexpr std::size_t kLine = 120; // characters; editors choke on longer lines
    out.reserve(out.size() + text.size() + text.size() / kLine + 16);
    for (std::size_t at = 0; at < text.size(); at += kLine) {
        out += std::string_view(text).substr(at, kLine);
        out += '\n';
    }
    return out + "</metadata>\n";
}

bool looksLikeSvg(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || bytes[start] != '<') return false;
    Tags tags(bytes.substr(start, 64 * 1024)); // the root of an SVG comes early
    return tags.next() && localName(tags.name()) == "svg";
}

Result<std::optional<std::string>> projectInSvg(std::string_view picture) {
    Tags tags(picture);
    while (tags.next()) {
        if (localName(tags.name()) != "metadata" || tags.id() != kId) continue;
        if (!tags.contentEnds()) return damaged(say("the SVG is cut off.", "SVG가 잘렸습니다."));
        std::string text; // without the line breaks that we, or an editor, put in
        text.reserve(tags.content().size());
        for (const char c : tags.content())
            if (!isSpace(c)) text += c;
        Result<std::string> project = fromBase64(text);
        if (!project)
            return damaged(say("the project in the SVG is not base64.", "SVG 안의 프로젝트가 base64가 아닙니다."));
        return std::optional(*std::move(project));
    }
    return std::optional<std::string>();
}

} // namespace sky::store
