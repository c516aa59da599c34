// SPDX-License-Identifier: GPL-3.0-or-later
// tier(e): the longest path of request-carrying links from a caller, a cycle counting as one step. Computed again only
// for what lies behind a change; a new link that already points to a later tier, or a lost one that was not the longest
// way, changes nothing and costs nothing.
#include "topology/builder.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace sky::topology {
namespace {

constexpr int kUnreached = std::numeric_limits<int>::min();

// Strongly connected components (Tarjan, without recursion), numbered so that every edge leads to an equal or a smaller
// number.
class Components {
  public:
    Components(std::size_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges)
        : m_first(count + 1, 0), m_to(edges.size()), m_order(count, 0), m_low(count, 0), m_component(count, kNone) {
        for (const auto& [from, to] : edges) ++m_first[from + 1];
        for (std::size_t i = 0; i < count; ++i) m_first[i + 1] += m_first[i];
        std::vector<std::uint32_t> at(m_first.begin(), m_first.end() - 1);
        for (const auto& [from, to] : edges) m_to[at[from]++] = to;
        for (std::uint32_t node = 0; node < count; ++node)
            if (m_order[node] == 0) visit(node);
    }
    [[nodiscard]] std::uint32_t of(std::uint32_t node) const { return m_component[node]; }
    [[nodiscard]] std::uint32_t count() const { return m_count; }

  private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    void enter(std::uint32_t node) {
        m_order[node] = m_low[node] = ++m_clock;
        m_open.push_back(node);
        m_path.emplace_back(node, m_first[node]);
    }
    void visit(std::uint32_t start) {
        enter(start);
        while (!m_path.empty()) {
            auto& [node, edge] = m_path.back();
            if (edge < m_first[node + 1]) {
                const std::uint32_t next = m_to[edge++];
                if (m_order[next] == 0)
                    enter(next);
                else if (m_component[next] == kNone)
                    m_low[node] = std::min(m_low[node], m_order[next]);
                continue;
            }
            const std::uint32_t done = node;
            m_path.pop_back();
            if (!m_path.empty()) m_low[m_path.back().first] = std::min(m_low[m_path.back().first], m_low[done]);
            if (m_low[done] != m_order[done]) continue;
            while (m_component[done] == kNone) {
                m_component[m_open.back()] = m_count;
                m_open.pop_back();
            }
            ++m_count;
        }
    }

    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_to;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_low;
    std::vector<std::uint32_t> m_component;
    std::vector<std::uint32_t> m_open;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_path;
    std::uint32_t m_clock = 0;
    std::uint32_t m_count = 0;
};

} // namespace

void Builder::computeTiers() {
    const diagram::Diagram& diagram = m_now.m_diagram;
    std::vector<ElementId> nodes;
    std::unordered_map<ElementId, std::uint32_t> number;
    const auto add = [&](const ElementId& id) {
        if (m_drawing.thing(id).element && number.try_emplace(id, static_cast<std::uint32_t>(nodes.size())).second)
            nodes.push_back(id);
    };
    for (const ElementId& id : m_tierSeeds) add(id);
    for (const Edge& edge : m_removedEdges) {
        const std::optional<int> from = m_before.tier(edge.from);
        const std::optional<int> to = m_before.tier(edge.to);
        if (from && !(to && *from + 1 < *to)) add(edge.to);
    }
    for (const Edge& edge : m_addedEdges) {
        const std::optional<int> from = m_before.tier(edge.from);
        const std::optional<int> to = m_before.tier(edge.to);
        if (from && !(to && *from < *to)) add(edge.to);
    }
    if (nodes.empty()) return;

    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::size_t next = 0; next < nodes.size(); ++next) {
        const ElementId id = nodes[next];
        for (const LinkId& at : diagram.linksAt(id)) {
            const Topology::LinkFacts* link = m_now.m_links.find(at);
            if (!link->carries || link->from != id) continue;
            add(link->to);
            edges.emplace_back(static_cast<std::uint32_t>(next), number.find(link->to)->second);
        }
    }
    const Components components(nodes.size(), edges);

    // What a component hears from callers and from what lies before the change, whose tiers stand.
    std::vector<int> tiers(components.count(), kUnreached);
    const bool fresh = m_before.m_elements.empty();
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        int& tier = tiers[components.of(node)];
        const catalog::Service* service = m_drawing.thing(nodes[node]).service;
        if (service && service->is(catalog::Trait::Caller)) tier = std::max(tier, 0);
        if (fresh) continue;
        for (const LinkId& at : diagram.linksAt(nodes[node])) {
            const Topology::LinkFacts* link = m_now.m_links.find(at);
            if (!link->carries || link->to != nodes[node] || number.contains(link->from)) continue;
            if (const std::optional<int> before = m_now.tier(link->from)) tier = std::max(tier, *before + 1);
        }
    }
    std::sort(edges.begin(), edges.end(),
              [&](const auto& a, const auto& b) { return components.of(a.first) > components.of(b.first); });
    for (const auto& [from, to] : edges) {
        const int before = tiers[components.of(from)];
        if (components.of(from) == components.of(to) || before == kUnreached) continue;
        int& tier = tiers[components.of(to)];
        tier = std::max(tier, before + 1);
    }
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        const int tier = tiers[components.of(node)];
        const std::optional<int> now = tier == kUnreached ? std::nullopt : std::optional(tier);
        if (m_now.tier(nodes[node]) != now) m_now.m_elements.write(nodes[node])->tier = now;
    }
}

} // namespace sky::topology
