// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/lanes.h"

#include "resilience/circles.h"

#include <algorithm>
#include <array>
#include <bit>

namespace sky::resilience {
namespace {

constexpr std::uint32_t kNoNode = 0xFFFFFFFFu;
constexpr Lanes::Word kAll = ~Lanes::Word{0};

} // namespace

Lanes::Lanes(const NeedsGraph& graph)
    : m_graph(graph)
    , m_nodeOf(graph.components.size(), kNoNode)
    , m_byZone(graph.zones.size())
    , m_byRegion(graph.regions.size()) {
    compile();
}

void Lanes::compile() {
    for (std::vector<std::uint32_t>& circle : circlesOf(m_graph)) {
        for (const std::uint32_t component : circle) {
            m_nodeOf[component] = static_cast<std::uint32_t>(m_cone.size());
            m_cone.push_back(component);
        }
        if (circle.size() > 1) m_circles.push_back(std::move(circle));
    }
    std::sort(m_circles.begin(), m_circles.end());
    std::vector<std::vector<std::uint32_t>> callers(m_cone.size());
    m_byComponent.resize(m_cone.size());
    for (std::uint32_t node = 0; node < m_cone.size(); ++node) {
        const Component& component = m_graph.components[m_cone[node]];
        Node made{m_cone[node], static_cast<std::uint32_t>(m_groups.size()),
                  static_cast<std::uint32_t>(component.needs.size()), 0, 0};
        for (const NeedGroup& group : component.needs) {
            m_groups.push_back({static_cast<std::uint32_t>(m_members.size()),
                                static_cast<std::uint32_t>(group.any.size()), group.min});
            for (const std::uint32_t member : group.any) {
                const std::uint32_t needed = m_nodeOf[member];
                m_members.push_back(needed);
                if (callers[needed].empty() || callers[needed].back() != node) callers[needed].push_back(node);
            }
        }
        m_nodes.push_back(made);
        m_byComponent[node] = {node};
        const Place& place = component.place;
        if (place.kind == PlaceKind::Region) m_byRegion[place.region].push_back(node);
        if (place.kind != PlaceKind::Zone && place.kind != PlaceKind::AnyZone) continue;
        for (const std::uint32_t zone : place.zones) {
            const std::uint32_t region = m_graph.zones[zone].region;
            if (m_byZone[zone].empty() || m_byZone[zone].back() != node) m_byZone[zone].push_back(node);
            if (region == kNoRegion) continue;
            if (m_byRegion[region].empty() || m_byRegion[region].back() != node) m_byRegion[region].push_back(node);
        }
    }
    for (std::uint32_t node = 0; node < m_cone.size(); ++node) {
        m_nodes[node].firstCaller = static_cast<std::uint32_t>(m_callers.size());
        m_nodes[node].callers = static_cast<std::uint32_t>(callers[node].size());
        m_callers.insert(m_callers.end(), callers[node].begin(), callers[node].end());
    }
    for (const std::uint32_t goal : m_graph.goals) m_goals.push_back(m_nodeOf[goal]);
}

std::vector<Event> Lanes::events() const {
    std::vector<Event> events;
    for (std::uint32_t zone = 0; zone < m_byZone.size(); ++zone)
        if (!m_byZone[zone].empty()) events.push_back({EventKind::Zone, zone});
    for (const std::uint32_t component : m_cone)
        if (!m_graph.components[component].managed) events.push_back({EventKind::Component, component});
    for (std::uint32_t region = 0; region < m_byRegion.size(); ++region)
        if (!m_byRegion[region].empty()) events.push_back({EventKind::Region, region});
    std::sort(events.begin(), events.end());
    return events;
}

const std::vector<std::uint32_t>& Lanes::touchedBy(Event event) const {
    static const std::vector<std::uint32_t> kNone;
    switch (event.kind) {
    case EventKind::Zone:
        return m_byZone[event.index];
    case EventKind::Region:
        return m_byRegion[event.index];
    case EventKind::Component:
        break;
    }
    const std::uint32_t node = m_nodeOf[event.index];
    return node == kNoNode ? kNone : m_byComponent[node];
}

void Lanes::reset(std::size_t lanes) {
    m_words = (lanes + 63) / 64;
    m_up.assign(m_nodes.size() * m_words, kAll);
    m_alive.assign(m_nodes.size() * m_words, kAll);
    m_zoneUp.assign(m_graph.zones.size() * m_words, kAll);
    m_failed.clear();
    m_saved.clear();
    m_savedWords.clear();
    m_marks.clear();
    m_firstWords.clear();
    m_open.assign((m_nodes.size() + 63) / 64, 0);
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) mark(node);
    m_lowestOpen = 0;
}

void Lanes::setScenarios(const std::vector<Event>& events) {
    reset(events.size() + 1);
    for (std::size_t lane = 0; lane < events.size(); ++lane) happen(events[lane], lane);
    begin();
}

void Lanes::setScenarios(const std::vector<std::vector<Event>>& scenarios) {
    reset(scenarios.size() + 1);
    for (std::size_t lane = 0; lane < scenarios.size(); ++lane)
        for (const Event event : scenarios[lane]) happen(event, lane);
    begin();
}

void Lanes::happen(Event event, std::size_t lane) {
    const std::size_t word = lane / 64;
    const Word others = ~(Word{1} << (lane % 64));
    if (event.kind == EventKind::Zone) m_zoneUp[event.index * m_words + word] &= others;
    if (event.kind == EventKind::Region)
        for (std::size_t zone = 0; zone < m_graph.zones.size(); ++zone)
            if (m_graph.zones[zone].region == event.index) m_zoneUp[zone * m_words + word] &= others;
    if (event.kind == EventKind::Zone) return;
    for (const std::uint32_t node : touchedBy(event))
        if (event.kind == EventKind::Component || m_graph.components[m_cone[node]].place.kind == PlaceKind::Region)
            m_alive[node * m_words + word] &= others;
}

void Lanes::begin() {
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) {
        const Place& place = m_graph.components[m_cone[node]].place;
        if (place.kind != PlaceKind::Zone && place.kind != PlaceKind::AnyZone) continue;
        for (std::size_t word = 0; word < m_words; ++word) {
            Word any = 0;
            for (const std::uint32_t zone : place.zones) any |= m_zoneUp[zone * m_words + word];
            m_alive[node * m_words + word] &= any;
        }
    }
    judge(0);
}

std::vector<std::uint32_t> Lanes::victimsOf(const std::vector<Event>& events) const {
    const auto zoneDown = [&](std::uint32_t zone) {
        for (const Event event : events)
            if (event == Event{EventKind::Zone, zone} || event == Event{EventKind::Region, m_graph.zones[zone].region})
                return true;
        return false;
    };
    std::vector<std::uint32_t> victims;
    for (const Event event : events)
        for (const std::uint32_t node : touchedBy(event)) {
            const Place& place = m_graph.components[m_cone[node]].place;
            const bool dead = event.kind == EventKind::Component || place.kind == PlaceKind::Region ||
                              std::all_of(place.zones.begin(), place.zones.end(), zoneDown);
            if (dead) victims.push_back(m_cone[node]);
        }
    std::sort(victims.begin(), victims.end());
    victims.erase(std::unique(victims.begin(), victims.end()), victims.end());
    return victims;
}

void Lanes::setScenarios(const std::vector<Event>& events, const std::vector<std::uint32_t>& spared) {
    reset(std::max<std::size_t>(spared.size(), 1));
    for (const std::uint32_t victim : victimsOf(events))
        for (std::size_t word = 0; word < m_words; ++word) m_alive[m_nodeOf[victim] * m_words + word] = 0;
    for (std::size_t lane = 0; lane < spared.size(); ++lane)
        m_alive[m_nodeOf[spared[lane]] * m_words + lane / 64] |= Word{1} << (lane % 64);
    judge(0);
}

Lanes::Word Lanes::goal(std::size_t word) const {
    Word up = kAll;
    for (const std::uint32_t goal : m_goals) up &= row(goal, word);
    return up;
}

void Lanes::mark(std::uint32_t node) {
    m_open[node / 64] |= Word{1} << (node % 64);
    m_lowestOpen = std::min<std::size_t>(m_lowestOpen, node / 64);
}

// Lanes in which enough of the group are up. Those that are down are few: they are counted, in bit planes.
Lanes::Word Lanes::served(const Group& group, std::size_t word) const {
    const std::uint32_t* members = m_members.data() + group.first;
    if (group.min == 0) return kAll;
    if (group.min > group.count) return 0;
    if (group.min == 1) {
        Word any = 0;
        for (std::uint32_t i = 0; i < group.count && any != kAll; ++i) any |= row(members[i], word);
        return any;
    }
    if (group.min == group.count) {
        Word all = kAll;
        for (std::uint32_t i = 0; i < group.count; ++i) all &= row(members[i], word);
        return all;
    }
    std::array<Word, 32> planes{};
    std::size_t used = 0;
    for (std::uint32_t i = 0; i < group.count; ++i) {
        Word carry = ~row(members[i], word);
        for (std::size_t plane = 0; carry != 0; ++plane) {
            used = std::max(used, plane + 1);
            const Word both = planes[plane] & carry;
            planes[plane] ^= carry;
            carry = both;
        }
    }
    // down <= count - min, compared from the highest plane
    const std::uint32_t spare = group.count - group.min;
    if (static_cast<std::size_t>(std::bit_width(spare)) > used) return kAll;
    Word less = 0;
    Word equal = kAll;
    for (std::size_t plane = used; plane-- > 0;) {
        if ((spare >> plane & 1) != 0) {
            less |= equal & ~planes[plane];
            equal &= planes[plane];
        } else {
            equal &= ~planes[plane];
        }
    }
    return less | equal;
}

void Lanes::judge(std::size_t firstWord) {
    for (std::size_t at = m_lowestOpen; at < m_open.size();) {
        if (m_open[at] == 0) {
            ++at;
            continue;
        }
        const std::size_t bit = static_cast<std::size_t>(std::countr_zero(m_open[at]));
        m_open[at] &= m_open[at] - 1;
        const auto index = static_cast<std::uint32_t>(at * 64 + bit);
        const Node& node = m_nodes[index];
        bool changed = false;
        for (std::size_t word = firstWord; word < m_words; ++word) {
            const Word before = row(index, word);
            Word now = before & m_alive[index * m_words + word];
            for (std::uint32_t group = 0; group < node.groups && now != 0; ++group)
                now &= served(m_groups[node.firstGroup + group], word);
            if (now == before) continue;
            if (!changed && !m_marks.empty()) {
                m_saved.push_back({index, m_savedWords.size()});
                for (std::size_t all = firstWord; all < m_words; ++all) m_savedWords.push_back(row(index, all));
            }
            changed = true;
            m_up[index * m_words + word] = now;
        }
        if (!changed) continue;
        m_lowestOpen = at;
        for (std::uint32_t i = 0; i < node.callers; ++i) mark(m_callers[node.firstCaller + i]);
        at = m_lowestOpen;
    }
    m_lowestOpen = m_open.size();
}

bool Lanes::isDown(Event event) const {
    return std::find(m_failed.begin(), m_failed.end(), event) != m_failed.end();
}

void Lanes::fail(Event event, std::size_t firstLane) {
    m_failed.push_back(event);
    m_marks.push_back(m_saved.size());
    const std::size_t firstWord = firstLane / 64;
    m_firstWords.push_back(firstWord);
    for (const std::uint32_t index : touchedBy(event)) {
        const Component& component = m_graph.components[m_cone[index]];
        const bool zonal = event.kind != EventKind::Component && component.place.kind == PlaceKind::AnyZone;
        // What is left of its zones in each lane; a thing of one zone, of a region or by itself is dead.
        bool changed = false;
        for (std::size_t word = firstWord; word < m_words; ++word) {
            Word alive = 0;
            if (zonal)
                for (const std::uint32_t zone : component.place.zones)
                    if (!isDown({EventKind::Zone, zone}) && !isDown({EventKind::Region, m_graph.zones[zone].region}))
                        alive |= m_zoneUp[zone * m_words + word];
            const Word before = row(index, word);
            const Word now = before & alive;
            if (now == before) continue;
            if (!changed) {
                m_saved.push_back({index, m_savedWords.size()});
                for (std::size_t all = firstWord; all < m_words; ++all) m_savedWords.push_back(row(index, all));
            }
            changed = true;
            m_up[index * m_words + word] = now;
        }
        if (!changed) continue;
        const Node& node = m_nodes[index];
        for (std::uint32_t i = 0; i < node.callers; ++i) mark(m_callers[node.firstCaller + i]);
    }
    judge(firstWord);
}

void Lanes::undo() {
    const std::size_t firstWord = m_firstWords.back();
    while (m_saved.size() > m_marks.back()) {
        const Saved saved = m_saved.back();
        m_saved.pop_back();
        for (std::size_t word = firstWord; word < m_words; ++word)
            m_up[saved.node * m_words + word] = m_savedWords[saved.words + word - firstWord];
        m_savedWords.resize(saved.words);
    }
    m_failed.pop_back();
    m_marks.pop_back();
    m_firstWords.pop_back();
}

} // namespace sky::resilience
