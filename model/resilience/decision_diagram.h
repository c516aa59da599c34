// SPDX-License-Identifier: GPL-3.0-or-later
// Reduced ordered binary decision diagrams of monotone functions: "is it up, given which events happened". A node asks
// one event; `high` follows when it did not happen. Functions are numbers of nodes; equal functions are equal numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace sky::resilience {

class DecisionDiagram {
  public:
    using Function = std::uint32_t;
    static constexpr Function kDown = 0;
    static constexpr Function kUp = 1;
    static constexpr std::uint32_t kNoEvent = 0xFFFFFFFFu; // of the two constants
    struct Node {
        std::uint32_t event = kNoEvent; // asked in rising order
        Function low = kDown;           // it happened
        Function high = kUp;            // it did not
    };

    explicit DecisionDiagram(std::size_t mostNodes) : m_mostNodes(mostNodes), m_nodes(2) {}

    [[nodiscard]] Function holds(std::uint32_t event) {
        return node(event, kDown, kUp);
    } // up while it has not happened
    [[nodiscard]] Function both(Function a, Function b) { return choose(a, b, kDown); }
    [[nodiscard]] Function either(Function a, Function b) { return choose(a, kUp, b); }
    [[nodiscard]] Function choose(Function condition, Function then, Function otherwise);
    [[nodiscard]] Function atLeast(std::size_t needed, std::vector<Function> members);

    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; } // below before above
    [[nodiscard]] bool overflown() const { return m_overflown; }             // then answers mean nothing

  private:
    struct Key {
        std::uint32_t a, b, c;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Mix {
        std::size_t operator()(const Key& key) const noexcept;
    };
    [[nodiscard]] Function node(std::uint32_t event, Function low, Function high);

    std::size_t m_mostNodes;
    bool m_overflown = false;
    std::vector<Node> m_nodes;
    std::unordered_map<Key, Function, Mix> m_unique;
    std::unordered_map<Key, Function, Mix> m_chosen;
};

} // namespace sky::resilience
