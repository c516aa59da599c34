// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/circles.h"

#include <algorithm>

namespace sky::resilience {
namespace {

// Tarjan's strongly connected components, with a stack of its own: a chain of needs may be as long as the drawing.
class Search {
  public:
    explicit Search(const NeedsGraph& graph)
        : m_graph(graph)
        , m_number(graph.components.size(), 0)
        , m_lowest(graph.components.size(), 0)
        , m_onStack(graph.components.size(), false) {}

    std::vector<std::vector<std::uint32_t>> run() {
        for (const std::uint32_t goal : m_graph.goals)
            if (m_number[goal] == 0) walk(goal);
        return std::move(m_circles);
    }

  private:
    struct Visit {
        std::uint32_t component;
        std::size_t group = 0;
        std::size_t member = 0;
    };
    void enter(std::uint32_t component) {
        m_number[component] = m_lowest[component] = ++m_count;
        m_stack.push_back(component);
        m_onStack[component] = true;
        m_visits.push_back({component});
    }
    void walk(std::uint32_t start) {
        enter(start);
        while (!m_visits.empty()) {
            Visit& visit = m_visits.back();
            const std::uint32_t at = visit.component;
            const std::vector<NeedGroup>& needs = m_graph.components[at].needs;
            if (visit.group < needs.size() && visit.member == needs[visit.group].any.size()) {
                ++visit.group;
                visit.member = 0;
            } else if (visit.group < needs.size()) {
                const std::uint32_t next = needs[visit.group].any[visit.member++];
                if (m_number[next] == 0) {
                    enter(next);
                } else if (m_onStack[next]) {
                    m_lowest[at] = std::min(m_lowest[at], m_number[next]);
                }
            } else {
                leave(at);
            }
        }
    }
    void leave(std::uint32_t component) {
        m_visits.pop_back();
        if (!m_visits.empty()) {
            const std::uint32_t above = m_visits.back().component;
            m_lowest[above] = std::min(m_lowest[above], m_lowest[component]);
        }
        if (m_lowest[component] != m_number[component]) return;
        std::vector<std::uint32_t> circle;
        do {
            circle.push_back(m_stack.back());
            m_onStack[m_stack.back()] = false;
            m_stack.pop_back();
        } while (circle.back() != component);
        std::sort(circle.begin(), circle.end());
        m_circles.push_back(std::move(circle));
    }

    const NeedsGraph& m_graph;
    std::uint32_t m_count = 0;
    std::vector<std::uint32_t> m_number; // 0: not met yet
    std::vector<std::uint32_t> m_lowest;
    std::vector<bool> m_onStack;
    std::vector<std::uint32_t> m_stack;
    std::vector<Visit> m_visits;
    std::vector<std::vector<std::uint32_t>> m_circles;
};

} // namespace

std::vector<std::vector<std::uint32_t>> circlesOf(const NeedsGraph& graph) {
    return Search(graph).run();
}

} // namespace sky::resilience
