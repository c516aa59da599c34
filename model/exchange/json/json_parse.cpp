// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that meets the JSON library: its events become small trees; its errors become ours.
#include "diagram/limits.h"
#include "exchange/json/json_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <unordered_set>

namespace sky::exchange::json {
namespace {

using Json = nlohmann::json;

// Rows of one thing (limits::kReferences) times the fields of a row, with room for long traces.
constexpr std::size_t kNodesOfOneThing = 250'000;

// Keys of one object. As long as they rise, as written files have them, the last one tells whether one comes twice.
class Keys {
  public:
    bool add(const std::string& key) {
        if (m_all.empty() && (m_rising.empty() || m_rising.back() < key)) {
            m_rising.push_back(key);
            return true;
        }
        m_all.insert(std::make_move_iterator(m_rising.begin()), std::make_move_iterator(m_rising.end()));
        m_rising.clear();
        return m_all.insert(key).second;
    }

  private:
    std::vector<std::string> m_rising;
    std::unordered_set<std::string> m_all;
};

class Handler {
  public:
    Handler(std::span<const Streamed> streamed, Sink& sink) : m_streamed(streamed), m_sink(sink) {}

    bool null() { return add(Node::Kind::Null) && complete(); }
    bool boolean(bool value) {
        Node* node = add(Node::Kind::Bool);
        if (node) node->flag = value;
        return node && complete();
    }
    bool number_integer(std::int64_t value) { return integer(value); }
    bool number_unsigned(std::uint64_t value) {
        if (value <= static_cast<std::uint64_t>(INT64_MAX)) return integer(static_cast<std::int64_t>(value));
        return decimal(std::to_string(value));
    }
    bool number_float(double, const std::string& written) { return decimal(written); }
    bool string(std::string& value) { return text(Node::Kind::Text, value); }
    bool binary(Json::binary_t&) { return false; } // JSON text has none
    bool key(std::string& value) {
        if (m_open.empty()) {
            Passing& container = m_passing.back();
            if (!container.keys.add(value)) return twice(Place(container.path)[value], value);
        }
        m_key = value;
        return true;
    }
    bool start_object(std::size_t) { return start(Node::Kind::Object); }
    bool start_array(std::size_t) { return start(Node::Kind::Array); }
    bool end_object() { return end(); }
    bool end_array() { return end(); }
    bool parse_error(std::size_t position, const std::string& token, const Json::exception& reason) {
        m_syntaxAt = position;
        m_wholeText = token.size() > 1 && token.front() == '"' && token.back() == '"' ? token.size() : 0;
        m_numberTooLarge = dynamic_cast<const Json::out_of_range*>(&reason) != nullptr;
        return false;
    }

    std::optional<Error> error;
    // Where the reading stopped; a whole text in the wrong place is shown by its beginning.
    [[nodiscard]] std::size_t syntaxAt(std::size_t size) const {
        return m_wholeText != 0 && m_syntaxAt <= size && m_wholeText <= m_syntaxAt ? m_syntaxAt - m_wholeText + 1
                                                                                   : m_syntaxAt;
    }
    [[nodiscard]] bool numberTooLarge() const { return m_numberTooLarge; }

  private:
    struct Passing { // a container whose members are handed over one by one
        std::string path;
        bool array = false;
        std::size_t count = 0;
        Keys keys;
    };

    bool refuse(Error reason) {
        error = std::move(reason);
        return false;
    }
    bool twice(const Place& place, const std::string& what) {
        return refuse(wrong(place, say("the key {} is given twice.", "키 {}이(가) 두 번 나옵니다.", inQuotes(what)),
                            say("Keep one of them.", "하나만 남기세요."), ErrorCode::BadFormat));
    }
    bool integer(std::int64_t value) {
        Node* node = add(Node::Kind::Integer);
        if (node) node->integer = value;
        return node && complete();
    }
    bool decimal(const std::string& written) { return text(Node::Kind::Decimal, written); }
    bool text(Node::Kind kind, const std::string& written) {
        Node* node = add(kind);
        if (node) node->text = written;
        return node && complete();
    }
    // Path of the member about to come, if its container is passed through.
    [[nodiscard]] std::string pathOfNext() const {
        const Passing& container = m_passing.back();
        if (container.array) return container.path + '[' + std::to_string(container.count) + ']';
        return container.path.empty() ? m_key : container.path + '.' + m_key;
    }
    [[nodiscard]] const Streamed* streamedAt(std::string_view path) const {
        for (const Streamed& one : m_streamed)
            if (one.path == path) return &one;
        return nullptr;
    }
    [[nodiscard]] bool aboveStreamed(std::string_view path) const {
        return std::any_of(m_streamed.begin(), m_streamed.end(), [&](const Streamed& one) {
            return one.path.size() > path.size() && one.path.substr(0, path.size()) == path &&
                   one.path[path.size()] == '.';
        });
    }

    // A scalar that is nobody's member is a whole thing.
    bool complete() { return !m_open.empty() || deliver(); }
    // Hangs a node into the tree being built; without one it becomes the tree. Null: refused.
    Node* add(Node::Kind kind) {
        if (m_passing.empty()) {
            refuse(notAnObject());
            return nullptr;
        }
        if (m_open.empty()) { // over the last tree, whose room is used again
            m_tree.kind = kind;
            m_tree.text.clear();
            m_tree.children.clear();
            m_nodes = 1;
            if (m_passing.back().array)
                m_tree.key.clear();
            else
                m_tree.key = m_key;
            return &m_tree;
        }
        if (++m_nodes > kNodesOfOneThing) {
            refuse(wrong(Place(m_itemPath),
                         say("holds more than {} values.", "값이 {}개를 넘습니다.", std::uint64_t{kNodesOfOneThing}),
                         say("Split it, or check that this is the right file.", "나누거나, 올바른 파일인지 확인하세요."),
                         ErrorCode::TooLarge));
            return nullptr;
        }
        Node& container = *m_open.back();
        Node& node = container.children.emplace_back();
        node.kind = kind;
        if (container.kind == Node::Kind::Object) node.key = m_key;
        return &node;
    }
    bool deliver() {
        Passing& container = m_passing.back();
        const Result<void> taken = m_sink.take(container.path, container.count++, m_tree);
        return taken.ok() || refuse(taken.error());
    }
    bool start(Node::Kind kind) {
        if (m_passing.size() + m_open.size() >= diagram::limits::kJsonDepth) {
            return refuse({ErrorCode::TooLarge,
                           m_passing.empty() ? std::string()
                           : m_open.empty()  ? pathOfNext()
                                             : m_itemPath,
                           say("brackets are nested deeper than {} levels.",
                               "괄호가 {}단계보다 깊게 중첩되어 있습니다.", std::uint64_t{diagram::limits::kJsonDepth}),
                           say("A project needs no more than ten; check that this is the right file.",
                               "프로젝트는 열 단계를 넘지 않습니다. 올바른 파일인지 확인하세요.")});
        }
        const bool array = kind == Node::Kind::Array;
        if (m_passing.empty()) {
            if (array) return refuse(notAnObject());
            m_passing.emplace_back();
            return true;
        }
        if (m_open.empty()) {
            std::string path = pathOfNext();
            const Streamed* streamed = m_passing.back().array ? nullptr : streamedAt(path);
            if (streamed ? streamed->array == array : !array && !m_passing.back().array && aboveStreamed(path)) {
                m_passing.back().count++;
                if (const Result<void> opened = m_sink.open(path); !opened) return refuse(opened.error());
                m_passing.push_back({std::move(path), array, 0, {}});
                return true;
            }
            m_itemPath = std::move(path);
        }
        Node* node = add(kind);
        if (node) m_open.push_back(node);
        return node != nullptr;
    }
    bool end() {
        if (m_open.empty()) {
            m_passing.pop_back();
            return true;
        }
        const Node& closed = *m_open.back();
        m_open.pop_back();
        if (closed.kind == Node::Kind::Object && closed.children.size() > 1) {
            if (const std::string* key = repeatedKey(closed)) return twice(Place(m_itemPath)[*key], *key);
        }
        return !m_open.empty() || deliver();
    }
    static const std::string* repeatedKey(const Node& object) {
        if (object.children.size() <= 16) {
            for (std::size_t i = 1; i < object.children.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (object.children[i].key == object.children[j].key) return &object.children[i].key;
            return nullptr;
        }
        std::vector<const std::string*> keys;
        for (const Node& child : object.children) keys.push_back(&child.key);
        const auto less = [](const std::string* a, const std::string* b) { return *a < *b; };
        std::sort(keys.begin(), keys.end(), less);
        const auto same = std::adjacent_find(keys.begin(), keys.end(), [](auto* a, auto* b) { return *a == *b; });
        return same == keys.end() ? nullptr : *same;
    }
    static Error notAnObject() {
        return {ErrorCode::BadFormat,
                {},
                say("this JSON is not an object.", "이 JSON은 객체가 아닙니다."),
                say("A Skywright file begins with '{' and has \"format\" inside.",
                    "Skywright 파일은 '{'로 시작하고 그 안에 \"format\"이 있습니다.")};
    }

    std::span<const Streamed> m_streamed;
    Sink& m_sink;
    std::vector<Passing> m_passing;
    Node m_tree;
    std::vector<Node*> m_open; // containers of m_tree that are open; a parent's children do not grow below them
    std::string m_key;
    std::string m_itemPath;
    std::size_t m_nodes = 0;
    std::size_t m_syntaxAt = 0;
    std::size_t m_wholeText = 0; // bytes of the last token, if it was a text
    bool m_numberTooLarge = false;
};

struct Spot {
    std::size_t line = 1;
    std::size_t column = 1;
};

Spot spotOf(std::string_view bytes, std::size_t offset) {
    Spot spot;
    for (std::size_t i = 0; i < offset; ++i) {
        if (bytes[i] == '\n') {
            ++spot.line;
            spot.column = 1;
        } else if ((static_cast<unsigned char>(bytes[i]) & 0xC0u) != 0x80u) {
            ++spot.column;
        }
    }
    return spot;
}

bool startsWord(std::string_view rest, std::string_view word) {
    return rest.substr(0, word.size()) == word;
}

// What people get wrong most often has its own words; the rest is shown as it stands.
std::pair<Text, Text> explain(std::string_view bytes, std::size_t at, bool numberTooLarge) {
    const std::string_view rest = bytes.substr(at);
    std::size_t word = at;
    while (word > 0 && (std::isalnum(static_cast<unsigned char>(bytes[word - 1])) || bytes[word - 1] == '-')) --word;
    const std::string_view fromWord = bytes.substr(word, 16);
    if (numberTooLarge)
        return {say("this number is too large.", "숫자가 너무 큽니다."),
                say("Write a number below 1e308.", "1e308보다 작은 숫자를 쓰세요.")};
    if (rest.empty())
        return {say("the file ends in the middle.", "파일이 중간에 끝납니다."),
                say("It was cut off, or a bracket or quote is not closed.",
                    "잘렸거나, 괄호나 따옴표가 닫히지 않았습니다.")};
    if (startsWord(fromWord, "NaN") || startsWord(fromWord, "nan") || startsWord(fromWord, "Inf") ||
        startsWord(fromWord, "inf") || startsWord(fromWord, "-Inf"))
        return {say("NaN and infinity are not numbers of JSON.", "NaN과 무한대는 JSON의 숫자가 아닙니다."),
                say("Write a finite number, or leave the member out.", "유한한 숫자를 쓰거나 항목을 빼세요.")};
    if (startsWord(rest, "//") || startsWord(rest, "/*") || startsWord(rest, "#"))
        return {say("JSON has no comments.", "JSON에는 주석이 없습니다."),
                say("Delete it, or put the remark into a note element.", "지우거나, 메모 요소로 옮기세요.")};
    if (rest[0] == '\'')
        return {say("texts stand in double quotes.", "문자열은 큰따옴표로 묶어야 합니다."),
                say("Replace ' by \".", "'를 \"로 바꾸세요.")};
    if (static_cast<unsigned char>(rest[0]) >= 0x80 || static_cast<unsigned char>(rest[0]) < 0x20)
        return {say("a byte that is not allowed here (not UTF-8, or a control character).",
                    "여기에 올 수 없는 바이트입니다(UTF-8이 아니거나 제어 문자)."),
                say("Save the file as UTF-8; write line breaks in texts as \\n.",
                    "파일을 UTF-8로 저장하고, 문자열 안의 줄바꿈은 \\n으로 쓰세요.")};
    if (rest[0] == ']' || rest[0] == '}')
        return {say("unexpected '{}'.", "'{}'이(가) 올 자리가 아닙니다.", rest.substr(0, 1)),
                say("Delete the comma before it, or complete the value.", "앞의 쉼표를 지우거나 값을 완성하세요.")};
    return {say("unexpected '{}'.", "'{}'이(가) 올 자리가 아닙니다.", rest.substr(0, 1)),
            say("Look for a missing comma, quote or bracket just before it.",
                "바로 앞에 빠진 쉼표, 따옴표, 괄호가 있는지 보세요.")};
}

Error syntaxError(std::string_view bytes, std::size_t position, bool numberTooLarge) {
    std::size_t at = std::min(position == 0 ? 0 : position - 1, bytes.size());
    while (at > 0 && at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0u) == 0x80u) --at;
    if (const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        first == std::string_view::npos || (bytes[first] != '{' && bytes[first] != '[')) {
        return {ErrorCode::BadFormat,
                {},
                bytes.empty() ? say("the file is empty.", "파일이 비어 있습니다.")
                              : say("this is not JSON.", "JSON이 아닙니다."),
                say("A Skywright file begins with '{'.", "Skywright JSON 파일은 '{'로 시작합니다.")};
    }
    const Spot spot = spotOf(bytes, at);
    auto [what, remedy] = explain(bytes, at, numberTooLarge);
    return {ErrorCode::BadFormat,
            {},
            say("line {}, column {}: {}", "{}행 {}열: {}", std::uint64_t{spot.line}, std::uint64_t{spot.column}, what),
            std::move(remedy)};
}

} // namespace

Result<void> parse(std::string_view bytes, std::span<const Streamed> streamed, Sink& sink) {
    if (bytes.size() > diagram::limits::kFileBytes)
        return Error{ErrorCode::TooLarge,
                     {},
                     say("is larger than 256 MiB.", "256 MiB보다 큽니다."),
                     say("Split the project.", "프로젝트를 나누세요.")};
    Handler handler(streamed, sink);
    try {
        if (Json::sax_parse(bytes.data(), bytes.data() + bytes.size(), &handler)) return {};
    } catch (const std::exception&) { // only memory can be short here
        return Error{
            ErrorCode::TooLarge, {}, say("there is not enough memory to read it.", "읽을 메모리가 부족합니다."), {}};
    }
    if (handler.error) return *std::move(handler.error);
    return syntaxError(bytes, handler.syntaxAt(bytes.size()), handler.numberTooLarge());
}

} // namespace sky::exchange::json
