// SPDX-License-Identifier: GPL-3.0-or-later
// Needs graphs for tests: random ones, and the sums by brute force that everything quick is held against.
#pragma once

#include "resilience/cut_sets.h"

#include <algorithm>

namespace sky::resilience::test {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : m_state(seed * 2 + 1) {}
    std::uint32_t below(std::uint32_t bound) {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>((m_state >> 33) % bound);
    }

  private:
    std::uint64_t m_state;
};

// Needs may go in circles, ask for more than there is, and name somebody twice; some components are alike.
inline NeedsGraph randomGraph(Dice& dice, std::uint32_t most) {
    NeedsGraph graph;
    graph.regions = {"r", "s"};
    graph.zones = {{"a", 0}, {"b", 0}, {"x", 1}};
    const std::uint32_t count = 2 + dice.below(most - 1);
    for (std::uint32_t i = 0; i < count; ++i) {
        Component component{"c" + std::to_string(i), {}, dice.below(3) == 0, {}};
        const std::uint32_t kind = dice.below(4);
        if (kind == 1) component.place = {PlaceKind::Region, dice.below(2), {}};
        if (kind == 2) component.place = {PlaceKind::Zone, 0, {dice.below(3)}};
        if (kind == 3) component.place = {PlaceKind::AnyZone, 0, {0, 1 + dice.below(2)}};
        for (std::uint32_t group = dice.below(3); group > 0; --group) {
            NeedGroup need;
            for (std::uint32_t member = 1 + dice.below(5); member > 0; --member) need.any.push_back(dice.below(count));
            need.min = dice.below(static_cast<std::uint32_t>(need.any.size()) + 1);
            if (dice.below(40) == 0) need.min = static_cast<std::uint32_t>(need.any.size()) + 1;
            component.needs.push_back(need);
        }
        if (i > 0 && dice.below(3) == 0) { // as the one before
            component = graph.components.back();
            component.id = "c" + std::to_string(i);
        }
        graph.components.push_back(std::move(component));
    }
    graph.goals = {dice.below(count)};
    if (dice.below(4) == 0) graph.goals.push_back(dice.below(count));
    return graph;
}

inline std::vector<Event> eventsOf(const NeedsGraph& graph) {
    std::vector<Event> events;
    for (std::uint32_t i = 0; i < graph.zones.size(); ++i) events.push_back({EventKind::Zone, i});
    for (std::uint32_t i = 0; i < graph.components.size(); ++i)
        if (!graph.components[i].managed) events.push_back({EventKind::Component, i});
    for (std::uint32_t i = 0; i < graph.regions.size(); ++i) events.push_back({EventKind::Region, i});
    return events;
}

// All minimal cuts of this size, by trying every set; smaller ones are given.
inline std::vector<std::vector<std::string>> cutsByTrying(const NeedsGraph& graph, std::size_t size) {
    const std::vector<Event> events = eventsOf(graph);
    std::vector<std::vector<std::string>> cuts;
    const auto isCut = [&](const std::vector<Event>& set) { return !isUp(graph, set); };
    std::vector<Event> set;
    const auto grow = [&](auto& self, std::size_t from) -> void {
        if (set.size() == size) {
            if (!isCut(set)) return;
            for (std::size_t without = 0; without < set.size(); ++without) {
                std::vector<Event> less = set;
                less.erase(less.begin() + static_cast<std::ptrdiff_t>(without));
                if (isCut(less)) return;
            }
            std::vector<std::string> names;
            for (const Event event : set) names.push_back(nameOf(graph, event));
            std::sort(names.begin(), names.end());
            cuts.push_back(std::move(names));
            return;
        }
        for (std::size_t i = from; i < events.size(); ++i) {
            set.push_back(events[i]);
            self(self, i + 1);
            set.pop_back();
        }
    };
    grow(grow, 0);
    std::sort(cuts.begin(), cuts.end());
    return cuts;
}

inline std::vector<std::vector<std::string>> namesOf(const NeedsGraph& graph, const std::vector<Cut>& cuts) {
    std::vector<std::vector<std::string>> names;
    for (const Cut& cut : cuts) {
        names.emplace_back();
        for (const Event event : cut) names.back().push_back(nameOf(graph, event));
    }
    return names;
}

// Three tiers in three zones of two regions, a database and gateways: about `components` of them.
inline NeedsGraph tiers(std::uint32_t components) {
    NeedsGraph graph;
    graph.regions = {"r", "s"};
    graph.zones = {{"a", 0}, {"b", 0}, {"c", 0}, {"x", 1}, {"y", 1}, {"z", 1}};
    const auto add = [&](const std::string& id, Place place, bool managed) {
        graph.components.push_back({id, std::move(place), managed, {}});
        return static_cast<std::uint32_t>(graph.components.size() - 1);
    };
    const std::uint32_t dns = add("dns", {}, true);
    graph.goals = {dns};
    graph.components[dns].needs.push_back({{}, 1});
    const std::uint32_t stacks = std::max(1u, components / 2 / 11);
    for (std::uint32_t region = 0; region < 2; ++region) {
        const std::vector<std::uint32_t> zones{region * 3, region * 3 + 1, region * 3 + 2};
        const std::string at = std::to_string(region);
        const std::uint32_t entry = add("entry" + at, {PlaceKind::AnyZone, 0, zones}, true);
        graph.components[dns].needs[0].any.push_back(entry);
        std::uint32_t above = entry;
        for (std::uint32_t stack = 0; stack < stacks; ++stack) {
            const std::string name = at + "-" + std::to_string(stack);
            const std::uint32_t lb = add("lb" + name, {PlaceKind::AnyZone, 0, zones}, true);
            graph.components[above].needs.push_back({{lb}, 1});
            const std::uint32_t db = add("db" + name, {PlaceKind::Zone, 0, {zones[stack % 3]}}, false);
            const std::uint32_t copy = add("copy" + name, {PlaceKind::Zone, 0, {zones[(stack + 1) % 3]}}, false);
            NeedGroup fleet{{}, 3};
            for (std::uint32_t i = 0; i < 6; ++i) {
                const std::uint32_t web =
                    add("web" + name + "-" + std::to_string(i), {PlaceKind::Zone, 0, {zones[i % 3]}}, false);
                fleet.any.push_back(web);
                graph.components[web].needs = {{{db, copy}, 1}};
            }
            graph.components[lb].needs = {fleet};
            if (stack % 3 == 2) above = lb; // some depth
        }
    }
    return graph;
}

} // namespace sky::resilience::test
