// SPDX-License-Identifier: GPL-3.0-or-later
// Which components a drawing has, where they die, and which of them can fail by themselves.
#include "catalog/roles.h"
#include "resilience/needs_builder.h"
#include "topology/words.h"

#include <algorithm>

namespace sky::resilience {

using catalog::Trait;
using catalog::Traits;
using topology::Part;
using topology::PartKind;
namespace role = catalog::role;

namespace {

constexpr std::int64_t kMostLines = 16; // tunnels or connections of one link

// "az:ap-northeast-2a" without the word before the colon.
std::string keyOf(const std::string& domain) {
    return domain.substr(domain.find(':') + 1);
}

} // namespace

NeedsBuilder::Index NeedsBuilder::region(const std::string& domain) {
    std::vector<std::string>& regions = m_needs.graph.regions;
    const auto [at, fresh] = m_regions.try_emplace(domain, static_cast<Index>(regions.size()));
    if (fresh) regions.push_back(keyOf(domain));
    return at->second;
}

NeedsBuilder::Index NeedsBuilder::zone(const std::string& domain, const std::string& in) {
    std::vector<Zone>& zones = m_needs.graph.zones;
    const auto [at, fresh] = m_zones.try_emplace(domain, static_cast<Index>(zones.size()));
    if (fresh) zones.push_back({keyOf(domain), in.empty() ? kNoRegion : region(in)});
    return at->second;
}

Place NeedsBuilder::placeOf(const Part& part) {
    std::string ofZone, ofRegion;
    for (const topology::Domain& domain : m_topology.domains(part)) {
        if (domain.kind == topology::DomainKind::Zone) ofZone = domain.key;
        if (domain.kind == topology::DomainKind::Region) ofRegion = domain.key;
    }
    if (!ofZone.empty()) return {PlaceKind::Zone, 0, {zone(ofZone, ofRegion)}};
    if (!ofRegion.empty()) return {PlaceKind::Region, region(ofRegion), {}};
    return {};
}

Place NeedsBuilder::placeOf(const std::vector<Part>& parts) {
    Place all{PlaceKind::AnyZone, 0, {}};
    for (const Part& part : parts) {
        const Place one = placeOf(part);
        if (one.kind == PlaceKind::Zone &&
            std::find(all.zones.begin(), all.zones.end(), one.zones.front()) == all.zones.end())
            all.zones.push_back(one.zones.front());
    }
    if (all.zones.empty()) return placeOf(parts.front()); // nobody says in which zones: its region's
    if (all.zones.size() == 1) all.kind = PlaceKind::Zone;
    return all;
}

NeedsBuilder::Index NeedsBuilder::add(std::string id, Place place, bool managed, Subject subject) {
    m_needs.graph.components.push_back({std::move(id), std::move(place), managed, {}});
    m_needs.subjects.push_back(std::move(subject));
    return static_cast<Index>(m_needs.graph.components.size() - 1);
}

void NeedsBuilder::makeComponents() {
    for (const diagram::Element& element : m_topology.diagram().elements()) make(element);
    for (const diagram::Link& link : m_topology.diagram().links()) {
        const catalog::LinkKind kind = m_topology.kind(link.id);
        if (kind == catalog::LinkKind::Vpn || kind == catalog::LinkKind::DirectConnect) makeLine(link);
    }
}

void NeedsBuilder::make(const diagram::Element& element) {
    const catalog::Service* service = m_topology.service(element.id);
    if (!service) return;
    const bool site = service->plays(role::kOnPremises);
    const bool works = service->traits.hasAny(Trait::Caller | Trait::Station | Trait::Splitter | Trait::Store |
                                              Trait::Queue | Trait::Router);
    if ((!works && !site) || m_topology.pictures(element.id)) return;
    if (site || service->traits.hasAny(Trait::Annotation | Trait::Config)) {
        if (site) m_made[element.id.str()].whole = add(element.id.str(), {}, false, {element.id, {}, {}});
        return;
    }
    const std::vector<Part> parts = m_topology.parts(element.id);
    if (service->plays(role::kFleet)) return makeFleet(element, parts);
    if (parts.size() > 1 && !service->is(Trait::Managed)) return makeDatabase(element, parts);
    const bool asksOnly = service->is(Trait::Caller) && !service->is(Trait::Station); // people do not fail
    m_made[element.id.str()].whole =
        add(element.id.str(), placeOf(parts), service->is(Trait::Managed) || asksOnly, {element.id, {}, {}});
}

void NeedsBuilder::makeFleet(const diagram::Element& element, const std::vector<Part>& parts) {
    const Index whole = add(element.id.str(), {}, true, {element.id, {}, {}});
    const topology::Effective needed = m_topology.property(element.id, "needed");
    NeedGroup group;
    if (const auto count = needed.quantity())
        group.min = static_cast<std::uint32_t>(std::clamp<std::int64_t>(count->amount, 0, 1'000'000));
    else
        note(Note::Kind::NeededAssumed, element.id.str(),
             say("{} does not say how many instances are needed: one is taken to be enough.",
                 "{}에 필요한 인스턴스 수가 정해져 있지 않아 하나면 충분한 것으로 봅니다.",
                 topology::nameOf(m_topology, element.id)));
    if (parts.empty() && group.min > 0)
        note(Note::Kind::NoInstances, element.id.str(),
             say("{} has no instances.", "{}에 인스턴스가 없습니다.", topology::nameOf(m_topology, element.id)));
    std::vector<std::pair<Part, Index>> made;
    for (const Part& part : parts) {
        const Index index = add(part.id, placeOf(part), false, {element.id, {}, part.id});
        group.any.push_back(index);
        made.emplace_back(part, index);
        if (!part.picturedBy.empty()) { // links at the picture are the instance's
            Made& picture = m_made[part.picturedBy.str()];
            picture.whole = index;
        }
    }
    m_needs.graph.components[whole].needs.push_back(std::move(group));
    m_made[element.id.str()] = {whole, std::move(made)};
}

void NeedsBuilder::makeDatabase(const diagram::Element& element, const std::vector<Part>& parts) {
    if (parts.front().kind == PartKind::Node) { // equal nodes: what one has lost, another has not, but it goes on
        const Index whole = add(element.id.str(), {}, true, {element.id, {}, {}});
        NeedGroup group;
        std::vector<std::pair<Part, Index>> made;
        for (const Part& part : parts) {
            group.any.push_back(add(part.id, placeOf(part), false, {element.id, {}, part.id}));
            made.emplace_back(part, group.any.back());
        }
        m_needs.graph.components[whole].needs.push_back(std::move(group));
        m_made[element.id.str()] = {whole, std::move(made)};
        return;
    }
    // Copies take over where failover is on; several zones then count as one place.
    const topology::Effective multiAz = m_topology.property(element.id, "multiAz");
    const topology::Effective failover = m_topology.property(element.id, "automaticFailover");
    const bool asked = multiAz.text() && *multiAz.text() != "no";
    const bool takesOver = asked || !failover.property || !failover.applies || failover.flag().value_or(false);
    std::vector<Part> able;
    for (const Part& part : parts)
        if (part.kind == PartKind::Primary || (takesOver && (part.zone || !parts.front().zone))) able.push_back(part);
    if (takesOver && able.size() == 1)
        note(Note::Kind::OneZoneOnly, element.id.str(),
             say("{} is to have a standby, but no subnet of another zone is given for it: it is counted as one.",
                 "{}에 예비가 있어야 하지만 다른 가용 영역의 서브넷이 없어 하나로 셉니다.",
                 topology::nameOf(m_topology, element.id)));
    m_made[element.id.str()].whole = add(element.id.str(), placeOf(able), able.size() > 1, {element.id, {}, {}});
}

void NeedsBuilder::makeLine(const diagram::Link& link) {
    const bool vpn = m_topology.kind(link.id) == catalog::LinkKind::Vpn;
    const auto countOf = [&](const char* key) {
        const auto count = m_topology.property(link.id, key).quantity();
        return std::clamp<std::int64_t>(count ? count->amount : 1, 1, kMostLines);
    };
    const Index whole = add(link.id.str(), {}, true, {{}, link.id, {}});
    m_made[link.id.str()].whole = whole;
    NeedGroup lines;
    const std::int64_t count = countOf(vpn ? "tunnels" : "connections");
    std::vector<Index> locations;
    for (std::int64_t i = 1; !vpn && count > 1 && i <= countOf("locations"); ++i) {
        const std::string id = link.id.str() + "/location-" + std::to_string(i);
        locations.push_back(add(id, {}, false, {{}, link.id, id}));
    }
    for (std::int64_t i = 1; i <= count; ++i) {
        const std::string id = link.id.str() + (vpn ? "/tunnel-" : "/connection-") + std::to_string(i);
        const Index line = add(id, {}, false, {{}, link.id, id});
        if (!locations.empty())
            m_needs.graph.components[line].needs = {
                {{locations[static_cast<std::size_t>(i - 1) % locations.size()]}, 1}};
        lines.any.push_back(line);
    }
    m_needs.graph.components[whole].needs.push_back(std::move(lines));
    for (const ElementId& end : {link.from, link.to}) // the device at home and the gateway it ends in
        if (const auto made = m_made.find(end.str()); made != m_made.end())
            m_needs.graph.components[whole].needs.push_back({{made->second.whole}, 1});
}

} // namespace sky::resilience
