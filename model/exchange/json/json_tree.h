// SPDX-License-Identifier: GPL-3.0-or-later
// JSON taken apart piece by piece, so that memory follows the largest single thing and never the file: the members of
// the streamed containers (and of the root) are handed over one by one as small trees, and forgotten again.
// Refused on the way: nesting beyond the limit, a key given twice, trees beyond the limit, anything that is not JSON.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky::exchange::json {

struct Node {
    enum class Kind : std::uint8_t { Null, Bool, Integer, Decimal, Text, Array, Object };
    Kind kind = Kind::Null;
    bool flag = false;
    std::int64_t integer = 0;
    std::string key;  // of a member of an object
    std::string text; // Text; a Decimal (or an integer beyond 64 bits) as it was written
    std::vector<Node> children;

    [[nodiscard]] const Node* find(std::string_view memberKey) const;
};

// Where a value stands: "elements[12].routes[0].via". Lives on the stack, beside the value it belongs to.
class Place {
  public:
    explicit Place(std::string_view root) : m_key(root) {}
    [[nodiscard]] Place operator[](std::size_t index) const { return {this, {}, index}; }
    [[nodiscard]] Place operator[](std::string_view key) const { return {this, key, 0}; }
    [[nodiscard]] std::string text() const;

  private:
    Place(const Place* above, std::string_view key, std::size_t index) : m_above(above), m_key(key), m_index(index) {}
    const Place* m_above = nullptr;
    std::string_view m_key; // empty below something: the index
    std::size_t m_index = 0;
};

[[nodiscard]] Error wrong(const Place& place, Text what, Text remedy, ErrorCode code = ErrorCode::Invalid);
[[nodiscard]] Error wrongKind(const Place& place, const Text& expected, const Node& found);
[[nodiscard]] std::string inQuotes(std::string_view text); // 'text', shortened where it is long
[[nodiscard]] std::string shortened(std::string_view text);

[[nodiscard]] std::string listed(std::span<const std::string_view> words);                              // "a, b, c"
[[nodiscard]] std::string nearest(std::string_view wrongWord, std::span<const std::string_view> words); // may be empty
[[nodiscard]] Error unknownMember(const Place& place, const Node& member, std::span<const std::string_view> known);
[[nodiscard]] Error missingMember(const Place& place, std::string_view key, const char* example);
[[nodiscard]] Error tooMany(const Place& place, std::size_t count, std::size_t most);

struct Streamed {
    std::string_view path; // "elements", "layout.elements"; containers above it are passed through by themselves
    bool array = true;
};

class Sink {
  public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;
    // One member of the container ("" is the root). The node may be moved from.
    virtual Result<void> take(std::string_view container, std::size_t index, Node& node) = 0;
    // A streamed container begins; it may be empty.
    virtual Result<void> open(std::string_view container) = 0;
};

[[nodiscard]] Result<void> parse(std::string_view bytes, std::span<const Streamed> streamed, Sink& sink);

// The tree as canonical JSON on one line: keys sorted.
void appendCanonical(std::string& out, const Node& node);
void appendText(std::string& out, std::string_view text); // with quotes, escaped

} // namespace sky::exchange::json
