// SPDX-License-Identifier: GPL-3.0-or-later
// Can A reach B, and what blocks it: one question, one walk. A packet goes there (forward) and its answer comes back
// (return); security groups remember it, network ACLs and routes do not. A filter that stops it is noted and the walk
// goes on, so that all faults are told at once; where no route leads on, it ends. Pure, bounded, from any thread.
// Sentences for people: network/words.h. Walks of a drawing's links: network/link_walks.h.
#pragma once

#include "network/code.h"
#include "network/network.h"
#include "network/place.h"
#include "network/ports.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sky::network {

enum class Verdict : std::uint8_t {
    Reachable,
    Partial, // only some client ports, or only some of the parts of a thing
    Blocked,
    Unknown, // something unset decides
};
enum class Leg : std::uint8_t { Forward, Return };
[[nodiscard]] std::string_view name(Verdict verdict); // "reachable"
[[nodiscard]] std::string_view name(Leg leg);         // "forward"

// Where a question begins or ends. Interface, Balancer (target only), Internet, Service (target only), VpnGateway or
// Attachment for the site behind them; None with an address: whoever has it (target only).
struct End {
    Place place;
    std::optional<IpAddress> address; // of the sender on the internet or at a site; of the target where place is None
    Index owner = kNone;              // on whose behalf, for what a drawing assumes; none: the interface's own
};

struct Question {
    End from;
    End to;
    Protocol protocol = kTcp;
    PortSet ports; // of the target
    bool toPublicAddress = false;
    std::optional<IpFamily> family; // unset: IPv4 where both ends have it
};

struct Options {
    // Network ACLs of a transit gateway's subnets, where they differ from the ends' own: AWS's pages leave room.
    bool transitSubnetAcls = false;
    // Only subnets of the attachment send to the transit gateway, instead of all subnets in its zones.
    bool onlyTransitSubnets = false;
};

struct Blocker {
    Code code = Code::None;
    Place at;
    Leg leg = Leg::Forward;
    bool partial = false; // stops only some of the ports
    friend bool operator==(const Blocker&, const Blocker&) = default;
};

struct Hop {
    Place place;
    Leg leg = Leg::Forward;
    friend bool operator==(const Hop&, const Hop&) = default;
};

struct NodeResult {     // of a load balancer's node: from the client to it
    Index node = kNone; // interface
    Verdict verdict = Verdict::Reachable;
    Code code = Code::None;
    Place at;
    Leg leg = Leg::Forward;
    friend bool operator==(const NodeResult&, const NodeResult&) = default;
};
struct TargetResult { // of a target: from the best node that may reach it
    Place target;
    Verdict verdict = Verdict::Reachable;
    Code code = Code::None;
    Place at;
    Leg leg = Leg::Forward;
    friend bool operator==(const TargetResult&, const TargetResult&) = default;
};

struct Walk {
    Verdict verdict = Verdict::Reachable;
    bool assumed = false;   // rests on groups that a drawing leaves unset
    Code code = Code::None; // of the first blocker
    Place at;
    Leg leg = Leg::Forward;
    std::vector<Blocker> blockers; // all, in the order the packet meets them; partial ones only when nothing blocks
    std::vector<Hop> hops;         // both legs
    PortSet clientPorts;           // partial: those that work
    std::vector<NodeResult> nodes; // of a load balancer
    std::vector<TargetResult> targets;
    bool degraded = false; // reachable, but some node or target is not

    [[nodiscard]] bool carries() const { return verdict != Verdict::Blocked; }
    [[nodiscard]] std::vector<Place> path() const; // forward hops
    friend bool operator==(const Walk&, const Walk&) = default;
};

[[nodiscard]] Walk walk(const Network& network, const Question& question, const Options& options = {});

} // namespace sky::network
