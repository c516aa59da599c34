// SPDX-License-Identifier: GPL-3.0-or-later
// One packet on its way there and back, for walk.cpp and balancer.cpp: state, filters and what each target of a route
// does to it (NETWORK rules 1 to 8). Steps are bounded; every step either ends the leg or moves the packet on.
#pragma once

#include "network/walk.h"

#include <vector>

namespace sky::network {

// What a leg begins or ends with, resolved.
struct FlowEnds {
    Place from; // Interface, Internet, VpnGateway, Attachment
    std::optional<IpAddress> fromAddress;
    PortSet clientPorts;    // of the sender; empty: as its kind chooses them
    Index owner = kNone;    // on whose behalf
    Place to;               // Interface, Internet, Service; None: whoever has the address
    bool toSite = false;    // it must come out on premises
    IpAddress toAddress;    // private of an interface, public where it is meant
    bool preserved = false; // a load balancer that keeps the client's address: the fabric takes replies back to it
};

// Verdict, code, component and leg from the blockers.
void judge(Walk& walk);

class Courier {
  public:
    Courier(const Network& network, const Options& options, Walk& out)
        : m_network(network), m_options(options), m_out(out) {}

    void run(const FlowEnds& ends, Protocol protocol, const PortSet& ports);

    // Of the packet as the end saw it.
    [[nodiscard]] IpAddress source() const { return m_atEnd.source; }
    [[nodiscard]] const PortSet& sourcePorts() const { return m_atEnd.sourcePorts; }

  private:
    enum class Identity : std::uint8_t { Kept, Translated, OtherRegion, Transit };
    struct Packet {
        IpAddress source;
        IpAddress target;
        PortSet ports; // of the target
        PortSet sourcePorts;
        Index sender = kNone; // interface whose groups it carries
        Identity identity = Identity::Kept;
    };
    struct Position {
        Index vpc = kNone;
        Index subnet = kNone;
        Index zone = kNone;       // the packet came from
        Index nat = kNone;        // a regional NAT gateway sends it
        Index forwarder = kNone;  // an appliance sends it
        bool leavesSubnet = true; // crosses the subnet's border: network ACL
        bool fromTransit = false;
    };
    struct Translation { // an address put in place of the sender's, to be undone on the way back
        Place translator;
        IpAddress source;
        PortSet sourcePorts;
    };

    enum class Step : std::uint8_t { On, Arrived, Stopped };

    bool forward(const FlowEnds& ends);
    void back(const FlowEnds& ends);
    void backThroughFabric(const FlowEnds& ends);
    void conclude();

    bool travel(Step step, Position at); // until the leg ends: true when it arrived somewhere
    Step onward(Position& at);           // steps 2 to 5 from a subnet
    Step follow(const Route& route, Position& at);
    Step enterFromInternet(Position& at);
    Step enterFromSite(Index vpnGateway, Position& at);
    Step deliverLocal(Position& at);
    Step arrive(Index interface, Position& at);
    Step undo(Place translator, Position& at);
    Step throughInternetGateway(Index gateway, Position& at);
    Step throughNat(Index nat, Position& at);
    Step throughPeering(Index peering, Position& at);
    Step throughTransit(Index gateway, Position& at);
    Step leaveTransit(Index attachment, Position& at);
    Step throughVpnGateway(Index gateway, Position& at);
    Step throughEndpoint(Index endpoint, Position& at);
    Step throughInterface(Index interface, Position& at);
    Step end(Place place);

    void checkAcl(Index subnet, bool in);
    void checkGroups(Index interface, bool in);
    [[nodiscard]] bool matches(const GroupRule& rule, const Interface& self, bool in, bool ignoreLoss, bool& assumed);
    [[nodiscard]] Code lossCode() const;
    [[nodiscard]] bool protocolMatches(Protocol rule) const { return rule.any() || rule == m_protocol; }
    [[nodiscard]] PortRange rangeFor(PortRange range) const;

    void note(Code code, Place at, bool partial = false);
    Step stop(Code code, Place at); // for `return stop(…)`
    void hop(Place place) { m_out.hops.push_back({place, m_leg}); }
    [[nodiscard]] Place tablePlace(const Position& at) const;

    const Network& m_network;
    const Options& m_options;
    Walk& m_out;
    Protocol m_protocol;
    Packet m_packet;
    Packet m_atEnd;
    Leg m_leg = Leg::Forward;
    Place m_expected;         // the interface the question means; None: whoever has the address
    Place m_ended;            // where the leg ended
    Index m_endpoint = kNone; // the gateway endpoint it left by
    Index m_leftBy = kNone;   // the internet gateway it left by
    Index m_owner = kNone;
    bool m_unknown = false;
    std::vector<Translation> m_translations;
    std::vector<Index> m_remembering; // interfaces whose groups saw the request
    PortSet m_sentPorts;              // the reply's ports before filters, for telling part from all
    std::optional<PortSet> m_clientPorts;
    int m_steps = 0;
};

} // namespace sky::network
