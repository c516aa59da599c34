// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/single_points.h"

#include "resilience/lanes.h"
#include "topology/words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace sky::resilience {
namespace {

using topology::Topology;

Text listOf(const std::vector<Text>& names) {
    Text list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char* en = i == 0 ? "{}{}" : i + 1 == names.size() ? "{} and {}" : "{}, {}";
        list = say(en, i == 0 ? "{}{}" : "{}, {}", list, names[i]);
    }
    return list;
}

Text linkName(const Topology& topology, const LinkId& id) {
    const diagram::Link* link = topology.diagram().link(id);
    return link && !link->name.empty() ? link->name : Text{id.str(), {}};
}

Text zoneName(const Topology& topology, const NeedsGraph& graph, std::uint32_t index) {
    const Zone& zone = graph.zones[index];
    const std::size_t at = zone.id.find('@');
    if (at != std::string::npos) { // something unset decides: the box that is meant
        const std::size_t letter = zone.id.find('/');
        if (letter != std::string::npos) return {zone.id.substr(letter + 1), {}};
        return topology::nameOf(topology, ElementId(zone.id.substr(at + 1)));
    }
    const std::string region = zone.region == kNoRegion ? std::string() : graph.regions[zone.region];
    if (graph.regions.size() == 1 && zone.id.starts_with(region)) return {zone.id.substr(region.size()), {}};
    return {zone.id, {}};
}

Text regionName(const Topology& topology, const std::string& id) {
    return id.starts_with('@') ? topology::nameOf(topology, ElementId(id.substr(1))) : Text{id, {}};
}

// One of several alike: instances of a fleet in one zone, tunnels of one link. Empty: one of a kind.
std::string alikeKey(const DrawnNeeds& needs, Event event) {
    if (event.kind != EventKind::Component) return {};
    const Subject& subject = needs.subjects[event.index];
    if (subject.part.empty()) return {};
    const Place& place = needs.graph.components[event.index].place;
    std::string key =
        subject.element.str() + "/" + subject.link.str() + "/" + std::to_string(static_cast<int>(place.kind));
    for (const std::uint32_t zone : place.zones) key += "," + std::to_string(zone);
    const std::size_t slash = subject.part.find('/'); // tunnels and locations of a link differ
    const std::size_t dash = subject.part.rfind('-');
    if (slash != std::string::npos && dash != std::string::npos && dash > slash)
        key += subject.part.substr(slash, dash - slash);
    return key;
}

class Teller {
  public:
    Teller(const Topology& topology, const DrawnNeeds& needs) : m_topology(topology), m_needs(needs) {}

    std::vector<Told> tell(const std::vector<Cut>& cuts) {
        std::vector<Told> told;
        std::map<std::vector<std::string>, std::size_t> known;
        std::vector<const Cut*> first;
        for (const Cut& cut : cuts) {
            std::vector<std::string> key;
            for (const Event event : cut) {
                const std::string alike = alikeKey(m_needs, event);
                key.push_back(alike.empty() ? nameOf(m_needs.graph, event) : alike);
            }
            std::sort(key.begin(), key.end());
            const auto [at, fresh] = known.try_emplace(std::move(key), told.size());
            if (!fresh) {
                ++told[at->second].cuts;
                continue;
            }
            Told one;
            one.events = cut.events();
            one.ofRegion = std::any_of(one.events.begin(), one.events.end(),
                                       [](Event event) { return event.kind == EventKind::Region; });
            told.push_back(std::move(one));
            first.push_back(&cut);
        }
        findStopped(told);
        std::vector<Cut> alone;
        for (const Cut* cut : first)
            if (cut->size() == 1) alone.push_back(*cut);
        const auto culprits = culpritsOf(m_needs.graph, alone);
        for (std::size_t i = 0; i < told.size(); ++i)
            if (told[i].events.size() == 1)
                explainOne(told[i], culprits[i]); // cuts of one order only
            else
                explainSeveral(told[i]);
        return told;
    }

  private:
    void findStopped(std::vector<Told>& told) const {
        Lanes lanes(m_needs.graph);
        std::vector<std::vector<Event>> scenarios;
        for (const Told& one : told) scenarios.push_back(one.events);
        lanes.setScenarios(scenarios);
        for (std::size_t i = 0; i < told.size(); ++i) {
            for (const std::uint32_t goal : m_needs.graph.goals)
                if (!lanes.isUp(goal, i)) told[i].stops.push_back(m_needs.subjects[goal].element);
            std::sort(told[i].stops.begin(), told[i].stops.end());
        }
    }
    Text names(const std::vector<ElementId>& elements) const {
        std::vector<Text> names;
        for (const ElementId& element : elements) {
            names.push_back(topology::nameOf(m_topology, element));
            if (names.size() == 3 && elements.size() > 4) {
                names.push_back(say("{} more", "그 밖의 {}개", std::uint64_t{elements.size() - 3}));
                break;
            }
        }
        return listOf(names);
    }

    void explainSeveral(Told& told) const {
        std::map<std::string, std::vector<Event>> groups; // alike ones
        std::vector<std::string> order;
        for (const Event event : told.events) {
            std::string key = alikeKey(m_needs, event);
            if (key.empty()) key = nameOf(m_needs.graph, event);
            if (groups.count(key) == 0) order.push_back(key);
            groups[key].push_back(event);
        }
        std::vector<Text> names;
        for (const std::string& key : order) {
            const std::vector<Event>& group = groups[key];
            names.push_back(group.size() == 1 ? nameOf(m_topology, m_needs, group.front()) : several(group));
        }
        told.text = names.size() == 1 ? say("Losing {} stops {}.", "{}을(를) 잃으면 {}이(가) 멈춥니다.", names.front(),
                                            this->names(told.stops))
                                      : say("Losing {} together stops {}.", "{}을(를) 함께 잃으면 {}이(가) 멈춥니다.",
                                            listOf(names), this->names(told.stops));
    }
    Text several(const std::vector<Event>& alike) const {
        const Subject& subject = m_needs.subjects[alike.front().index];
        const Place& place = m_needs.graph.components[alike.front().index].place;
        const std::uint64_t count = alike.size();
        if (subject.element.empty())
            return say("{1} lines of {2}", "{2}의 회선 {1}개", count, linkName(m_topology, subject.link));
        const Text name = topology::nameOf(m_topology, subject.element);
        if (place.kind != PlaceKind::Zone) return say("{1} instances of {2}", "{2}의 인스턴스 {1}개", count, name);
        return say("{1} instances of {2} in AZ {3}", "가용 영역 {3}에 있는 {2}의 인스턴스 {1}개", count, name,
                   zoneName(m_topology, m_needs.graph, place.zones.front()));
    }

    void explainOne(Told& told, const std::vector<std::uint32_t>& culprits) {
        const Event event = told.events.front();
        const Text goals = names(told.stops);
        const Text lost = nameOf(m_topology, m_needs, event);
        if (event.kind == EventKind::Component) return explainComponent(told, event.index, lost, goals);
        std::set<ElementId> because;
        for (const std::uint32_t culprit : culprits) because.insert(m_needs.subjects[culprit].element);
        if (because.empty())
            for (const std::uint32_t root : rootsOf(told.events)) because.insert(m_needs.subjects[root].element);
        because.erase(ElementId());
        told.because.assign(because.begin(), because.end());
        if (told.because.empty()) {
            told.text = say("Losing {} stops {}, because too much that it needs is there.",
                            "{}을(를) 잃으면 필요한 것이 너무 많이 사라져 {}이(가) 멈춥니다.", lost, goals);
            return;
        }
        if (const auto fleet = fleetOf(told)) {
            told.text = say(
                "Losing {1} stops {2}, because {3} needs {4} of its {5} instances and {6} of them are there.",
                "{3}은(는) 인스턴스 {5}개 중 {4}개가 필요한데 {6}개가 그곳에 있어, {1}을(를) 잃으면 "
                "{2}이(가) 멈춥니다.",
                lost, goals, topology::nameOf(m_topology, fleet->element), fleet->needed, fleet->count, fleet->there);
            told.remedy = event.kind == EventKind::Zone
                              ? say("Run so many that {} are left when a zone is lost.",
                                    "가용 영역 하나를 잃어도 {}개가 남도록 수를 늘리십시오.", fleet->needed)
                              : say("Run a second copy in another region.", "다른 리전에 두 번째 사본을 두십시오.");
            return;
        }
        told.text = told.because.size() == 1 ? say("Losing {1} stops {2}, because {3} is only there.",
                                                   "{3}이(가) 그곳에만 있어, {1}을(를) 잃으면 {2}이(가) 멈춥니다.",
                                                   lost, goals, names(told.because))
                                             : say("Losing {1} stops {2}, because {3} are only there.",
                                                   "{3}이(가) 그곳에만 있어, {1}을(를) 잃으면 {2}이(가) 멈춥니다.",
                                                   lost, goals, names(told.because));
        told.remedy = event.kind == EventKind::Zone
                          ? say("Give {} a second place in another zone.", "{}을(를) 다른 가용 영역에도 두십시오.",
                                names(told.because))
                          : say("Run a second copy in another region.", "다른 리전에 두 번째 사본을 두십시오.");
    }

    void explainComponent(Told& told, std::uint32_t index, const Text& lost, const Text& goals) {
        const Subject& subject = m_needs.subjects[index];
        if (!subject.element.empty()) told.because = {subject.element};
        if (subject.part.empty()) {
            told.text = say("Losing {} stops {}, because nothing takes its place.",
                            "{}이(가) 멈추면 대신할 것이 없어 {}이(가) 멈춥니다.", lost, goals);
            return;
        }
        const NeedGroup* group = groupOf(subject);
        if (!subject.element.empty() && group) {
            told.text = say("Losing {1} stops {2}, because {3} needs {4} of its {5} instances.",
                            "{3}은(는) 인스턴스 {5}개 중 {4}개가 필요하므로, {1}을(를) 잃으면 {2}이(가) 멈춥니다.",
                            lost, goals, topology::nameOf(m_topology, subject.element), std::uint64_t{group->min},
                            std::uint64_t{group->any.size()});
            told.remedy = say("Run at least one more than are needed.", "필요한 수보다 하나 이상 더 두십시오.");
            return;
        }
        told.text = say("Losing {} stops {}, because no other line takes its place.",
                        "{}을(를) 잃으면 대신할 회선이 없어 {}이(가) 멈춥니다.", lost, goals);
    }
    const NeedGroup* groupOf(const Subject& subject) const { // of the instances of a fleet
        const auto whole = m_needs.find(subject.element);
        if (!whole || m_needs.graph.components[*whole].needs.empty()) return nullptr;
        const NeedGroup& group = m_needs.graph.components[*whole].needs.front();
        return !group.any.empty() && !m_needs.subjects[group.any.front()].part.empty() ? &group : nullptr;
    }

    struct Fleet {
        ElementId element;
        std::uint64_t needed = 0, count = 0, there = 0;
    };
    std::optional<Fleet> fleetOf(const Told& told) const { // when it alone is to blame, and part of it is elsewhere
        if (told.because.size() != 1) return std::nullopt;
        const NeedGroup* group = groupOf({told.because.front(), {}, {}});
        if (!group) return std::nullopt;
        Fleet fleet{told.because.front(), group->min, group->any.size(), 0};
        const std::vector<bool> dead = deadThemselves(told.events);
        for (const std::uint32_t member : group->any) fleet.there += dead[member] ? 1 : 0;
        if (fleet.there == 0 || fleet.there == fleet.count) return std::nullopt;
        return fleet;
    }
    std::vector<bool> deadThemselves(const std::vector<Event>& events) const {
        std::vector<bool> dead(m_needs.graph.components.size(), false);
        for (const std::uint32_t victim : Lanes(m_needs.graph).victimsOf(events)) dead[victim] = true;
        return dead;
    }

    // What is lost itself, and would stop the goal if it alone were lost.
    std::vector<std::uint32_t> rootsOf(const std::vector<Event>& events) {
        std::vector<bool> dead = deadThemselves(events);
        Lanes lanes(m_needs.graph);
        for (const std::uint32_t index : lanes.cone())
            for (const NeedGroup& group : m_needs.graph.components[index].needs) {
                const bool parts = !group.any.empty() && !m_needs.subjects[group.any.front()].part.empty() &&
                                   m_needs.subjects[group.any.front()].element == m_needs.subjects[index].element;
                const auto gone = std::count_if(group.any.begin(), group.any.end(),
                                                [&](std::uint32_t member) { return bool(dead[member]); });
                if (parts && group.any.size() - static_cast<std::size_t>(gone) < group.min) dead[index] = true;
            }
        std::vector<std::vector<Event>> scenarios;
        for (const std::uint32_t index : lanes.cone()) scenarios.push_back({{EventKind::Component, index}});
        lanes.setScenarios(scenarios);
        std::vector<std::uint32_t> roots;
        for (std::size_t i = 0; i < lanes.cone().size(); ++i)
            if (dead[lanes.cone()[i]] && !lanes.goalUp(i)) roots.push_back(lanes.cone()[i]);
        return roots;
    }

    const Topology& m_topology;
    const DrawnNeeds& m_needs;
};

} // namespace

Text nameOf(const Topology& topology, const DrawnNeeds& needs, Event event) {
    const NeedsGraph& graph = needs.graph;
    if (event.kind == EventKind::Zone) return say("AZ {}", "가용 영역 {}", zoneName(topology, graph, event.index));
    if (event.kind == EventKind::Region)
        return say("region {}", "리전 {}", regionName(topology, graph.regions[event.index]));
    const Subject& subject = needs.subjects[event.index];
    const std::string part = subject.part.substr(subject.part.find('/') + 1);
    if (subject.element.empty())
        return subject.part.empty() ? linkName(topology, subject.link)
                                    : say("{} ({})", "{}({})", linkName(topology, subject.link), part);
    const Text name = topology::nameOf(topology, subject.element);
    if (subject.part.empty()) return name;
    const Place& place = graph.components[event.index].place;
    if (place.kind != PlaceKind::Zone) return say("an instance of {}", "{}의 인스턴스 하나", name);
    return say("an instance of {1} in AZ {2}", "가용 영역 {2}에 있는 {1}의 인스턴스 하나", name,
               zoneName(topology, graph, place.zones.front()));
}

Text goalNames(const Topology& topology, const DrawnNeeds& needs) {
    std::vector<Text> names;
    for (const std::uint32_t goal : needs.graph.goals)
        names.push_back(topology::nameOf(topology, needs.subjects[goal].element));
    return listOf(names);
}

std::vector<Told> tell(const Topology& topology, const DrawnNeeds& needs, const CutSets& sets, int order) {
    return Teller(topology, needs).tell(sets.order(order));
}

std::vector<Blast> blastsOf(const DrawnNeeds& needs) {
    NeedsGraph graph = needs.graph;
    graph.goals.clear();
    for (std::uint32_t i = 0; i < graph.components.size(); ++i) graph.goals.push_back(i);
    if (graph.goals.empty()) return {};
    std::map<std::string, std::vector<Event>> scenarios;
    for (std::uint32_t i = 0; i < graph.components.size(); ++i) { // with all its parts
        const Subject& subject = needs.subjects[i];
        scenarios[subject.element.empty() ? subject.link.str() : subject.element.str()].push_back(
            {EventKind::Component, i});
    }
    for (std::uint32_t i = 0; i < graph.zones.size(); ++i)
        scenarios["az:" + graph.zones[i].id] = {{EventKind::Zone, i}};
    for (std::uint32_t i = 0; i < graph.regions.size(); ++i)
        scenarios["region:" + graph.regions[i]] = {{EventKind::Region, i}};
    std::vector<std::vector<Event>> sets;
    for (const auto& [id, events] : scenarios) sets.push_back(events);
    Lanes lanes(graph);
    lanes.setScenarios(sets);
    std::vector<Blast> blasts;
    for (const auto& [id, events] : scenarios) {
        Blast blast{id, {}, false};
        const std::size_t lane = blasts.size();
        for (const auto& [element, index] : needs.wholes)
            if (element.str() != id && !lanes.isUp(index, lane)) blast.stops.push_back(element);
        for (const std::uint32_t goal : needs.graph.goals) blast.stopsGoal = blast.stopsGoal || !lanes.isUp(goal, lane);
        blasts.push_back(std::move(blast));
    }
    return blasts;
}

} // namespace sky::resilience
