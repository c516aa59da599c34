// SPDX-License-Identifier: GPL-3.0-or-later
// A data file as a tree of JSON values in one flat array: cheap to build and to throw away. The texts live in the tree.
// Inside catalog/ only.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace sky::catalog {

struct Node {
    enum class Kind : std::uint8_t { Null, Bool, Integer, Real, String, Array, Object };
    Kind kind = Kind::Null;
    bool flag = false;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text; // of a String; of a Real as it was written
    std::string_view key;  // when it stands in an object
    std::uint32_t children = 0;
    std::uint32_t first = 0; // the first child; 0: none
    std::uint32_t next = 0;  // the next sibling; 0: none
};

class Tree {
  public:
    // A text of one JSON value. Objects must not name a key twice; nesting is bounded.
    [[nodiscard]] static Result<Tree> parse(std::string_view file, std::string_view bytes);

    [[nodiscard]] const Node& root() const { return m_nodes[1]; }
    [[nodiscard]] const Node* first(const Node& of) const { return of.first ? &m_nodes[of.first] : nullptr; }
    [[nodiscard]] const Node* next(const Node& after) const { return after.next ? &m_nodes[after.next] : nullptr; }

  private:
    friend class TreeBuilder;
    std::vector<Node> m_nodes; // [0] is nobody, so that 0 can mean none
    std::unique_ptr<char[]> m_texts;
};

} // namespace sky::catalog
