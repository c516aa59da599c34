// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/needs_builder.h"

#include "catalog/roles.h"
#include "topology/words.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace sky::resilience {

using catalog::Trait;
using network::Verdict;
using topology::LinkRole;
using topology::Part;
namespace role = catalog::role;

namespace {

bool isWithin(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) { // both sorted
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

} // namespace

DrawnNeeds NeedsBuilder::build(std::span<const ElementId> goals) {
    makeComponents();
    makeNeeds();
    for (Index i = 0; i < m_needs.subjects.size(); ++i)
        if (m_needs.subjects[i].part.empty() && !m_needs.subjects[i].element.empty())
            m_needs.wholes.emplace_back(m_needs.subjects[i].element, i);
    std::sort(m_needs.wholes.begin(), m_needs.wholes.end());
    setGoals(goals);
    std::sort(m_needs.notes.begin(), m_needs.notes.end(),
              [](const Note& a, const Note& b) { return std::tie(a.subject, a.kind) < std::tie(b.subject, b.kind); });
    return std::move(m_needs);
}

void NeedsBuilder::note(Note::Kind kind, std::string subject, Text text) {
    m_needs.notes.push_back({kind, std::move(subject), std::move(text)});
}

const network::LinkWalk* NeedsBuilder::walkOf(const LinkId& link) const {
    const auto at = std::lower_bound(m_walks.begin(), m_walks.end(), link,
                                     [](const network::LinkWalk& walk, const LinkId& id) { return walk.link < id; });
    return at != m_walks.end() && at->link == link ? &*at : nullptr;
}

std::optional<NeedsBuilder::Index> NeedsBuilder::indexOf(const std::string& passed) const {
    const auto made = m_made.find(passed.substr(0, passed.find('/')));
    return made == m_made.end() ? std::nullopt : std::optional(made->second.whole);
}

void NeedsBuilder::makeNeeds() {
    for (const diagram::Link& link : m_topology.diagram().links())
        if (const std::string* fallback = m_topology.property(link.id, "fallback").reference())
            m_fallbacks[LinkId(*fallback)] = true;
    for (const diagram::Element& element : m_topology.diagram().elements()) makeNeeds(element);
}

// Calls that hold the request up, without those that carry nothing.
std::vector<NeedsBuilder::Call> NeedsBuilder::callsOf(const ElementId& element) {
    std::vector<Call> calls;
    for (const LinkId& id : m_topology.calls(element)) {
        Call call{m_topology.meaning(id), walkOf(id)};
        const topology::LinkMeaning& meaning = call.meaning;
        if (meaning.kind.value != catalog::LinkKind::Traffic || !meaning.wait.value || !meaning.need.value ||
            meaning.calls.value.amount == 0 || m_made.count(meaning.to.str()) == 0)
            continue;
        if (call.walk && call.walk->verdict == Verdict::Blocked) {
            note(Note::Kind::BlockedLeftOut, id.str(),
                 say("Packets from {} to {} are blocked: the link carries nothing and is left out.",
                     "{}에서 {}(으)로 가는 패킷이 막혀 있어 이 연결은 제외했습니다.",
                     topology::nameOf(m_topology, meaning.from), topology::nameOf(m_topology, meaning.to)));
            continue;
        }
        if (call.walk && call.walk->verdict == Verdict::Unknown)
            note(Note::Kind::UnknownTaken, id.str(),
                 say("Nobody can tell whether packets from {} reach {}: they are taken to.",
                     "{}에서 {}까지 패킷이 가는지 알 수 없어 간다고 봅니다.",
                     topology::nameOf(m_topology, meaning.from), topology::nameOf(m_topology, meaning.to)));
        calls.push_back(std::move(call));
    }
    return calls;
}

void NeedsBuilder::makeNeeds(const diagram::Element& element) {
    const auto found = m_made.find(element.id.str());
    if (found == m_made.end()) return;
    const Made& made = found->second;
    const topology::Placement& placement = m_topology.placement(element.id);
    const catalog::Service* service = m_topology.service(element.id);
    if (const auto site = m_made.find(placement.onPremises.str());
        site != m_made.end() && !placement.onPremises.empty() && element.id != placement.onPremises &&
        !m_needs.graph.components[made.whole].managed)
        m_needs.graph.components[made.whole].needs.push_back({{site->second.whole}, 1});
    const std::vector<Call> calls = callsOf(element.id);
    if (calls.empty()) return;
    if (service && service->is(Trait::Splitter)) return makeSplitterNeeds(element.id, calls, made.whole);
    for (const Call& call : calls) {
        if (m_fallbacks.count(call.meaning.id) != 0) continue;
        if (made.parts.empty()) needCall(made.whole, call, nullptr);
        for (const auto& [part, index] : made.parts) needCall(index, call, &part);
    }
}

void NeedsBuilder::makeSplitterNeeds(const ElementId& element, const std::vector<Call>& calls, Index component) {
    // Calls that stand in for one another, by what they have in common.
    std::map<std::string, std::vector<const Call*>> groups;
    std::vector<const Call*> spares;
    const bool names = m_topology.plays(element, role::kDns);
    const bool routes = m_topology.plays(element, role::kCdn) || m_topology.plays(element, role::kApi);
    const bool watched = !names || watchesHealth(element);
    const bool balances = m_topology.plays(element, role::kLoadBalancer);
    for (const Call& call : calls) {
        const topology::LinkMeaning& meaning = call.meaning;
        if (meaning.role.value == LinkRole::Secondary && !balances) {
            spares.push_back(&call);
        } else if (meaning.share.value.amount == 0) {
            continue; // no request goes there
        } else if (routes || !watched) {
            groups[meaning.id.str()].push_back(&call);
        } else {
            groups[meaning.listener ? std::to_string(*meaning.listener) : std::string()].push_back(&call);
        }
    }
    if (!watched && groups.size() + spares.size() > 1) {
        note(Note::Kind::UnwatchedNames, element.str(),
             say("{} watches nobody's health: it keeps naming what is down, so that every answer is needed.",
                 "{}이(가) 상태를 확인하지 않아 멈춘 대상도 계속 응답하므로 모든 대상이 필요합니다.",
                 topology::nameOf(m_topology, element)));
        if (!groups.empty()) spares.clear(); // nobody switches to them
    }
    if (groups.empty() && !spares.empty()) groups[{}] = std::exchange(spares, {});
    for (auto& [key, group] : groups) {
        std::vector<Way> ways;
        group.insert(group.end(), spares.begin(), spares.end());
        for (const Call* call : group)
            for (Way& way : waysOf(*call, nullptr)) ways.push_back(std::move(way));
        needOneOf(component, std::move(ways), group.front()->meaning.id.str());
    }
}

bool NeedsBuilder::watchesHealth(const ElementId& names) const {
    if (m_topology.property(names, "evaluateTargetHealth").flag().value_or(false)) return true;
    const catalog::Records* checks = m_topology.property(names, "healthCheck").records();
    return checks && !checks->empty();
}

void NeedsBuilder::needCall(Index component, const Call& call, const Part* part) {
    std::vector<Way> ways = waysOf(call, part);
    if (!call.meaning.fallback.empty()) {
        const topology::LinkMeaning fallback = m_topology.meaning(call.meaning.fallback);
        const network::LinkWalk* walk = walkOf(fallback.id);
        if (fallback.carriesRequests && m_made.count(fallback.to.str()) != 0 &&
            !(walk && walk->verdict == Verdict::Blocked)) {
            // What a cache does not hold is always asked of the fallback, which can do without the cache.
            if (m_topology.plays(call.meaning.to, role::kCache) || m_topology.property(call.meaning.id, "hit").value)
                ways.clear();
            for (Way& way : waysOf({fallback, walk}, part)) ways.push_back(std::move(way));
        }
    }
    needOneOf(component, std::move(ways), call.meaning.id.str());
}

std::vector<NeedsBuilder::Way> NeedsBuilder::waysOf(const Call& call, const Part* part) const {
    const Index target = m_made.at(call.meaning.to.str()).whole;
    std::vector<Way> ways;
    if (call.walk) {
        // Flows of this part; of its subnet, where one stands for all; else of the whole thing.
        const auto isOf = [&](const network::Flow& flow, int pass) {
            if (flow.walk.verdict == Verdict::Blocked) return false;
            if (!part || pass == 2) return true;
            if (flow.from == part->id || flow.from == part->picturedBy.str()) return true;
            const auto other = pass == 1 ? m_topology.part(flow.from) : std::nullopt;
            return other && !part->subnet.empty() && other->subnet == part->subnet;
        };
        for (int pass = 0; pass < 3 && ways.empty(); ++pass)
            for (const network::Flow& flow : call.walk->flows) {
                if (!isOf(flow, pass)) continue;
                Way way{target};
                for (const std::string& passed : flow.passes)
                    if (const auto index = indexOf(passed); index && *index != target) way.push_back(*index);
                std::sort(way.begin(), way.end());
                way.erase(std::unique(way.begin(), way.end()), way.end());
                ways.push_back(std::move(way));
            }
    }
    if (ways.empty()) ways.push_back({target});
    return ways;
}

void NeedsBuilder::needOneOf(Index component, std::vector<Way> ways, const std::string& name) {
    // A way that needs all of another one and more adds nothing.
    std::sort(ways.begin(), ways.end(),
              [](const Way& a, const Way& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
    std::vector<Way> kept;
    for (Way& way : ways)
        if (std::none_of(kept.begin(), kept.end(), [&](const Way& less) { return isWithin(less, way); }))
            kept.push_back(std::move(way));
    if (kept.size() == 1) {
        for (const Index needed : kept.front()) m_needs.graph.components[component].needs.push_back({{needed}, 1});
        return;
    }
    NeedGroup group;
    for (const Way& way : kept) {
        if (way.size() == 1) {
            group.any.push_back(way.front());
            continue;
        }
        const std::string id =
            m_needs.graph.components[component].id + ">" + name + "#" + std::to_string(group.any.size() + 1);
        Subject subject = m_needs.subjects[component];
        subject.part = id;
        const Index through = add(id, {}, true, std::move(subject));
        for (const Index needed : way) m_needs.graph.components[through].needs.push_back({{needed}, 1});
        group.any.push_back(through);
    }
    m_needs.graph.components[component].needs.push_back(std::move(group));
}

void NeedsBuilder::setGoals(std::span<const ElementId> goals) {
    std::vector<ElementId> wanted(goals.begin(), goals.end());
    if (wanted.empty())
        if (const catalog::List* list = m_topology.diagram().project().properties.list("goals"))
            for (const catalog::Scalar& one : *list)
                if (const auto* reference = std::get_if<catalog::Reference>(&one)) wanted.emplace_back(reference->id);
    if (wanted.empty())
        for (const auto& [element, index] : m_needs.wholes)
            if (m_topology.is(element, Trait::Caller) && !m_topology.calls(element).empty()) wanted.push_back(element);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (const ElementId& goal : wanted) {
        const auto made = m_made.find(goal.str());
        if (made == m_made.end()) {
            note(Note::Kind::GoalIsNothing, goal.str(),
                 say("{} is named as a goal, but is nothing that can be up or down.",
                     "{}은(는) 목표로 지정되었지만 동작하거나 멈추는 대상이 아닙니다.",
                     topology::nameOf(m_topology, goal)));
            continue;
        }
        Index index = made->second.whole;
        Component& component = m_needs.graph.components[index];
        // Something outside that asks as well as answers: as a goal it is who asks, and its own failure is none of
        // ours.
        if (m_topology.is(goal, Trait::Caller) && !component.managed) {
            const std::vector<NeedGroup> needs = component.needs;
            index = add(goal.str() + ">calls", {}, true, {goal, {}, goal.str() + ">calls"});
            m_needs.graph.components[index].needs = needs;
        }
        if (std::find(m_needs.graph.goals.begin(), m_needs.graph.goals.end(), index) == m_needs.graph.goals.end())
            m_needs.graph.goals.push_back(index);
    }
    // A site where all who ask stand is lost together with their asking: that is no failure of the design.
    for (const auto& [element, index] : m_needs.wholes)
        if (m_topology.plays(element, role::kOnPremises))
            m_needs.graph.components[index].managed =
                !m_needs.graph.goals.empty() &&
                std::all_of(m_needs.graph.goals.begin(), m_needs.graph.goals.end(), [this, &element = element](Index goal) {
                    const ElementId& who = m_needs.subjects[goal].element;
                    return m_topology.is(who, Trait::Caller) && m_topology.placement(who).onPremises == element;
                });
}

std::optional<std::uint32_t> DrawnNeeds::find(const ElementId& element) const {
    const auto at = std::lower_bound(wholes.begin(), wholes.end(), element,
                                     [](const auto& one, const ElementId& id) { return one.first < id; });
    return at != wholes.end() && at->first == element ? std::optional(at->second) : std::nullopt;
}

DrawnNeeds needsOf(const topology::Topology& topology, std::span<const network::LinkWalk> walks,
                   std::span<const ElementId> goals) {
    return NeedsBuilder(topology, walks).build(goals);
}

} // namespace sky::resilience
