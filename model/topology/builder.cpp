// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/builder.h"

#include "catalog/roles.h"
#include "topology/keys.h"

#include <algorithm>
#include <array>

namespace sky::topology {
namespace {

using catalog::LinkKind;
using catalog::Service;
using catalog::Trait;
using diagram::Element;
using diagram::Link;
namespace role = catalog::role;

constexpr std::array kPlacing{key::kCode, key::kRegion, key::kZone};
constexpr std::array kCounting{key::kCidr,    key::kAddress,     key::kMain,    key::kMin,      key::kDesired,
                               key::kMultiAz, key::kPrimaryZone, key::kReaders, key::kReplicas, key::kNodes};

template <class Keys>
bool differ(const catalog::Properties& a, const catalog::Properties& b, const Keys& keys) {
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
        const catalog::Value* left = a.find(key);
        const catalog::Value* right = b.find(key);
        return left && right ? !(*left == *right) : left != right;
    });
}

// What parts and addresses are counted by, and what decides whether those properties apply.
bool countDiffers(const catalog::Properties& a, const catalog::Properties& b, const Service* service) {
    if (differ(a, b, kCounting)) return true;
    if (!service) return false;
    return std::any_of(kCounting.begin(), kCounting.end(), [&](std::string_view key) {
        const catalog::Property* property = service->property(key);
        if (!property) return false;
        const auto hangsOn = [&](const catalog::Condition& condition) {
            return differ(a, b, std::array<std::string_view, 1>{condition.property});
        };
        return (property->when && hangsOn(*property->when)) ||
               std::any_of(property->defaults.begin(), property->defaults.end(),
                           [&](const catalog::DefaultWhen& each) { return hangsOn(each.when); });
    });
}

void insertSorted(std::vector<ElementId>& ids, const ElementId& id) {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at == ids.end() || *at != id) ids.insert(at, id);
}

void eraseSorted(std::vector<ElementId>& ids, const ElementId& id) {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at != ids.end() && *at == id) ids.erase(at);
}

bool names(const std::vector<ElementId>& ids, const ElementId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool plays(const Service* service, std::string_view role) {
    return service && service->plays(role);
}

} // namespace

Topology Topology::of(const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    return Topology(diagram::Diagram(), catalog).after(diagram);
}

Topology Topology::after(const diagram::Diagram& now) const {
    Topology next = *this;
    next.m_diagram = now;
    Builder(*this, next).run();
    return next;
}

void Builder::run() {
    findChangedElements();
    findChangedLinks();
    spreadMoves();
    placeAgain();
    if (m_vpcBlocks) assignVpcBlocks();
    for (const ElementId& vpc : m_subnetBlocks) assignSubnetBlocks(vpc);
    for (const ElementId& subnet : m_hosts) assignHosts(subnet);
    computeTiers();
}

void Builder::move(const ElementId& id) {
    if (m_moved.insert(id).second) m_movedInOrder.push_back(id);
}

void Builder::findChangedElements() {
    ChunkMap<Element>::compare(
        m_before.m_diagram.elements(), m_now.m_diagram.elements(), [&](const Element* before, const Element* after) {
            Changed changed{before ? before->id : after->id, before, after, true, true};
            if (before && after) {
                changed.service = before->service != after->service;
                changed.moved = changed.service || before->parent != after->parent || before->spans != after->spans ||
                                before->groups != after->groups ||
                                differ(before->properties, after->properties, kPlacing);
                if (!changed.moved &&
                    !countDiffers(before->properties, after->properties, m_drawing.service(after->service)))
                    return;
            }
            m_changed.push_back(std::move(changed));
        });
}

LinkKind Builder::kindOf(const Link& link) {
    if (link.kind) return *link.kind;
    const Service* from = m_drawing.thing(link.from).service;
    const Service* to = m_drawing.thing(link.to).service;
    const auto known = m_kinds.find({from, to});
    if (known != m_kinds.end()) return known->second;
    return m_kinds[{from, to}] = topology::kindOf(m_drawing, link);
}

void Builder::relink(const LinkId& id) {
    if (!m_relinked.insert(id).second) return;
    const Topology::LinkFacts* before = m_before.m_links.find(id);
    const Link* link = m_now.m_diagram.link(id);
    Topology::LinkFacts after;
    if (link) {
        const LinkKind kind = kindOf(*link);
        const bool requests = kind == LinkKind::Traffic || kind == LinkKind::Event;
        after = {id, kind, requests && m_drawing.thing(link->from).element && m_drawing.thing(link->to).element,
                 link->from, link->to};
        if (before && *before == after) return;
    }
    const bool carried = before && before->carries;
    if (!(carried && after.carries && before->from == after.from && before->to == after.to)) {
        if (carried) m_removedEdges.push_back({before->from, before->to});
        if (after.carries) m_addedEdges.push_back({after.from, after.to});
    }
    if (before && before->kind == LinkKind::Attach) move(before->from);
    if (link && after.kind == LinkKind::Attach) move(after.from);
    if (link)
        m_now.m_links.put(std::move(after));
    else
        m_now.m_links.take(id);
}

void Builder::findChangedLinks() {
    ChunkMap<Link>::compare(m_before.m_diagram.links(), m_now.m_diagram.links(),
                            [&](const Link* before, const Link* after) {
                                if (before && after && before->from == after->from && before->to == after->to &&
                                    before->kind == after->kind)
                                    return;
                                relink(before ? before->id : after->id);
                            });
    for (const Changed& changed : m_changed) {
        if (!changed.service) continue;
        for (const LinkId& id : m_now.m_diagram.linksAt(changed.id)) relink(id);
        const Service* before = changed.before ? m_drawing.service(changed.before->service) : nullptr;
        const Service* after = changed.after ? m_drawing.service(changed.after->service) : nullptr;
        const bool wasCaller = before && before->is(Trait::Caller);
        const bool isCaller = after && after->is(Trait::Caller);
        if (wasCaller != isCaller) m_tierSeeds.push_back(changed.id);
    }
}

// What stands in a moved thing moves; so does what spans it, what it groups and what is attached to it.
void Builder::spreadMoves() {
    for (const Changed& changed : m_changed) {
        if (changed.moved)
            move(changed.id);
        else
            m_recount.push_back(changed.id);
    }
    for (std::size_t next = 0; next < m_movedInOrder.size(); ++next) {
        const ElementId id = m_movedInOrder[next];
        for (const ElementId& child : m_now.m_diagram.children(id)) move(child);
        for (const ElementId& other : m_now.m_diagram.elementsReferringTo(id.str())) {
            const Element* element = m_drawing.thing(other).element;
            if (element && (names(element->spans, id) || names(element->groups, id))) move(other);
        }
        for (const LinkId& link : m_now.m_diagram.linksAt(id))
            if (const Topology::LinkFacts* facts = m_now.m_links.find(link); facts->kind == LinkKind::Attach)
                move(facts->from);
    }
}

ElementId Builder::holderOf(const ElementId& element) const {
    for (const LinkId& id : m_now.m_diagram.linksAt(element)) {
        const Topology::LinkFacts* link = m_now.m_links.find(id);
        if (link->kind == LinkKind::Attach && link->from == element && link->to != element &&
            m_drawing.thing(link->to).element)
            return link->to;
    }
    return {};
}

void Builder::placeAgain() {
    std::sort(m_movedInOrder.begin(), m_movedInOrder.end());
    std::vector<std::pair<ElementId, Placement>> before; // as it was, of all that may enter or leave a network
    before.reserve(m_movedInOrder.size());
    for (const ElementId& id : m_movedInOrder) {
        const Element* element = m_drawing.thing(id).element;
        const Topology::ElementFacts* old = m_before.m_elements.find(id);
        before.emplace_back(id, old ? old->placement : Placement());
        if (!element) {
            if (old) m_now.m_elements.take(id);
            continue;
        }
        Topology::ElementFacts facts{id, place(m_drawing, id, holderOf(id)), old ? old->tier : std::nullopt};
        if (!old || *old != facts) m_now.m_elements.put(std::move(facts));
    }
    for (const ElementId& id : m_recount) before.emplace_back(id, m_before.placement(id));
    // VPCs first, so that their lists are there for what stands in them.
    for (const auto& [id, placement] : before) {
        const bool was = plays(m_before.service(id), role::kVpc);
        const bool is = plays(m_now.service(id), role::kVpc);
        if (was && !is) m_now.m_vpcs.take(id);
        if (is && !was) m_now.m_vpcs.put({id, {}, {}, {}});
        if (was || is) m_vpcBlocks = true;
    }
    for (const auto& [id, placement] : before) enterNetworks(id, placement, m_now.placement(id));
}

void Builder::enterNetworks(const ElementId& id, const Placement& before, const Placement& after) {
    const Element* old = m_before.m_diagram.element(id);
    const Element* element = m_now.m_diagram.element(id);
    const Service* wasService = old ? m_drawing.service(old->service) : nullptr;
    const Service* isService = element ? m_drawing.service(element->service) : nullptr;

    const auto list = [&](std::vector<ElementId> Topology::VpcFacts::*ids, bool was, bool is) {
        if (was && (!is || before.vpc != after.vpc))
            if (m_now.m_vpcs.contains(before.vpc)) eraseSorted(m_now.m_vpcs.write(before.vpc)->*ids, id);
        if (is && m_now.m_vpcs.contains(after.vpc) &&
            !std::binary_search((m_now.m_vpcs.find(after.vpc)->*ids).begin(),
                                (m_now.m_vpcs.find(after.vpc)->*ids).end(), id))
            insertSorted(m_now.m_vpcs.write(after.vpc)->*ids, id);
    };
    const auto isMain = [](const Element* table, const Service* service) {
        return plays(service, role::kRouteTable) && table->properties.flag(key::kMain).value_or(false);
    };
    list(&Topology::VpcFacts::mainTables, isMain(old, wasService), isMain(element, isService));

    const bool wasSubnet = plays(wasService, role::kSubnet);
    const bool isSubnet = plays(isService, role::kSubnet);
    list(&Topology::VpcFacts::subnets, wasSubnet, isSubnet);
    if (wasSubnet && !isSubnet) m_now.m_subnets.take(id);
    if (isSubnet && !wasSubnet) m_now.m_subnets.put({id, {}, {}});
    if (wasSubnet || isSubnet) {
        m_subnetBlocks.insert(before.vpc);
        m_subnetBlocks.insert(after.vpc);
        if (isSubnet) m_hosts.insert(id);
        if (isSubnet && after.vpc.empty()) { // in no VPC: nothing to take a block from
            const std::string* cidr = element->properties.text(key::kCidr);
            m_now.m_subnets.write(id)->cidr = cidr ? AddressSetting{*cidr, Origin::Set} : AddressSetting{};
        }
    }

    const auto touch = [&](const Element* thing, const Service* service, const Placement& placement) {
        if (!service || (!service->is(Trait::Eni) && !service->plays(role::kFleet))) return;
        if (!placement.subnet.empty()) m_hosts.insert(placement.subnet);
        for (const ElementId& subnet : thing->spans) m_hosts.insert(subnet);
    };
    touch(old, wasService, before);
    touch(element, isService, after);
}

} // namespace sky::topology
