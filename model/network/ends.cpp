// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/ends.h"

#include "catalog/roles.h"

#include <algorithm>
#include <set>

namespace sky::network {
namespace {

using catalog::Trait;
using Kind = Party::Kind;
namespace role = catalog::role;

// One interface per subnet; standbys answer nothing.
std::vector<Party> interfacesOf(const topology::Topology& topology, const Network& network, const ElementId& element,
                                const catalog::Service& service) {
    if (!service.is(Trait::Eni)) return {};
    std::vector<Index> all;
    if (topology.pictures(element)) {
        for (const topology::Host& host : topology.interfaces(element))
            if (const Place place = network.find(host.part); place.is(Place::Kind::Interface))
                all.push_back(place.index);
    } else if (const Index owner = network.ownerIndex(element.str()); owner != kNone) {
        all = network.interfacesOf(owner);
    }
    std::vector<Party> parties;
    std::vector<Index> subnets;
    for (const Index index : all) {
        const Interface& interface = network.interfaces[index];
        if (interface.standby || std::find(subnets.begin(), subnets.end(), interface.subnet) != subnets.end()) continue;
        subnets.push_back(interface.subnet);
        Party party;
        party.kind = Kind::Interface;
        party.part = interface.id;
        party.element = element;
        party.place = {Place::Kind::Interface, index};
        parties.push_back(std::move(party));
    }
    return parties;
}

Party plain(Kind kind, const ElementId& element) {
    Party party;
    party.kind = kind;
    party.part = element.str();
    party.element = element;
    return party;
}

// The address an element outside AWS says it has: the first of its block.
std::optional<IpAddress> outsideAddress(const topology::Topology& topology, const ElementId& element) {
    const std::string* text = topology.property(element, "cidr").text();
    if (!text) return std::nullopt;
    const Result<Cidr> block = parseCidr(*text);
    if (!block.ok()) return std::nullopt;
    return block->prefix == addressBits(block->family()) ? block->network : addressAt(*block, 1);
}

Party outside(const topology::Topology& topology, const ElementId& element) {
    const ElementId& premises = topology.placement(element).onPremises;
    Party party = plain(premises.empty() ? Kind::Internet : Kind::Site, element);
    party.premises = premises;
    party.address = outsideAddress(topology, element);
    return party;
}

bool isOutside(const catalog::Service& service) {
    return service.scope == catalog::Scope::None || service.scope == catalog::Scope::OnPremises;
}

} // namespace

std::string serviceKey(const catalog::Service& service) {
    return service.key;
}

std::vector<Party> senders(const topology::Topology& topology, const Network& network, const ElementId& element) {
    const catalog::Service* service = topology.service(element);
    if (!service) return {plain(Kind::Unplaced, element)};
    if (service->plays(role::kDns)) { // it only answers: whoever asked it sends
        std::vector<Party> parties;
        std::set<ElementId> seen{element};
        std::vector<ElementId> open{element};
        while (!open.empty()) {
            const ElementId dns = open.back();
            open.pop_back();
            for (const LinkId& link : topology.callers(dns)) {
                const ElementId from = topology.diagram().link(link)->from;
                if (!seen.insert(from).second) continue;
                if (topology.plays(from, role::kDns)) {
                    open.push_back(from);
                    continue;
                }
                for (Party& party : senders(topology, network, from)) parties.push_back(std::move(party));
            }
        }
        if (parties.empty()) parties.push_back(plain(Kind::Internet, element));
        return parties;
    }
    if (isOutside(*service)) return {outside(topology, element)};
    std::vector<Party> parties = interfacesOf(topology, network, element, *service);
    if (!parties.empty()) return parties;
    if (service->plays(role::kCdn)) {
        Party party = plain(Kind::Internet, element);
        if (topology.property(element, "vpcOrigin").flag().value_or(false)) party.kind = Kind::Inside;
        party.service = "cloudfront";
        return {std::move(party)};
    }
    if (service->plays(role::kApi)) {
        Party party = plain(Kind::Managed, element);
        const topology::Effective link = topology.property(element, "vpcLink");
        if (link.flag().value_or(false) || link.reference()) party.kind = Kind::Inside;
        return {std::move(party)};
    }
    const bool inVpc = !topology.placement(element).vpc.empty() || !topology.placement(element).spannedZones.empty();
    if (service->is(Trait::Eni) && (inVpc || !service->plays(role::kFunction))) return {plain(Kind::Unplaced, element)};
    Party party = plain(Kind::Managed, element);
    party.service = serviceKey(*service);
    return {std::move(party)};
}

std::vector<Party> receivers(const topology::Topology& topology, const Network& network, const ElementId& element) {
    const catalog::Service* service = topology.service(element);
    if (!service) return {plain(Kind::Unplaced, element)};
    if (service->plays(role::kLoadBalancer)) {
        const Place place = network.find(element.str());
        Party party = plain(place.is(Place::Kind::Balancer) ? Kind::Balancer : Kind::Unplaced, element);
        party.place = place;
        return {std::move(party)};
    }
    if (isOutside(*service)) return {outside(topology, element)};
    if (!service->plays(role::kFunction)) { // functions are called through their service, wherever they run
        std::vector<Party> parties = interfacesOf(topology, network, element, *service);
        if (!parties.empty()) return parties;
        if (service->is(Trait::Eni)) return {plain(Kind::Unplaced, element)};
    }
    Party party = plain(Kind::Managed, element);
    party.service = serviceKey(*service);
    return {std::move(party)};
}

} // namespace sky::network
