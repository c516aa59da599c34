// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing and a scenario made ready to run (SEMANTICS: section 3): the network of stations and calls, and what looks
// after it: health checks, fleets, databases that fail over, names, caches, queues. Everything taken for granted is an
// assumption with its source. A value; several replications run from one plan.
#pragma once

#include "network/link_walks.h"
#include "simulation/station_network.h"
#include "topology/topology.h"

#include <map>
#include <string>
#include <vector>

namespace sky::simulation {

struct Assumption {
    Text what;
    std::string source;
    friend bool operator==(const Assumption&, const Assumption&) = default;
};

struct PlannedStation { // parallel to StationNetwork::stations
    ElementId element;
    std::string part;   // "web/i-1", or the element
    std::string zone;   // "az:ap-northeast-2a"; empty: dies with no zone
    std::string region; // code
    bool fails = true;  // it is the thing itself, not only a choice among things
};
struct PlannedCall { // parallel to StationNetwork::calls
    LinkId link;
    ElementId to;
    std::vector<std::string> passes; // gateways, NATs, endpoints it needs
    std::uint32_t fleet = kNone;  // it leads to this fleet's
    std::uint32_t slot = kNone;   // slot
    std::uint32_t target = kNone; // it leads to this target of a balancer
    std::uint32_t node = kNone;   // it leads to this node of a balancer
    std::uint32_t cache = kNone;
    LinkId fallback;
};

struct CheckPlan {
    double interval = 30.0;
    double timeout = 5.0;
    int healthy = 5;
    int unhealthy = 2;
};
struct TargetPlan { // of a load balancer
    ElementId balancer;
    std::uint32_t station = kNone;
    std::vector<std::uint32_t> calls; // of each of the balancer's nodes
    CheckPlan check;
    double drain = 300.0;
    std::uint32_t fleet = kNone;
};
struct NodePlan { // of a load balancer, in one zone
    ElementId balancer;
    std::uint32_t station = kNone;
    std::uint32_t call = kNone; // from the balancer's name to it
};
struct PolicyPlan {
    std::string kind = "target-tracking"; // step, simple, scheduled
    std::string metric = "cpu";
    double target = 0.6;
    double above = 1.0e300;
    double below = -1.0;
    int by = 1;
    bool scaleIn = true;
    int outPeriods = 3;
    int inPeriods = 15;
    double cooldown = 300.0;
    double at = 0.0;
    int desired = 0;
};
struct FleetPlan {
    ElementId element;
    std::vector<std::uint32_t> slots; // stations, `most` of them
    int least = 1;
    int desired = 1;
    int most = 1;
    bool balancerChecks = false;
    double grace = 0.0;
    double boot = 30.0;
    double start = 30.0;
    double warmup = 0.0;
    double period = 60.0; // of its metrics
    std::vector<PolicyPlan> policies;
    std::vector<std::vector<std::uint32_t>> slotCalls; // by slot: whoever calls it
};
struct DatabasePlan {
    ElementId element;
    std::uint32_t station = kNone;
    std::string zone;
    std::vector<std::string> spare; // zones it may fail over to
    double failover = 0.0;          // least and most of the time it takes
    double failoverMost = 0.0;
};
struct NamesPlan {
    ElementId element;
    std::uint32_t station = kNone;
    bool checks = false;
    double interval = 30.0;
    int threshold = 3;
    double ttl = 60.0;
};
struct CachePlan {
    ElementId element;
    std::uint32_t station = kNone;
    std::vector<std::uint32_t> calls;
    double warmTime = 60.0;
};
struct FunctionPlan {
    std::uint32_t station = kNone;
    double keepWarm = 300.0;
};
struct PollerPlan { // hands a queue's messages to a station
    ElementId queue;
    std::uint32_t station = kNone;
    std::uint32_t most = 1000;
    bool ramps = false;
};

struct BlockedLink {
    LinkId link;
    Text why;
};

struct CopyPlan { // a replication link
    ElementId from;
    ElementId to;
    double lag = 0.0; // 0: synchronous
};

struct Plan {
    StationNetwork network;
    std::vector<PlannedStation> stations;
    std::vector<PlannedCall> calls;
    std::vector<ElementId> sources;
    std::vector<TargetPlan> targets;
    std::vector<NodePlan> nodes;
    std::vector<FleetPlan> fleets;
    std::vector<DatabasePlan> databases;
    std::vector<NamesPlan> names;
    std::vector<CachePlan> caches;
    std::vector<FunctionPlan> functions;
    std::vector<PollerPlan> pollers;
    std::vector<CopyPlan> copies;
    std::vector<Assumption> assumptions;
    std::vector<BlockedLink> blocked;
    std::vector<BlockedLink> partial;
    std::vector<ElementId> elements; // that take part, sorted
    diagram::Scenario scenario;
    std::map<std::string, std::string> passedZones; // of gateways and the like: the zone each stands in, or none
    std::vector<std::string> regions;               // codes drawn
};

// Refused, with the place and what to do: a workload or fault that names what is not there, nobody who asks, a circle
// of calls that wait for one another, no duration, numbers nothing can run with.
[[nodiscard]] Result<Plan> planOf(const topology::Topology& topology, const network::LinkWalks& walks, const diagram::Scenario& scenario);

} // namespace sky::simulation
