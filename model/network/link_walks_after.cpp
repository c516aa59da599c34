// SPDX-License-Identifier: GPL-3.0-or-later
// All links of a drawing, and again after an edit: what an edit cannot reach keeps its walk.
#include "network/link_walks.h"

#include "catalog/roles.h"
#include "network/linker.h"

#include <algorithm>
#include <array>
#include <set>

namespace sky::network {
namespace {

using catalog::LinkKind;
using topology::Topology;
namespace role = catalog::role;

// Groups of properties no packet asks about.
constexpr std::array<std::string_view, 4> kUnasked = {"behavior", "usage", "operations", "notes"};

bool moves(const catalog::Property* property) {
    return !property || std::find(kUnasked.begin(), kUnasked.end(), property->group) == kUnasked.end();
}

template <class Find>
bool propertiesMove(const catalog::Properties& a, const catalog::Properties& b, Find find) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) { // both sorted by key
        if (right == b.end() || (left != a.end() && left->first < right->first)) {
            if (moves(find(left->first))) return true;
            ++left;
        } else if (left == a.end() || right->first < left->first) {
            if (moves(find(right->first))) return true;
            ++right;
        } else {
            if (!(left->second == right->second) && moves(find(left->first))) return true;
            ++left;
            ++right;
        }
    }
    return false;
}

// What changed between two drawings, as far as packets care.
struct Changes {
    bool any = false;
    bool everywhere = false;    // something outside all VPCs, or that joins them
    std::set<std::string> vpcs; // things in these
    std::set<ElementId> elements;
    std::set<LinkId> links;
};

void enter(const Topology& topology, const ElementId& id, Changes& changes) {
    const diagram::Element* element = topology.diagram().element(id);
    if (!element) return;
    const ElementId& vpc = topology.placement(id).vpc;
    const catalog::Service* service = topology.service(id);
    const bool joins = service && (service->plays(role::kTransitGateway) || service->plays(role::kCustomerGateway) ||
                                   service->plays(role::kOnPremises) || service->is(catalog::Trait::Container));
    if (vpc.empty() || joins || topology.plays(id, role::kVpc))
        changes.everywhere = true;
    else
        changes.vpcs.insert(vpc.str());
    changes.elements.insert(id);
}

Changes changesBetween(const Topology& before, const Topology& now) {
    Changes changes;
    using diagram::Element;
    using diagram::Link;
    ChunkMap<Element>::compare(before.diagram().elements(), now.diagram().elements(),
                               [&](const Element* was, const Element* is) {
                                   if (was && is && was->service == is->service && was->parent == is->parent &&
                                       was->spans == is->spans && was->groups == is->groups &&
                                       !propertiesMove(was->properties, is->properties,
                                                       [&](const std::string& key) -> const catalog::Property* {
                                                           const catalog::Service* service = now.service(is->id);
                                                           return service ? service->property(key) : nullptr;
                                                       }))
                                       return;
                                   changes.any = true;
                                   if (was) enter(before, was->id, changes);
                                   if (is) enter(now, is->id, changes);
                               });
    ChunkMap<Link>::compare(before.diagram().links(), now.diagram().links(), [&](const Link* was, const Link* is) {
        const LinkId& id = was ? was->id : is->id;
        const LinkKind kindBefore = before.kind(id);
        const LinkKind kindNow = now.kind(id);
        if (was && is && was->from == is->from && was->to == is->to && kindBefore == kindNow &&
            !propertiesMove(was->properties, is->properties,
                            [&](const std::string& key) { return now.catalog().linkType(kindNow).property(key); }))
            return;
        changes.any = true;
        changes.links.insert(id);
        for (const auto& [topology, link, kind] :
             {std::tuple(&before, was, kindBefore), std::tuple(&now, is, kindNow)}) {
            if (!link || kind == LinkKind::Plain) continue;
            if (kind != LinkKind::Traffic && kind != LinkKind::Event && kind != LinkKind::Replication)
                changes.everywhere = true; // it carries the packets of others
            for (const ElementId& end : {link->from, link->to}) {
                changes.elements.insert(end);
                if (const ElementId& vpc = topology->placement(end).vpc; !vpc.empty()) changes.vpcs.insert(vpc.str());
            }
        }
    });
    return changes;
}

bool opensConnection(const Topology& topology, const LinkId& link) {
    return topology.carries(link) || topology.kind(link) == LinkKind::Replication;
}

// The VPCs a change may reach the walk through.
class Reached {
  public:
    Reached(const Network& network, const Changes& changes) : m_network(network), m_vpcs(network.vpcs.size(), false) {
        for (Index i = 0; i < network.vpcs.size(); ++i) m_vpcs[i] = changes.vpcs.contains(network.vpcs[i].id);
    }
    [[nodiscard]] bool by(const LinkWalk& link) const {
        return std::any_of(link.flows.begin(), link.flows.end(), [&](const Flow& flow) {
            return touches(flow.walk.at) || std::any_of(flow.walk.hops.begin(), flow.walk.hops.end(),
                                                        [&](const Hop& hop) { return touches(hop.place); });
        });
    }

  private:
    [[nodiscard]] bool touches(Place place) const {
        using Kind = Place::Kind;
        switch (place.kind) {
        case Kind::Interface:
            return in(m_network.vpcOf(m_network.interfaces[place.index]));
        case Kind::Subnet:
            return in(m_network.subnets[place.index].vpc);
        case Kind::Vpc:
            return in(place.index);
        case Kind::InternetGateway:
            return in(m_network.internetGateways[place.index].vpc);
        case Kind::Nat:
            return in(m_network.nats[place.index].vpc);
        case Kind::GatewayEndpoint:
            return in(m_network.gatewayEndpoints[place.index].vpc);
        case Kind::VpnGateway:
            return in(m_network.vpnGateways[place.index].vpc);
        case Kind::Attachment:
            return in(m_network.attachments[place.index].vpc);
        case Kind::Balancer:
            return m_network.balancers[place.index].nodes.empty() ||
                   touches({Kind::Interface, m_network.balancers[place.index].nodes.front()});
        default:
            return false;
        }
    }
    [[nodiscard]] bool in(Index vpc) const { return vpc != kNone && m_vpcs[vpc]; }

    const Network& m_network;
    std::vector<bool> m_vpcs;
};

} // namespace

LinkWalks LinkWalks::of(const Topology& topology, const Reading& reading) {
    State state{topology, reading, networkOf(topology, reading), {}};
    Clients clients;
    for (const diagram::Link& link : topology.diagram().links())
        if (opensConnection(topology, link.id))
            state.walks.push_back(walkLink(topology, state.network, link.id, clients));
    return LinkWalks(std::make_shared<const State>(std::move(state)));
}

LinkWalks LinkWalks::after(const Topology& now) const {
    const Changes changes = changesBetween(m_state->topology, now);
    if (!changes.any) return *this;
    State state{now, m_state->reading, networkOf(now, m_state->reading), {}};
    const bool all = changes.everywhere || !state.network.hasShapeOf(m_state->network);

    // Ends that changed, and what is linked to those: listeners and assumed groups hang on neighbours' links.
    std::set<LinkId> again = changes.links;
    for (const ElementId& element : changes.elements)
        for (const LinkId& link : now.diagram().linksAt(element)) {
            again.insert(link);
            const diagram::Link* found = now.diagram().link(link);
            for (const ElementId& end : {found->from, found->to})
                for (const LinkId& next : now.diagram().linksAt(end)) again.insert(next);
        }
    const Reached before(m_state->network, changes);
    Clients clients;
    state.walks.reserve(m_state->walks.size());
    auto old = m_state->walks.begin();
    for (const diagram::Link& link : now.diagram().links()) {
        if (!opensConnection(now, link.id)) continue;
        while (old != m_state->walks.end() && old->link < link.id) ++old;
        const bool known = old != m_state->walks.end() && old->link == link.id;
        const bool renewed =
            all || !known || again.contains(link.id) || now.plays(link.from, role::kDns) || before.by(*old);
        state.walks.push_back(renewed ? walkLink(now, state.network, link.id, clients) : *old);
    }
    return LinkWalks(std::make_shared<const State>(std::move(state)));
}

const LinkWalk* LinkWalks::find(const LinkId& link) const {
    const std::vector<LinkWalk>& walks = m_state->walks;
    const auto at = std::lower_bound(walks.begin(), walks.end(), link,
                                     [](const LinkWalk& walk, const LinkId& id) { return walk.link < id; });
    return at != walks.end() && at->link == link ? &*at : nullptr;
}

} // namespace sky::network
