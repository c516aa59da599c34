// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of every drawn link that opens a connection: traffic, events and replication. One flow per pair of parts
// that stand in different subnets (an instance per subnet stands for all of a fleet there), and the link's verdict over
// all of them. A link between things without an interface (managed services, users and CloudFront) has one flow without
// hops. Pure; the values stay good as long as the network they came from.
#pragma once

#include "network/network_of.h"
#include "network/walk.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sky::network {

struct Flow {
    std::string from; // part or element id of the end that opens: "web/i-1"
    std::string to;
    Walk walk;
    friend bool operator==(const Flow&, const Flow&) = default;
    // Ids of the elements and links the flow needs besides its ends: gateways, NATs, endpoints, appliances, transit
    // gateways, peerings, tunnels; sorted, each once. Of a blocked flow none.
    std::vector<std::string> passes;
};

struct LinkWalk {
    LinkId link;
    Verdict verdict = Verdict::Reachable;
    bool assumed = false;
    bool degraded = false;
    Code code = Code::None;          // of the first flow that does not pass
    std::vector<Flow> flows;         // by from, then to; one at least
    std::vector<std::string> passes; // of all flows, sorted

    // The flow that says most about the verdict: the first that is blocked, else partial, else unknown, else the first.
    [[nodiscard]] const Flow& telling() const;
    [[nodiscard]] bool carries() const { return verdict != Verdict::Blocked; }
    friend bool operator==(const LinkWalk&, const LinkWalk&) = default;
};

// A value that is copied for nothing and read from any thread.
class LinkWalks {
  public:
    [[nodiscard]] static LinkWalks of(const topology::Topology& topology, const Reading& reading = {});
    // Equal to of() of the later drawing. Costs almost nothing after edits that move no packet (names, places on the
    // page, work, rates, notes), and walks only what an edit inside a VPC can reach.
    [[nodiscard]] LinkWalks after(const topology::Topology& now) const;

    [[nodiscard]] const Network& network() const { return m_state->network; }
    [[nodiscard]] const std::vector<LinkWalk>& all() const { return m_state->walks; } // sorted by link id
    [[nodiscard]] const LinkWalk* find(const LinkId& link) const;                     // null: it opens no connection
    [[nodiscard]] bool sameAs(const LinkWalks& other) const { return m_state == other.m_state; } // nothing moved

  private:
    struct State {
        topology::Topology topology;
        Reading reading;
        Network network;
        std::vector<LinkWalk> walks;
    };
    explicit LinkWalks(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

// One link, or a question that nobody drew, between two elements of a drawing.
[[nodiscard]] LinkWalk walkLink(const topology::Topology& topology, const Network& network, const LinkId& link);
struct Ask {
    ElementId from; // an element, or `internet`
    ElementId to;
    bool fromInternet = false;
    bool toInternet = false;
    Protocol protocol = kTcp;
    PortSet ports;
};
[[nodiscard]] LinkWalk walkBetween(const topology::Topology& topology, const Network& network, const Ask& ask);

} // namespace sky::network
