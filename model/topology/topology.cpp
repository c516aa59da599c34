// SPDX-License-Identifier: GPL-3.0-or-later
// Placement, properties and membership.
#include "topology/topology.h"

#include "catalog/roles.h"
#include "topology/effective.h"
#include "topology/parts.h"
#include "topology/placing.h"

#include <algorithm>
#include <span>

namespace sky::topology {
namespace {

using diagram::Element;
using diagram::Link;

template <class T>
bool sameContent(const ChunkMap<T>& a, const ChunkMap<T>& b) {
    if (a.size() != b.size()) return false;
    bool same = true;
    ChunkMap<T>::compare(a, b, [&](const T* left, const T* right) { same = same && left && right && *left == *right; });
    return same;
}

std::string textOf(const catalog::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* quantity = std::get_if<Quantity>(&value)) return toText(*quantity);
    return {};
}

bool holds(const catalog::Properties& properties, std::span<const catalog::Property> all,
           const catalog::Condition& condition) {
    const catalog::Value* value = properties.find(condition.property);
    if (!value)
        for (const catalog::Property& other : all)
            if (other.key == condition.property && other.byDefault) value = &*other.byDefault;
    return value && std::find(condition.is.begin(), condition.is.end(), textOf(*value)) != condition.is.end();
}

} // namespace

Effective effective(const catalog::Properties& properties, std::span<const catalog::Property> all,
                    std::string_view key) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const catalog::Property& each) { return each.key == key; });
    Effective answer;
    answer.property = found == all.end() ? nullptr : &*found;
    answer.applies = !answer.property || !found->when || holds(properties, all, *found->when);
    if (const catalog::Value* set = properties.find(key)) {
        answer.value = set;
        answer.origin = Origin::Set;
        return answer;
    }
    if (!answer.property || !answer.applies) return answer;
    for (const catalog::DefaultWhen& each : found->defaults)
        if (!answer.value && holds(properties, all, each.when)) answer.value = &each.value;
    if (!answer.value && found->byDefault) answer.value = &*found->byDefault;
    if (answer.value) answer.origin = Origin::Default;
    return answer;
}

std::optional<Quantity> Effective::quantity() const {
    const auto* quantity = value ? std::get_if<Quantity>(value) : nullptr;
    return quantity ? std::optional(*quantity) : std::nullopt;
}

std::optional<bool> Effective::flag() const {
    const auto* flag = value ? std::get_if<bool>(value) : nullptr;
    return flag ? std::optional(*flag) : std::nullopt;
}

const std::string* Effective::reference() const {
    const auto* reference = value ? std::get_if<catalog::Reference>(value) : nullptr;
    return reference ? &reference->id : nullptr;
}

const catalog::Service* Topology::service(const ElementId& element) const {
    const Element* found = m_diagram.element(element);
    return found ? m_catalog->find(found->service) : nullptr;
}

bool Topology::is(const ElementId& element, catalog::Trait trait) const {
    const catalog::Service* found = service(element);
    return found && found->is(trait);
}

bool Topology::plays(const ElementId& element, std::string_view role) const {
    const catalog::Service* found = service(element);
    return found && found->plays(role);
}

Effective Topology::property(const ElementId& element, std::string_view key) const {
    const Element* found = m_diagram.element(element);
    if (!found) return {};
    return property(*found, m_catalog->find(found->service), key);
}

Effective Topology::property(const Element& element, const catalog::Service* service, std::string_view key) {
    return effective(element.properties, service ? service->properties : std::span<const catalog::Property>(), key);
}

Effective Topology::property(const LinkId& link, std::string_view key) const {
    const Link* found = m_diagram.link(link);
    return found ? effective(found->properties, m_catalog->linkType(kind(link)).properties, key) : Effective{};
}

const Placement& Topology::placement(const ElementId& element) const {
    static const Placement kNowhere;
    const ElementFacts* facts = m_elements.find(element);
    return facts ? facts->placement : kNowhere;
}

std::vector<Zone> Topology::zones(const ElementId& element) const {
    const Placement& place = placement(element);
    if (place.zone) return {*place.zone};
    if (!place.spannedZones.empty()) return place.spannedZones;
    const catalog::Service* found = service(element);
    if (!found || found->scope == catalog::Scope::Global || found->scope == catalog::Scope::Edge) return {};
    std::vector<Zone> all;
    if (const catalog::Region* region = m_catalog->region(place.regionCode))
        for (const std::string& letter : region->zones)
            all.push_back(zoneOf(place.regionCode, place.region, letter, element));
    return all;
}

std::vector<Part> Topology::parts(const ElementId& element) const {
    const Element* found = m_diagram.element(element);
    return found ? partsOf(*this, *found) : std::vector<Part>();
}

std::optional<Part> Topology::part(std::string_view id) const {
    for (Part& part : parts(ElementId(id.substr(0, id.find('/')))))
        if (part.id == id) return std::move(part);
    return std::nullopt;
}

std::vector<Domain> Topology::domains(const Part& part) const {
    const Placement& place = placement(part.element);
    const catalog::Service* found = service(part.element);
    if (found && (found->scope == catalog::Scope::Global || found->scope == catalog::Scope::Edge)) return {};
    // A regional service may be drawn inside a VPC or zone box, but does not stand there unless it has an interface in
    // it.
    const bool beside = found && found->scope == catalog::Scope::Region && !found->is(catalog::Trait::Container) &&
                        !found->is(catalog::Trait::Eni) && part.kind == PartKind::Whole && !place.byHolder;
    std::vector<Domain> domains;
    if (part.zone && !beside) domains.push_back({DomainKind::Zone, part.zone->domain});
    if (!place.vpc.empty() && !beside) domains.push_back({DomainKind::Vpc, "vpc:" + place.vpc.str()});
    if (std::string region = regionDomain(place); !region.empty())
        domains.push_back({DomainKind::Region, std::move(region)});
    return domains;
}

std::vector<Domain> Topology::domains(const ElementId& element) const {
    std::vector<Domain> common;
    bool first = true;
    for (const Part& part : parts(element)) {
        const std::vector<Domain> its = domains(part);
        if (first)
            common = its;
        else
            std::erase_if(common,
                          [&](const Domain& one) { return std::find(its.begin(), its.end(), one) == its.end(); });
        first = false;
    }
    return common;
}

Setting<std::int64_t> Topology::instances(const ElementId& fleet) const {
    const Element* found = m_diagram.element(fleet);
    return found && plays(fleet, catalog::role::kFleet) ? instancesOf(*this, *found) : Setting<std::int64_t>();
}

bool Topology::pictures(const ElementId& element) const {
    const Element* found = m_diagram.element(element);
    return found && !fleetOf(*this, *found).empty();
}

std::optional<Part> Topology::picturedPart(const ElementId& element) const {
    const Element* found = m_diagram.element(element);
    if (!found) return std::nullopt;
    for (Part& part : parts(fleetOf(*this, *found)))
        if (part.picturedBy == element) return std::move(part);
    return std::nullopt;
}

std::vector<ElementId> Topology::members(const ElementId& group) const {
    std::vector<ElementId> members;
    for (const ElementId& id : m_diagram.elementsReferringTo(group.str())) {
        const std::vector<ElementId>& groups = m_diagram.element(id)->groups;
        if (std::find(groups.begin(), groups.end(), group) != groups.end()) members.push_back(id);
    }
    return members;
}

std::vector<ElementId> Topology::spanning(const ElementId& subnet) const {
    std::vector<ElementId> spanning;
    for (const ElementId& id : m_diagram.elementsReferringTo(subnet.str())) {
        const std::vector<ElementId>& spans = m_diagram.element(id)->spans;
        if (std::find(spans.begin(), spans.end(), subnet) != spans.end()) spanning.push_back(id);
    }
    return spanning;
}

std::vector<ElementId> Topology::attachments(const ElementId& holder) const {
    std::vector<ElementId> attached;
    for (const LinkId& id : m_diagram.linksAt(holder)) {
        const LinkFacts* link = m_links.find(id);
        if (link && link->kind == catalog::LinkKind::Attach && link->to == holder && link->from != holder &&
            m_diagram.element(link->from))
            attached.push_back(link->from);
    }
    std::sort(attached.begin(), attached.end());
    attached.erase(std::unique(attached.begin(), attached.end()), attached.end());
    return attached;
}

std::vector<std::string> Topology::changedSince(const Topology& before) const {
    std::vector<std::string> ids;
    const auto note = [&](const auto* old, const auto* now) {
        if (!old || !now || *old != *now) ids.push_back((now ? now : old)->id.str());
    };
    ChunkMap<ElementFacts>::compare(before.m_elements, m_elements, note);
    ChunkMap<VpcFacts>::compare(before.m_vpcs, m_vpcs, note);
    ChunkMap<SubnetFacts>::compare(before.m_subnets, m_subnets, note);
    ChunkMap<LinkFacts>::compare(before.m_links, m_links, [&](const LinkFacts* old, const LinkFacts* now) {
        if (old && now && *old == *now) return;
        for (const LinkFacts* each : {old, now})
            if (each) ids.insert(ids.end(), {each->id.str(), each->from.str(), each->to.str()});
    });
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

bool operator==(const Topology& a, const Topology& b) {
    return sameContent(a.m_elements, b.m_elements) && sameContent(a.m_links, b.m_links) &&
           sameContent(a.m_vpcs, b.m_vpcs) && sameContent(a.m_subnets, b.m_subnets);
}

} // namespace sky::topology
