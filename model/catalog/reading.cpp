// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading.h"

#include "base/nearest.h"

#include <algorithm>

namespace sky::catalog {

std::string Path::text() const {
    std::string result = up ? up->text() : std::string();
    if (index >= 0) {
        result += "[" + std::to_string(index) + "]";
    } else if (!key.empty()) {
        if (!result.empty()) result += ".";
        result += key;
    }
    return result;
}

void Reading::fail(const Path& path, Text what, Text remedy) {
    if (m_error) return;
    const std::string inside = path.text();
    std::string place(m_file);
    if (!inside.empty()) place += ": " + inside;
    if (remedy.empty())
        remedy =
            say("Mend the file as catalog/README.md describes.", "catalog/README.md의 설명대로 파일을 고치십시오.");
    m_error = Error{ErrorCode::Invalid, std::move(place), std::move(what), std::move(remedy)};
}

std::string Reading::string(const Path& path, const Node& node) {
    if (node.kind == Node::Kind::String) return std::string(node.text);
    fail(path, say("a text is expected.", "텍스트여야 합니다."));
    return {};
}

double Reading::number(const Path& path, const Node& node) {
    if (node.kind == Node::Kind::Integer) return static_cast<double>(node.integer);
    if (node.kind == Node::Kind::Real) return node.real;
    fail(path, say("a number is expected.", "숫자여야 합니다."));
    return 0;
}

Text Reading::text(const Path& path, const Node& node) {
    Fields fields(*this, path, node);
    Text result;
    result.en = fields.needString("en");
    result.ko = fields.needString("ko");
    fields.finish();
    return result;
}

Fields::Fields(Reading& reading, const Path& path, const Node& node) : m_reading(reading), m_path(path) {
    if (node.kind == Node::Kind::Object)
        m_node = &node;
    else
        reading.fail(path, say("an object in {} is expected.", "{} 안에 쓴 객체여야 합니다.", "{}"));
}

const Node* Fields::take(std::string_view key) {
    ENSURE(m_count < m_asked.size(), "an object of the data has more keys than its reader has room for");
    m_asked[m_count++] = key;
    if (!m_node) return nullptr;
    for (const Node* child = m_reading.tree().first(*m_node); child; child = m_reading.tree().next(*child))
        if (child->key == key) return child;
    return nullptr;
}

const Node* Fields::need(std::string_view key) {
    const Node* node = take(key);
    if (!node && m_node) m_reading.fail(m_path, say("\"{}\" is missing.", "\"{}\"이(가) 없습니다.", std::string(key)));
    return node;
}

std::string Fields::string(std::string_view key) {
    const Node* node = take(key);
    return node ? m_reading.string(at(key), *node) : std::string();
}

std::string Fields::needString(std::string_view key) {
    const Node* node = need(key);
    if (!node) return {};
    std::string result = m_reading.string(at(key), *node);
    if (result.empty()) m_reading.fail(at(key), say("must not be empty.", "비어 있으면 안 됩니다."));
    return result;
}

Text Fields::text(std::string_view key) {
    const Node* node = take(key);
    return node ? m_reading.text(at(key), *node) : Text{};
}

Text Fields::needText(std::string_view key) {
    const Node* node = need(key);
    return node ? m_reading.text(at(key), *node) : Text{};
}

bool Fields::flag(std::string_view key) {
    const Node* node = take(key);
    if (!node) return false;
    if (node->kind != Node::Kind::Bool)
        m_reading.fail(at(key), say("true or false is expected.", "true 또는 false여야 합니다."));
    return node->flag;
}

std::vector<std::string> Fields::strings(std::string_view key) {
    std::vector<std::string> result;
    each(key, [&](const Path& path, const Node& node) { result.push_back(m_reading.string(path, node)); });
    return result;
}

void Fields::finish() {
    if (!m_node || m_reading.error()) return;
    for (const Node* child = m_reading.tree().first(*m_node); child; child = m_reading.tree().next(*child)) {
        const std::span<const std::string_view> asked(m_asked.data(), m_count);
        if (std::find(asked.begin(), asked.end(), child->key) != asked.end()) continue;
        const auto nearest = nearestWord(child->key, asked);
        m_reading.fail(at(child->key),
                       say("\"{}\" means nothing here.", "\"{}\"은(는) 여기서 뜻이 없습니다.", std::string(child->key)),
                       nearest ? say("Did you mean \"{}\"?", "\"{}\"을(를) 쓰려고 했습니까?", *nearest)
                               : say("Remove it; catalog/README.md lists what may stand here.",
                                     "지우십시오. 쓸 수 있는 것은 catalog/README.md에 있습니다."));
        return;
    }
}

} // namespace sky::catalog
