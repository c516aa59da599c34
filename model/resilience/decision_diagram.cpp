// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/decision_diagram.h"

#include "base/hash.h"

#include <algorithm>

namespace sky::resilience {

std::size_t DecisionDiagram::Mix::operator()(const Key& key) const noexcept {
    return mixBits(mixBits((std::uint64_t{key.a} << 32) | key.b) ^ key.c);
}

DecisionDiagram::Function DecisionDiagram::node(std::uint32_t event, Function low, Function high) {
    if (low == high) return low;
    const auto [at, fresh] = m_unique.try_emplace({event, low, high}, static_cast<Function>(m_nodes.size()));
    if (fresh) {
        if (m_nodes.size() >= m_mostNodes) m_overflown = true;
        m_nodes.push_back({event, low, high});
    }
    return at->second;
}

DecisionDiagram::Function DecisionDiagram::choose(Function condition, Function then, Function otherwise) {
    if (condition == kUp || then == otherwise) return then;
    if (condition == kDown) return otherwise;
    if (then == kUp && otherwise == kDown) return condition;
    if (condition == then) then = kUp;
    if (condition == otherwise) otherwise = kDown;
    if (m_overflown) return kDown;
    const Key key{condition, then, otherwise};
    if (const auto known = m_chosen.find(key); known != m_chosen.end()) return known->second;
    // Copies: the recursion below may move the nodes.
    const Node c = m_nodes[condition];
    const Node t = m_nodes[then];
    const Node o = m_nodes[otherwise];
    const std::uint32_t event = std::min({c.event, t.event, o.event});
    const auto low = [&](const Node& of, Function whole) { return of.event == event ? of.low : whole; };
    const auto high = [&](const Node& of, Function whole) { return of.event == event ? of.high : whole; };
    const Function happened = choose(low(c, condition), low(t, then), low(o, otherwise));
    const Function not_ = choose(high(c, condition), high(t, then), high(o, otherwise));
    const Function answer = node(event, happened, not_);
    m_chosen.emplace(key, answer);
    return answer;
}

DecisionDiagram::Function DecisionDiagram::atLeast(std::size_t needed, std::vector<Function> members) {
    if (needed == 0) return kUp;
    if (needed > members.size()) return kDown;
    // Members that ask late events come first, so that each next one is put on top of what there is.
    std::stable_sort(members.begin(), members.end(),
                     [&](Function a, Function b) { return m_nodes[a].event > m_nodes[b].event; });
    std::vector<Function> enough(needed + 1, kDown); // enough[k]: at least k of the members so far
    enough[0] = kUp;
    for (std::size_t i = 0; i < members.size() && !m_overflown; ++i)
        for (std::size_t k = std::min(i + 1, needed); k > 0; --k)
            enough[k] = choose(members[i], enough[k - 1], enough[k]);
    return enough[needed];
}

} // namespace sky::resilience
