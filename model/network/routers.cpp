// SPDX-License-Identifier: GPL-3.0-or-later
// What routers do to a packet: route tables, and each kind of target a route can have.
#include "network/packet.h"

#include <algorithm>

namespace sky::network {
namespace {

using Kind = Place::Kind;

bool within(const std::vector<Cidr>& blocks, IpAddress address) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Cidr& block) { return contains(block, address); });
}

} // namespace

Place Courier::tablePlace(const Position& at) const {
    Index table = kNone;
    if (at.subnet != kNone) table = m_network.subnets[at.subnet].table;
    if (table == kNone && at.vpc != kNone) table = m_network.vpcs[at.vpc].mainTable;
    if (table != kNone) return {Kind::Table, table};
    return at.vpc != kNone ? Place{Kind::Vpc, at.vpc} : Place{};
}

Courier::Step Courier::onward(Position& at) {
    if (at.subnet != kNone && at.leavesSubnet) {
        if (within(m_network.subnets[at.subnet].cidrs, m_packet.target)) return deliverLocal(at);
        checkAcl(at.subnet, false);
    }
    at.leavesSubnet = false;

    Place table = tablePlace(at);
    if (at.nat != kNone) { // a regional NAT gateway has a table of its own
        const Index own = m_network.nats[at.nat].table;
        if (own != kNone) {
            table = {Kind::Table, own};
        } else {
            if (m_network.holds(at.vpc, m_packet.target)) return deliverLocal(at);
            const Index gateway = m_network.vpcs[at.vpc].internetGateway;
            if (m_leg == Leg::Return || gateway == kNone) return stop(Code::NoRouteToDestination, {Kind::Nat, at.nat});
            return throughInternetGateway(gateway, at);
        }
    }
    int local = -1; // prefix of the implied local route
    for (const Cidr& block : m_network.vpcs[at.vpc].cidrs)
        if (contains(block, m_packet.target)) local = std::max(local, static_cast<int>(block.prefix));
    if (table.is(Kind::Table)) {
        const Table& rows = m_network.tables[table.index];
        for (const Table::Entry& entry : rows.entries) {
            if (entry.to.prefix < local || (entry.to.prefix == local && entry.rank == 2)) break;
            if (!contains(entry.to, m_packet.target)) continue;
            const Route& route = rows.routes[entry.route];
            if (route.blackhole || route.target.is(Kind::Missing)) return stop(Code::BadStateRoute, table);
            if (route.target.is(Kind::None)) {
                m_unknown = true;
                return stop(Code::XRouteUnset, table);
            }
            if (route.target.is(Kind::Interface) && m_network.vpcOf(m_network.interfaces[route.target.index]) != at.vpc)
                return stop(Code::BadStateRoute, table);
            return follow(route, at);
        }
    }
    if (local >= 0) return deliverLocal(at);
    return stop(Code::NoRouteToDestination, table);
}

Courier::Step Courier::follow(const Route& route, Position& at) {
    const Index target = route.target.index;
    switch (route.target.kind) {
    case Kind::Vpc:
        return deliverLocal(at);
    case Kind::InternetGateway:
        return throughInternetGateway(target, at);
    case Kind::Nat:
        return throughNat(target, at);
    case Kind::Peering:
        return throughPeering(target, at);
    case Kind::TransitGateway:
        return throughTransit(target, at);
    case Kind::VpnGateway:
        return throughVpnGateway(target, at);
    case Kind::GatewayEndpoint:
        return throughEndpoint(target, at);
    case Kind::Interface:
        return throughInterface(target, at);
    default:
        return stop(Code::BadStateRoute, tablePlace(at));
    }
}

Courier::Step Courier::throughInternetGateway(Index index, Position& at) {
    const InternetGateway& gateway = m_network.internetGateways[index];
    const Place place{Kind::InternetGateway, index};
    hop(place);
    if (gateway.vpc != at.vpc) return stop(Code::BadStateAttachment, place);
    const IpAddress target = m_packet.target;
    const Cidr host = blockAround(target, addressBits(target.family));
    const Vpc& vpc = m_network.vpcs[at.vpc];
    if (m_network.holds(at.vpc, target) && !isRfc1918(host) && !isCarrierShared(host) && target.family == IpFamily::V4)
        return stop(Code::IgwDestinationAddressInVpcCidrs, place);
    if (isRfc1918(host)) return stop(Code::IgwDestinationAddressNotInRfc1918Egress, place);
    if (isCarrierShared(host)) return stop(Code::IgwDestinationAddressNotInRfc6598Egress, place);
    if (gateway.egressOnly && target.family == IpFamily::V4) return stop(Code::BadStateRoute, tablePlace(at));
    if (gateway.egressOnly && m_leg == Leg::Return) return stop(Code::XEgressOnlyGateway, place);

    const Network::Holder sender =
        at.nat != kNone ? Network::Holder{kNone, at.nat} : m_network.holderIn(at.vpc, m_packet.source);
    if (target.family == IpFamily::V4) {
        std::optional<IpAddress> address;
        if (sender.interface != kNone) address = m_network.interfaces[sender.interface].publicV4;
        if (sender.nat != kNone && m_network.nats[sender.nat].isPublic)
            address = m_network.nats[sender.nat].publicAddress;
        if (!address) return stop(Code::IgwPublicIpAssociationForEgress, place);
        m_packet.source = *address;
    } else if (sender.none()) {
        return stop(Code::IgwPublicIpAssociationForEgress, place);
    }
    const bool outOnly = sender.nat != kNone || gateway.egressOnly;
    if (m_leg == Leg::Forward && (vpc.publicAccess == Vpc::PublicAccess::Blocked ||
                                  (vpc.publicAccess == Vpc::PublicAccess::IngressBlocked && !outOnly)))
        note(Code::VpcBlockPublicAccessEnabled, place);
    if (m_packet.identity == Identity::Kept) m_packet.identity = Identity::Translated;
    if (m_leg == Leg::Forward) m_leftBy = index;

    const Network::Holder holder = m_network.publicHolder(target);
    if (!holder.none()) {
        if (holder.interface != kNone && holder.interface == sender.interface)
            return stop(Code::IgwNatReflection, place);
        return enterFromInternet(at);
    }
    const Index service = m_network.serviceAt(target);
    if (service != kNone) return end({Kind::Service, service});
    return end({Kind::Internet, 0});
}

Courier::Step Courier::throughNat(Index index, Position& at) {
    const Nat& nat = m_network.nats[index];
    const Place place{Kind::Nat, index};
    hop(place);
    if (m_leg == Leg::Return) return stop(Code::XReturnAsymmetric, place);
    if (nat.vpc != at.vpc) return stop(Code::NgwRequiresSourceInVpc, place);
    if (!m_protocol.hasPorts() && !(m_protocol == kIcmp)) return stop(Code::ProtocolRestriction, place);
    if (m_packet.target.family == IpFamily::V6) return stop(Code::ProtocolRestriction, place);
    if (nat.regional) {
        if (at.zone != kNone && !nat.zones.empty() &&
            std::find(nat.zones.begin(), nat.zones.end(), at.zone) == nat.zones.end())
            return stop(Code::RegionalNgwRouteAzRestriction, place);
        if (nat.isPublic && m_network.vpcs[nat.vpc].internetGateway == kNone) return stop(Code::NoPath, place);
    } else {
        if (nat.subnet == at.subnet) return stop(Code::XNatSameSubnet, place);
        checkAcl(nat.subnet, true);
    }
    m_translations.push_back({place, m_packet.source, m_packet.sourcePorts});
    m_packet.source = nat.address.value_or(IpAddress{});
    m_packet.sourcePorts = kWideClients;
    m_packet.identity = Identity::Translated;
    const Index zone = nat.regional ? at.zone : m_network.subnets[nat.subnet].zone;
    at = Position{};
    at.vpc = nat.vpc;
    at.subnet = nat.regional ? kNone : nat.subnet;
    at.zone = zone;
    at.nat = nat.regional ? index : kNone;
    return Step::On;
}

// Only between addresses of the two VPCs: nothing passes on through a peering.
Courier::Step Courier::throughPeering(Index index, Position& at) {
    const Peering& peering = m_network.peerings[index];
    const Place place{Kind::Peering, index};
    hop(place);
    if (!peering.active) return stop(Code::BadState, place);
    const Index peer = peering.a == at.vpc ? peering.b : peering.b == at.vpc ? peering.a : kNone;
    if (peer == kNone || !m_network.holds(peer, m_packet.target) || !m_network.holds(at.vpc, m_packet.source))
        return stop(Code::PcxRequiresAddressInVpcCidr, place);
    if (m_network.vpcs[peer].region != m_network.vpcs[at.vpc].region && m_packet.identity == Identity::Kept)
        m_packet.identity = Identity::OtherRegion;
    at = Position{};
    at.vpc = peer;
    return deliverLocal(at);
}

Courier::Step Courier::throughTransit(Index index, Position& at) {
    const Place place{Kind::TransitGateway, index};
    hop(place);
    const Index attached = m_network.attachmentOf(index, at.vpc);
    if (attached == kNone) return stop(Code::BadStateAttachment, place);
    const Attachment& attachment = m_network.attachments[attached];
    if (!attachment.active) return stop(Code::BadStateAttachment, {Kind::Attachment, attached});
    Index door = kNone;
    for (const Index subnet : attachment.subnets) {
        const bool fits = m_options.onlyTransitSubnets ? subnet == at.subnet
                                                       : at.zone == kNone || m_network.subnets[subnet].zone == at.zone;
        if (fits && door == kNone) door = subnet;
    }
    if (door == kNone) return stop(Code::TgwRouteAzRestriction, place);
    if (m_options.transitSubnetAcls && door != at.subnet) checkAcl(door, true);
    return leaveTransit(attached, at);
}

// From the transit gateway, by the table of the attachment the packet came in by.
Courier::Step Courier::leaveTransit(Index from, Position& at) {
    const Attachment& source = m_network.attachments[from];
    if (source.table == kNone) return stop(Code::TgwAttachMissingTgwRtbAssociation, {Kind::Attachment, from});
    const Place table{Kind::TransitTable, source.table};
    const TransitRoute* route = nullptr;
    for (const TransitRoute& each : m_network.transitTables[source.table].routes) {
        if (!contains(each.to, m_packet.target)) continue;
        route = &each;
        break;
    }
    if (!route) return stop(Code::TgwRtbNoRouteToTgwAttachment, table);
    if (route->blackhole || route->attachment == kNone) return stop(Code::TgwRtbBadStateRoute, table);
    const Attachment& to = m_network.attachments[route->attachment];
    const Place place{Kind::Attachment, route->attachment};
    hop(place);
    if (to.vpc == kNone) {
        if (!to.active) return stop(Code::TgwBadStateVpn, place);
        if (!within(to.site, m_packet.target)) return stop(Code::NoPossibleDestination, place);
        return end(place);
    }
    if (!to.active || to.subnets.empty()) return stop(Code::BadStateAttachment, place);
    Index door = to.subnets.front();
    for (const Index subnet : to.subnets)
        if (at.zone != kNone && m_network.subnets[subnet].zone == at.zone) {
            door = subnet;
            break;
        }
    const bool sameRegion = source.vpc != kNone && m_network.vpcs[source.vpc].region == m_network.vpcs[to.vpc].region;
    const bool kept = m_network.transitGateways[to.gateway].referencing && source.referencing && to.referencing;
    if (m_packet.identity == Identity::Kept && !(kept && sameRegion)) m_packet.identity = Identity::Transit;
    at = Position{};
    at.vpc = to.vpc;
    at.subnet = door;
    at.zone = m_network.subnets[door].zone;
    at.leavesSubnet = false;
    at.fromTransit = true;
    return Step::On;
}

Courier::Step Courier::throughVpnGateway(Index index, Position& at) {
    const VpnGateway& gateway = m_network.vpnGateways[index];
    const Place place{Kind::VpnGateway, index};
    hop(place);
    if (gateway.vpc != at.vpc || !m_network.holds(at.vpc, m_packet.source))
        return stop(Code::VgwPrivateIpAssociationForEgress, place);
    if (!gateway.active) return stop(Code::BadStateVpn, place);
    if (!within(gateway.site, m_packet.target)) return stop(Code::NoPossibleDestination, place);
    return end(place);
}

Courier::Step Courier::throughEndpoint(Index index, Position& at) {
    const GatewayEndpoint& endpoint = m_network.gatewayEndpoints[index];
    const Place place{Kind::GatewayEndpoint, index};
    hop(place);
    if (endpoint.vpc != at.vpc || !m_network.holds(at.vpc, m_packet.source))
        return stop(Code::VpceGatewayEgressSourceAddressRestriction, place);
    if (!(m_protocol == kTcp) && !m_protocol.isPing()) return stop(Code::VpceGatewayProtocolRestriction, place);
    const Index service = m_network.serviceAt(m_packet.target);
    if (service == kNone || service != endpoint.service) return stop(Code::NoPossibleDestination, place);
    m_endpoint = index;
    return end({Kind::Service, service});
}

// An appliance: takes in what is not for it and sends it on.
Courier::Step Courier::throughInterface(Index index, Position& at) {
    const Interface& self = m_network.interfaces[index];
    const Place place{Kind::Interface, index};
    if (at.forwarder == index) return stop(Code::NoPath, tablePlace(at)); // its own subnet sends it back to it
    if (self.subnet != at.subnet) checkAcl(self.subnet, true);
    hop(place);
    const bool isTarget = self.v4 == m_packet.target || self.v6 == m_packet.target;
    if (isTarget) {
        at.subnet = self.subnet;
        m_out.hops.pop_back();
        return arrive(index, at);
    }
    if (self.sourceDestCheck) return stop(Code::EniSourceDestCheckRestriction, place);
    const bool remembers = std::find(m_remembering.begin(), m_remembering.end(), index) != m_remembering.end();
    if (m_leg == Leg::Forward || !remembers) {
        checkGroups(index, true);
        if (m_packet.identity == Identity::Kept) m_packet.identity = Identity::Translated;
        checkGroups(index, false);
        m_remembering.push_back(index);
    }
    if (self.translates) {
        if (m_leg == Leg::Return) return stop(Code::XReturnAsymmetric, place);
        m_translations.push_back({place, m_packet.source, m_packet.sourcePorts});
        m_packet.source = (m_packet.target.family == IpFamily::V6 ? self.v6 : self.v4).value_or(IpAddress{});
        m_packet.sourcePorts = self.clientPorts;
    }
    at = Position{};
    at.subnet = self.subnet;
    at.vpc = m_network.subnets[self.subnet].vpc;
    at.zone = m_network.subnets[self.subnet].zone;
    at.forwarder = index;
    return Step::On;
}

} // namespace sky::network
