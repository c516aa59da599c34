// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_tree.h"

#include "base/nearest.h"
#include "base/utf8.h"

#include <algorithm>

namespace sky::exchange::json {

const Node* Node::find(std::string_view memberKey) const {
    for (const Node& child : children)
        if (child.key == memberKey) return &child;
    return nullptr;
}

std::string Place::text() const {
    if (!m_above) return std::string(m_key);
    std::string path = m_above->text();
    if (m_key.empty()) return path + '[' + std::to_string(m_index) + ']';
    return path.empty() ? shortened(m_key) : path + '.' + shortened(m_key);
}

Error wrong(const Place& place, Text what, Text remedy, ErrorCode code) {
    return {code, place.text(), std::move(what), std::move(remedy)};
}

namespace {

Text nameOf(const Node& node) {
    switch (node.kind) {
    case Node::Kind::Null:
        return {"null", "null"};
    case Node::Kind::Bool:
        return {node.flag ? "true" : "false", {}};
    case Node::Kind::Integer:
        return {std::to_string(node.integer), {}};
    case Node::Kind::Decimal:
        return {shortened(node.text), {}};
    case Node::Kind::Text:
        return {"the text " + inQuotes(node.text), inQuotes(node.text) + " 문자열"};
    case Node::Kind::Array:
        return {"an array", "배열"};
    case Node::Kind::Object:
        return {"an object", "객체"};
    }
    return {};
}

} // namespace

Error wrongKind(const Place& place, const Text& expected, const Node& found) {
    return wrong(place,
                 say("expected {}, found {}.", "{}이(가) 와야 하는데 {}이(가) 있습니다.", expected, nameOf(found)), {});
}

std::string shortened(std::string_view text) {
    return elideMiddle(text, 60);
}

std::string inQuotes(std::string_view text) {
    return "'" + shortened(text) + "'";
}

std::string listed(std::span<const std::string_view> words) {
    std::string all;
    for (const std::string_view word : words) (all += all.empty() ? "" : ", ") += word;
    return all;
}

std::string nearest(std::string_view wrongWord, std::span<const std::string_view> words) {
    return nearestWord(wrongWord, words).value_or(std::string());
}

Error unknownMember(const Place& place, const Node& member, std::span<const std::string_view> known) {
    const std::string near = nearest(member.key, known);
    return wrong(place[member.key],
                 near.empty()
                     ? say("no such member.", "그런 항목은 없습니다.")
                     : say("no such member; nearest: {}.", "그런 항목은 없습니다. 가장 비슷한 것: {}.", inQuotes(near)),
                 say("Here may stand {}.", "여기에 올 수 있는 것: {}.", listed(known)));
}

Error missingMember(const Place& place, std::string_view key, const char* example) {
    return wrong(place, say("{} is missing.", "{}이(가) 없습니다.", inQuotes(key)),
                 say("Write it, such as {}.", "넣으세요. 예: {}.", example));
}

Error tooMany(const Place& place, std::size_t count, std::size_t most) {
    return wrong(place, say("{} entries are too many.", "항목 {}개는 너무 많습니다.", std::uint64_t{count}),
                 say("The most is {}.", "최대 {}개입니다.", std::uint64_t{most}), ErrorCode::TooLarge);
}

void appendText(std::string& out, std::string_view text) {
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f) continue;
        out.append(text, from, i - from);
        from = i + 1;
        switch (byte) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            out += {'\\', 'u', '0', '0', kHex[byte >> 4u], kHex[byte & 15u]};
        }
    }
    out.append(text, from);
    out += '"';
}

void appendCanonical(std::string& out, const Node& node) {
    const auto list = [&](char open, char close, std::span<const Node* const> children) {
        out += open;
        const char* between = "";
        for (const Node* child : children) {
            out += between;
            between = ", ";
            if (open == '{') {
                appendText(out, child->key);
                out += ": ";
            }
            appendCanonical(out, *child);
        }
        out += close;
    };
    std::vector<const Node*> children;
    for (const Node& child : node.children) children.push_back(&child);
    switch (node.kind) {
    case Node::Kind::Null:
        out += "null";
        break;
    case Node::Kind::Bool:
        out += node.flag ? "true" : "false";
        break;
    case Node::Kind::Integer:
        out += std::to_string(node.integer);
        break;
    case Node::Kind::Decimal:
        out += node.text;
        break;
    case Node::Kind::Text:
        appendText(out, node.text);
        break;
    case Node::Kind::Array:
        list('[', ']', children);
        break;
    case Node::Kind::Object:
        std::sort(children.begin(), children.end(), [](const Node* a, const Node* b) { return a->key < b->key; });
        list('{', '}', children);
        break;
    }
}

} // namespace sky::exchange::json
