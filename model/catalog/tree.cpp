// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace sky::catalog {

namespace {
constexpr std::size_t kDeepest = 32;
}

// Receives nlohmann's events; its own tree of maps would cost three times as long.
class TreeBuilder {
  public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    explicit TreeBuilder(std::string_view bytes) : m_bytes(bytes) {
        // Decoding only shortens; a number's text is no longer than the number.
        m_tree.m_texts = std::make_unique<char[]>(bytes.size() + 1);
        m_tree.m_nodes.reserve(bytes.size() / 12 + 2);
        m_tree.m_nodes.emplace_back();
    }

    bool null() { return add(Node::Kind::Null) != nullptr; }
    bool boolean(bool value) {
        Node* node = add(Node::Kind::Bool);
        if (node) node->flag = value;
        return node != nullptr;
    }
    bool number_integer(number_integer_t value) {
        Node* node = add(Node::Kind::Integer);
        if (node) node->integer = value;
        return node != nullptr;
    }
    bool number_unsigned(number_unsigned_t value) {
        if (value > static_cast<number_unsigned_t>(INT64_MAX))
            return refuse(say("a number is too large.", "수가 너무 큽니다."));
        return number_integer(static_cast<number_integer_t>(value));
    }
    bool number_float(number_float_t value, const string_t& text) {
        Node* node = add(Node::Kind::Real);
        if (node) {
            node->real = value;
            node->text = keep(text);
        }
        return node != nullptr;
    }
    bool string(string_t& value) {
        Node* node = add(Node::Kind::String);
        if (node) node->text = keep(value);
        return node != nullptr;
    }
    bool binary(binary_t&) { return refuse(say("binary data has no place here.", "이진 데이터는 쓸 수 없습니다.")); }
    bool start_object(std::size_t) { return open(Node::Kind::Object); }
    bool start_array(std::size_t) { return open(Node::Kind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& name) {
        for (std::uint32_t at = m_tree.m_nodes[m_open.back()].first; at != 0; at = m_tree.m_nodes[at].next)
            if (m_tree.m_nodes[at].key == name)
                return refuse(
                    say("\"{}\" is named twice in one object.", "한 객체에 \"{}\"이(가) 두 번 나옵니다.", name));
        m_key = keep(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) {
        m_position = position;
        std::string text = problem.what();
        const std::size_t colon = text.find("syntax error"); // drops the library's own prefix and position
        if (colon != std::string::npos) text.erase(0, colon);
        return refuse(say("not JSON: {}.", "JSON이 아닙니다: {}.", text));
    }

    [[nodiscard]] Error error(std::string_view file) const {
        const std::string_view before = m_bytes.substr(0, std::min(m_position, m_bytes.size()));
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        std::string place(file);
        if (m_position > 0) place += ":" + std::to_string(line);
        return {
            ErrorCode::BadFormat, place, m_what,
            say("Mend the file as catalog/README.md describes.", "catalog/README.md의 설명대로 파일을 고치십시오.")};
    }
    [[nodiscard]] Tree take() { return std::move(m_tree); }

  private:
    bool refuse(Text what) {
        m_what = std::move(what);
        return false;
    }

    std::string_view keep(const std::string& text) {
        char* at = m_tree.m_texts.get() + m_used;
        std::memcpy(at, text.data(), text.size());
        m_used += text.size();
        return {at, text.size()};
    }

    Node* add(Node::Kind kind) {
        const auto index = static_cast<std::uint32_t>(m_tree.m_nodes.size());
        Node& node = m_tree.m_nodes.emplace_back();
        node.kind = kind;
        node.key = std::exchange(m_key, {});
        if (!m_open.empty()) {
            Node& parent = m_tree.m_nodes[m_open.back()];
            ++parent.children;
            if (m_last.back() == 0)
                parent.first = index;
            else
                m_tree.m_nodes[m_last.back()].next = index;
            m_last.back() = index;
        }
        return &m_tree.m_nodes.back();
    }

    bool open(Node::Kind kind) {
        if (m_open.size() >= kDeepest)
            return refuse(
                say("nested deeper than {} levels.", "중첩이 {}단계를 넘습니다.", static_cast<int>(kDeepest)));
        add(kind);
        m_open.push_back(static_cast<std::uint32_t>(m_tree.m_nodes.size() - 1));
        m_last.push_back(0);
        return true;
    }
    bool close() {
        m_open.pop_back();
        m_last.pop_back();
        return true;
    }

    std::string_view m_bytes;
    Tree m_tree;
    std::size_t m_used = 0;
    std::string_view m_key;
    std::vector<std::uint32_t> m_open;
    std::vector<std::uint32_t> m_last; // the last child of each open one
    std::size_t m_position = 0;
    Text m_what;
};

Result<Tree> Tree::parse(std::string_view file, std::string_view bytes) {
    TreeBuilder builder(bytes);
    if (!nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder)) return builder.error(file);
    return builder.take();
}

} // namespace sky::catalog
