// SPDX-License-Identifier: GPL-3.0-or-later
// The two legs of a flow, and where packets enter, arrive and end.
#include "network/packet.h"

#include <algorithm>

namespace sky::network {
namespace {

using Kind = Place::Kind;

constexpr int kMostSteps = 64; // routers on one leg; more is a loop

bool isPrivate(IpAddress address) {
    return isRfc1918(blockAround(address, addressBits(address.family)));
}
bool isShared(IpAddress address) {
    return isCarrierShared(blockAround(address, addressBits(address.family)));
}

} // namespace

void judge(Walk& walk) {
    const auto isPartial = [](const Blocker& blocker) { return blocker.partial; };
    if (walk.blockers.empty()) {
        walk.verdict = Verdict::Reachable;
        return;
    }
    if (std::all_of(walk.blockers.begin(), walk.blockers.end(), isPartial)) {
        walk.verdict = Verdict::Partial;
    } else { // what stops only some of it is not why it is blocked
        std::erase_if(walk.blockers, isPartial);
        walk.verdict = Verdict::Blocked;
    }
    walk.code = walk.blockers.front().code;
    walk.at = walk.blockers.front().at;
    walk.leg = walk.blockers.front().leg;
}

void Courier::run(const FlowEnds& ends, Protocol protocol, const PortSet& ports) {
    m_protocol = protocol;
    m_owner = ends.owner;
    m_expected = ends.to.is(Kind::Interface) ? ends.to : Place{};
    m_packet.target = ends.toAddress;
    m_packet.ports = ports;
    m_packet.sourcePorts = ends.clientPorts;
    if (forward(ends)) {
        m_atEnd = m_packet;
        const bool site = m_ended.is(Kind::VpnGateway) || m_ended.is(Kind::Attachment);
        if ((m_expected.is(Kind::Interface) && !(m_ended == m_expected)) || (ends.toSite && !site))
            note(Code::NoPossibleDestination, m_ended); // somebody else has that address
        if (ends.preserved)
            backThroughFabric(ends);
        else
            back(ends);
    }
    conclude();
}

bool Courier::forward(const FlowEnds& ends) {
    Position at;
    if (ends.from.is(Kind::Interface)) {
        const Interface& self = m_network.interfaces[ends.from.index];
        const bool v6 = ends.toAddress.family == IpFamily::V6;
        m_packet.sender = ends.from.index;
        m_packet.source = ends.fromAddress ? *ends.fromAddress : (v6 ? self.v6 : self.v4).value_or(IpAddress{});
        if (m_packet.sourcePorts.empty()) m_packet.sourcePorts = self.clientPorts;
        if (m_owner == kNone) m_owner = self.owner;
        at.subnet = self.subnet;
        at.vpc = m_network.subnets[self.subnet].vpc;
        at.zone = m_network.subnets[self.subnet].zone;
        hop(ends.from);
        checkGroups(ends.from.index, false);
        return travel(Step::On, at);
    }
    m_packet.source = ends.fromAddress.value_or(IpAddress{});
    if (m_packet.sourcePorts.empty()) m_packet.sourcePorts = kWideClients;
    hop(ends.from);
    Step step = Step::Stopped;
    if (ends.from.is(Kind::Internet)) {
        step = enterFromInternet(at);
    } else if (ends.from.is(Kind::VpnGateway)) {
        step = enterFromSite(ends.from.index, at);
    } else if (ends.from.is(Kind::Attachment)) {
        const Attachment& attachment = m_network.attachments[ends.from.index];
        if (!attachment.active) {
            step = stop(Code::TgwBadStateVpn, ends.from);
        } else {
            hop({Kind::TransitGateway, attachment.gateway});
            step = leaveTransit(ends.from.index, at);
        }
    }
    return travel(step, at);
}

// The reply: from the receiver's own address to whatever the receiver saw as the sender.
void Courier::back(const FlowEnds& ends) {
    const Place start = m_ended;
    m_leg = Leg::Return;
    m_expected = {};
    std::swap(m_packet.source, m_packet.target);
    if (m_protocol.hasPorts())
        m_packet.ports = m_packet.sourcePorts;
    else if (m_protocol.isPing()) // the reply to an echo request is a type of its own
        m_packet.ports = m_packet.ports == PortSet(PortRange{8, 8})       ? PortSet(PortRange{0, 0})
                         : m_packet.ports == PortSet(PortRange{128, 128}) ? PortSet(PortRange{129, 129})
                                                                          : m_packet.ports;
    m_sentPorts = m_packet.ports;
    m_steps = 0;

    Position at;
    Step step = Step::On;
    switch (start.kind) {
    case Kind::Interface: {
        const Interface& self = m_network.interfaces[start.index];
        at.subnet = self.subnet;
        at.vpc = m_network.subnets[self.subnet].vpc;
        at.zone = m_network.subnets[self.subnet].zone;
        m_packet.sender = start.index;
        break;
    }
    case Kind::VpnGateway:
        step = enterFromSite(start.index, at);
        break;
    case Kind::Attachment:
        hop({Kind::TransitGateway, m_network.attachments[start.index].gateway});
        step = leaveTransit(start.index, at);
        break;
    default:
        if (m_endpoint != kNone) {
            at.vpc = m_network.gatewayEndpoints[m_endpoint].vpc;
            hop({Kind::GatewayEndpoint, m_endpoint});
            step = deliverLocal(at);
        } else {
            step = enterFromInternet(at);
        }
    }
    if (!travel(step, at)) return;
    if (m_ended == ends.from) return;
    // It came out somewhere else: at a router that leads elsewhere, or at a stranger with the same address.
    Place last = m_ended;
    for (auto each = m_out.hops.rbegin(); each != m_out.hops.rend() && each->leg == Leg::Return; ++each)
        if (each->place.is(Kind::Peering) || each->place.is(Kind::InternetGateway) ||
            each->place.is(Kind::Attachment)) {
            last = each->place;
            break;
        }
    note(Code::XReturnAsymmetric, last);
}

// A load balancer that keeps the client's address gets the replies of its targets whatever their routes say; the
// network ACLs of both subnets still look at them.
void Courier::backThroughFabric(const FlowEnds& ends) {
    if (!m_ended.is(Kind::Interface) || !ends.from.is(Kind::Interface)) return;
    m_leg = Leg::Return;
    std::swap(m_packet.source, m_packet.target);
    if (m_protocol.hasPorts()) m_packet.ports = m_packet.sourcePorts;
    m_sentPorts = m_packet.ports;
    const Index target = m_network.interfaces[m_ended.index].subnet;
    const Index node = m_network.interfaces[ends.from.index].subnet;
    if (target != node) {
        checkAcl(target, false);
        checkAcl(node, true);
        hop({Kind::Subnet, node});
    }
    hop(ends.from);
    m_ended = ends.from;
}

void Courier::conclude() {
    judge(m_out);
    if (m_unknown && m_out.blockers.size() == 1) m_out.verdict = Verdict::Unknown;
    if (m_out.verdict == Verdict::Partial) m_out.clientPorts = m_clientPorts ? *m_clientPorts : m_packet.ports;
}

bool Courier::travel(Step step, Position at) {
    while (step == Step::On) {
        if (++m_steps > kMostSteps) {
            stop(Code::NoPath, tablePlace(at)); // they send it round in circles
            return false;
        }
        step = onward(at);
    }
    return step == Step::Arrived;
}

Courier::Step Courier::end(Place place) {
    m_ended = place;
    return Step::Arrived;
}

// From the internet (or a service's public address) to whoever has the public address.
Courier::Step Courier::enterFromInternet(Position& at) {
    const bool v6 = m_packet.target.family == IpFamily::V6;
    Network::Holder holder = m_network.publicHolder(m_packet.target);
    if (m_expected.is(Kind::Interface)) {
        const Interface& meant = m_network.interfaces[m_expected.index];
        const Index home = m_network.vpcOf(meant);
        const Place gateway{Kind::InternetGateway, m_network.vpcs[home].internetGateway};
        if (gateway.index == kNone) {
            for (Index i = 0; i < m_network.internetGateways.size(); ++i)
                if (v6 && m_network.internetGateways[i].egressOnly && m_network.internetGateways[i].vpc == home)
                    return stop(Code::XEgressOnlyGateway, {Kind::InternetGateway, i});
            return stop(Code::NoPath, {Kind::Vpc, home});
        }
        if (!v6 && isPrivate(m_packet.source)) return stop(Code::IgwSourceAddressNotInRfc1918Ingress, gateway);
        if (!v6 && isShared(m_packet.source)) return stop(Code::IgwSourceAddressNotInRfc6598Ingress, gateway);
        if (!(v6 ? meant.v6 : meant.publicV4)) return stop(Code::IgwPrivateIpAssociationForIngress, gateway);
        holder = {m_expected.index, kNone};
    }
    if (holder.none()) // nobody here: it stays on the internet
        return m_leg == Leg::Forward ? stop(Code::NoPossibleDestination, {Kind::Internet, 0})
                                     : end({Kind::Internet, 0});
    at = Position{};
    at.vpc = holder.interface != kNone ? m_network.vpcOf(m_network.interfaces[holder.interface])
                                       : m_network.nats[holder.nat].vpc;
    Index gateway = m_network.vpcs[at.vpc].internetGateway;
    if (m_leg == Leg::Return && m_leftBy != kNone && m_network.internetGateways[m_leftBy].egressOnly)
        gateway = m_leftBy;
    if (gateway == kNone) return stop(Code::NoPath, {Kind::Vpc, at.vpc});
    hop({Kind::InternetGateway, gateway});
    if (m_leg == Leg::Forward && m_network.vpcs[at.vpc].publicAccess != Vpc::PublicAccess::Open)
        note(Code::VpcBlockPublicAccessEnabled, {Kind::InternetGateway, gateway});

    if (holder.nat != kNone) {
        const Nat& nat = m_network.nats[holder.nat];
        if (m_leg == Leg::Forward) return stop(Code::NoPossibleDestination, {Kind::Nat, holder.nat});
        if (nat.subnet != kNone) checkAcl(nat.subnet, true);
        return undo({Kind::Nat, holder.nat}, at);
    }
    const Interface& interface = m_network.interfaces[holder.interface];
    if (m_packet.target.family == IpFamily::V4 && interface.v4) m_packet.target = *interface.v4;
    const Index table = m_network.internetGateways[gateway].ingressTable;
    if (table != kNone) { // an appliance looks at what comes in
        for (const Table::Entry& entry : m_network.tables[table].entries) {
            if (!contains(entry.to, m_packet.target)) continue;
            const Route& route = m_network.tables[table].routes[entry.route];
            if (route.blackhole) return stop(Code::BadStateRoute, {Kind::Table, table});
            if (route.target.is(Kind::Interface)) return throughInterface(route.target.index, at);
            break;
        }
    }
    return arrive(holder.interface, at);
}

Courier::Step Courier::enterFromSite(Index vpnGateway, Position& at) {
    const VpnGateway& gateway = m_network.vpnGateways[vpnGateway];
    const Place place{Kind::VpnGateway, vpnGateway};
    if (!gateway.active) return stop(Code::BadStateVpn, place);
    if (gateway.vpc == kNone) return stop(Code::BadStateAttachment, place);
    at = Position{};
    at.vpc = gateway.vpc;
    if (m_leg == Leg::Return) hop(place);
    if (!m_network.holds(gateway.vpc, m_packet.target)) return stop(Code::VgwPrivateIpAssociationForIngress, place);
    return deliverLocal(at);
}

// Whoever has the private address in the VPC where the packet is.
Courier::Step Courier::deliverLocal(Position& at) {
    const Network::Holder holder = m_network.holderIn(at.vpc, m_packet.target);
    if (holder.nat != kNone) {
        const Nat& nat = m_network.nats[holder.nat];
        if (m_leg == Leg::Forward) return stop(Code::NoPossibleDestination, {Kind::Nat, holder.nat});
        if (nat.subnet != kNone && nat.subnet != at.subnet) checkAcl(nat.subnet, true);
        return undo({Kind::Nat, holder.nat}, at);
    }
    if (holder.interface == kNone) return stop(Code::NoPossibleDestination, {Kind::Vpc, at.vpc});
    if (m_expected.is(Kind::Interface) && holder.interface != m_expected.index)
        return stop(Code::NoPossibleDestination, {Kind::Vpc, at.vpc});
    return arrive(holder.interface, at);
}

Courier::Step Courier::arrive(Index interface, Position& at) {
    const Interface& self = m_network.interfaces[interface];
    if (self.subnet != at.subnet) {
        hop({Kind::Subnet, self.subnet});
        checkAcl(self.subnet, true);
    } else if (at.fromTransit) { // the border of the subnet it came into from outside
        checkAcl(self.subnet, true);
    }
    hop({Kind::Interface, interface});
    if (m_leg == Leg::Forward) {
        checkGroups(interface, true);
    } else if (!m_translations.empty() && m_translations.back().translator == Place{Kind::Interface, interface}) {
        at.subnet = self.subnet;
        return undo({Kind::Interface, interface}, at);
    }
    return end({Kind::Interface, interface});
}

// The reply is back at the translator: it goes on to whom the address stood for.
Courier::Step Courier::undo(Place translator, Position& at) {
    hop(translator);
    if (m_translations.empty() || !(m_translations.back().translator == translator))
        return stop(Code::XReturnAsymmetric, translator);
    const Translation translation = std::move(m_translations.back());
    m_translations.pop_back();
    if (m_protocol.hasPorts()) {
        if (!(m_packet.ports == m_sentPorts) && !m_clientPorts) m_clientPorts = m_packet.ports;
        m_packet.ports = translation.sourcePorts;
        m_sentPorts = m_packet.ports;
    }
    m_packet.target = translation.source;
    at = Position{};
    if (translator.is(Kind::Interface)) {
        at.subnet = m_network.interfaces[translator.index].subnet;
        at.forwarder = translator.index;
    } else {
        at.subnet = m_network.nats[translator.index].subnet;
        at.vpc = m_network.nats[translator.index].vpc;
        if (at.subnet == kNone) at.nat = translator.index;
    }
    if (at.subnet != kNone) {
        at.vpc = m_network.subnets[at.subnet].vpc;
        at.zone = m_network.subnets[at.subnet].zone;
    }
    return Step::On;
}

} // namespace sky::network
