// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/graph_chance.h"

#include "resilience/circles.h"
#include "resilience/decision_diagram.h"

#include <algorithm>

namespace sky::resilience {
namespace {

constexpr std::size_t kMostNodes = 1'000'000;
using Function = DecisionDiagram::Function;

class GraphFunction {
  public:
    GraphFunction(const NeedsGraph& graph, const Chances& down) : m_graph(graph), m_down(down), m_diagram(kMostNodes) {
        for (std::uint32_t i = 0; i < graph.regions.size(); ++i)
            m_regions.push_back(event({EventKind::Region, i}, at(down.regions, i)));
        for (std::uint32_t i = 0; i < graph.zones.size(); ++i) {
            const Function own = event({EventKind::Zone, i}, at(down.zones, i));
            const std::uint32_t region = graph.zones[i].region;
            m_zones.push_back(region == kNoRegion ? own : m_diagram.both(own, m_regions[region]));
        }
    }

    Result<GraphChance> solve() {
        m_up.assign(m_graph.components.size(), DecisionDiagram::kUp);
        m_alive.assign(m_graph.components.size(), DecisionDiagram::kUp);
        for (const std::vector<std::uint32_t>& circle : circlesOf(m_graph)) { // what is needed comes first
            for (const std::uint32_t i : circle) m_alive[i] = aliveOf(i);
            bool changed = true; // from "all are up" downwards, so that the greatest fixpoint is met
            while (changed && !m_diagram.overflown()) {
                changed = false;
                for (const std::uint32_t i : circle) {
                    const Function now = upOf(i);
                    changed = changed || (now != m_up[i] && circle.size() > 1) ||
                              (circle.size() == 1 && now != m_up[i] && needsItself(i));
                    m_up[i] = now;
                }
            }
        }
        Function goal = DecisionDiagram::kUp;
        for (const std::uint32_t one : m_graph.goals) goal = m_diagram.both(goal, m_up[one]);
        if (m_diagram.overflown())
            return Error{ErrorCode::TooLarge,
                         {},
                         say("the needs of the goal are too entangled to compute its availability exactly.",
                             "목표가 의존하는 관계가 너무 얽혀 있어 가용성을 정확히 계산할 수 없습니다."),
                         say("Ask for one goal at a time.", "목표를 하나씩 물어보십시오.")};
        return measure(goal);
    }

  private:
    static double at(const std::vector<double>& chances, std::size_t index) {
        return chances.empty() ? 0.0 : chances[index];
    }
    bool needsItself(std::uint32_t component) const {
        for (const NeedGroup& group : m_graph.components[component].needs)
            if (std::find(group.any.begin(), group.any.end(), component) != group.any.end()) return true;
        return false;
    }
    Function event(Event which, double chance) {
        m_events.push_back(which);
        m_chances.push_back(chance);
        if (chance <= 0) return DecisionDiagram::kUp;
        return chance >= 1 ? DecisionDiagram::kDown : m_diagram.holds(static_cast<std::uint32_t>(m_events.size() - 1));
    }
    Function aliveOf(std::uint32_t index) {
        const Component& component = m_graph.components[index];
        const Place& place = component.place;
        Function alive = DecisionDiagram::kUp;
        if (place.kind == PlaceKind::Region) alive = m_regions[place.region];
        if (place.kind == PlaceKind::Zone) alive = m_zones[place.zones.front()];
        if (place.kind == PlaceKind::AnyZone) {
            alive = DecisionDiagram::kDown;
            for (const std::uint32_t zone : place.zones) alive = m_diagram.either(alive, m_zones[zone]);
        }
        return m_diagram.both(alive, event({EventKind::Component, index}, at(m_down.components, index)));
    }
    Function upOf(std::uint32_t index) {
        Function up = m_alive[index];
        for (const NeedGroup& group : m_graph.components[index].needs) {
            std::vector<Function> members;
            for (const std::uint32_t member : group.any) members.push_back(m_up[member]);
            up = m_diagram.both(up, m_diagram.atLeast(group.min, std::move(members)));
        }
        return up;
    }

    // Chances of being down from below, chances of being asked from above.
    GraphChance measure(Function goal) const {
        const std::vector<DecisionDiagram::Node>& nodes = m_diagram.nodes();
        std::vector<double> down(nodes.size(), 0.0);
        std::vector<double> asked(nodes.size(), 0.0);
        down[DecisionDiagram::kDown] = 1;
        for (std::size_t i = 2; i <= goal; ++i) {
            const double chance = m_chances[nodes[i].event];
            down[i] = chance * down[nodes[i].low] + (1 - chance) * down[nodes[i].high];
        }
        GraphChance result;
        result.down = down[goal];
        result.importance = {std::vector<double>(m_graph.components.size(), 0.0),
                             std::vector<double>(m_graph.zones.size(), 0.0),
                             std::vector<double>(m_graph.regions.size(), 0.0)};
        asked[goal] = 1;
        for (std::size_t i = goal; i >= 2; --i) {
            if (asked[i] == 0) continue;
            const double chance = m_chances[nodes[i].event];
            asked[nodes[i].low] += asked[i] * chance;
            asked[nodes[i].high] += asked[i] * (1 - chance);
            const Event event = m_events[nodes[i].event];
            std::vector<double>& importance = event.kind == EventKind::Component ? result.importance.components
                                              : event.kind == EventKind::Zone    ? result.importance.zones
                                                                                 : result.importance.regions;
            importance[event.index] += asked[i] * (down[nodes[i].low] - down[nodes[i].high]);
        }
        return result;
    }

    const NeedsGraph& m_graph;
    const Chances& m_down;
    DecisionDiagram m_diagram;
    std::vector<Event> m_events; // in the order asked
    std::vector<double> m_chances;
    std::vector<Function> m_regions;
    std::vector<Function> m_zones;
    std::vector<Function> m_alive;
    std::vector<Function> m_up;
};

Result<void> checkChances(const std::vector<double>& chances, std::size_t count, const char* of) {
    if (!chances.empty() && chances.size() != count)
        return Error{ErrorCode::Invalid,
                     of,
                     say("there are {} chances for {} things.", "{}개의 확률이 {}개의 대상에 주어졌습니다.",
                         std::uint64_t{chances.size()}, std::uint64_t{count}),
                     {}};
    for (std::size_t i = 0; i < chances.size(); ++i)
        if (!(chances[i] >= 0 && chances[i] <= 1))
            return Error{ErrorCode::Invalid,
                         std::string(of) + "[" + std::to_string(i) + "]",
                         say("a chance lies between 0 and 1.", "확률은 0과 1 사이여야 합니다."),
                         {}};
    return {};
}

} // namespace

Result<GraphChance> chanceOf(const NeedsGraph& graph, const Chances& down) {
    if (auto sound = check(graph); !sound) return std::move(sound).error();
    if (auto sound = checkChances(down.components, graph.components.size(), "down.components"); !sound)
        return std::move(sound).error();
    if (auto sound = checkChances(down.zones, graph.zones.size(), "down.zones"); !sound)
        return std::move(sound).error();
    if (auto sound = checkChances(down.regions, graph.regions.size(), "down.regions"); !sound)
        return std::move(sound).error();
    return GraphFunction(graph, down).solve();
}

} // namespace sky::resilience
