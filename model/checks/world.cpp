// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/world.h"

#include "network/reach.h"
#include "network/words.h"
#include "resilience/cut_sets.h"
#include "resilience/single_points.h"

#include <algorithm>
#include <array>

namespace sky::checks {
namespace {

constexpr std::size_t kMostForPairs = 2000; // elements: pairs of failures are not asked for in larger drawings

WalkFacts factsOf(const topology::Topology& topology, const network::Network& network, const network::LinkWalk& walk) {
    WalkFacts facts;
    facts.verdict = walk.verdict;
    facts.assumed = walk.assumed;
    facts.degraded = walk.degraded;
    facts.code = network::name(walk.code);
    facts.passes = walk.passes;
    const network::Flow& flow = walk.telling();
    facts.from = flow.from;
    facts.to = flow.to;
    for (const network::Blocker& blocker : flow.walk.blockers)
        facts.stops.push_back({std::string(network::name(blocker.code)), network.idOf(blocker.at),
                               blocker.leg == network::Leg::Return, blocker.partial,
                               network::explain(topology, network, blocker)});
    return facts;
}

std::string idOf(const resilience::DrawnNeeds& needs, resilience::Event event) {
    if (event.kind != resilience::EventKind::Component) return resilience::nameOf(needs.graph, event);
    const resilience::Subject& subject = needs.subjects[event.index];
    return subject.element.empty() ? subject.link.str() : subject.element.str();
}

} // namespace

const network::LinkWalks& World::linkWalks() {
    if (!m_linkWalks) {
        const auto strict = m_topology->diagram().project().properties.flag("strict");
        m_linkWalks = std::make_unique<network::LinkWalks>(
            network::LinkWalks::of(*m_topology, network::Reading{strict.value_or(false)}));
    }
    return *m_linkWalks;
}

const resilience::DrawnNeeds& World::needs() {
    if (!m_needs)
        m_needs = std::make_unique<resilience::DrawnNeeds>(resilience::needsOf(*m_topology, linkWalks().all()));
    return *m_needs;
}

const World::Walks& World::walks() {
    if (!m_walks) {
        m_walks = std::make_unique<Walks>();
        for (const network::LinkWalk& walk : linkWalks().all())
            m_walks->emplace_hint(m_walks->end(), walk.link.str(), factsOf(*m_topology, linkWalks().network(), walk));
    }
    return *m_walks;
}

const World::Reached& World::reached() {
    if (m_reached) return *m_reached;
    m_reached = std::make_unique<Reached>();
    const network::Network& network = linkWalks().network();
    std::map<std::string, network::PortSet> ports;
    network::Reach reach(network);
    for (const network::Reached& each : reach.fromInternet())
        if (const network::Index owner = network.interfaces[each.interface].owner;
            !each.assumed && owner != network::kNone)
            ports[network.owners[owner]].add(each.ports);
    for (const auto& [id, set] : ports)
        if (!set.empty()) m_reached->emplace(id, set.text());
    return *m_reached;
}

const std::vector<FailureFacts>& World::failures(int order) {
    std::unique_ptr<std::vector<FailureFacts>>& kept = m_failures[order - 1];
    if (kept) return *kept;
    kept = std::make_unique<std::vector<FailureFacts>>();
    if (order > 1 && m_topology->diagram().elements().size() > kMostForPairs) return *kept;
    const resilience::DrawnNeeds& needs = this->needs();
    if (needs.graph.goals.empty()) return *kept;
    const auto sets = resilience::cutSetsOf(needs.graph, order);
    if (!sets) return *kept;
    for (const resilience::Told& told : resilience::tell(*m_topology, needs, *sets, order)) {
        FailureFacts facts;
        for (const resilience::Event event : told.events) {
            facts.events.push_back(idOf(needs, event));
            facts.ofZone = facts.ofZone || event.kind == resilience::EventKind::Zone;
        }
        std::sort(facts.events.begin(), facts.events.end());
        facts.stops = told.stops;
        facts.because = told.because;
        facts.ofRegion = told.ofRegion;
        facts.text = told.text;
        facts.remedy = told.remedy;
        kept->push_back(std::move(facts));
    }
    return *kept;
}

bool decidesWorld(std::string_view property) {
    static constexpr std::array kDecide = {"address",
                                           "advertises",
                                           "automaticFailover",
                                           "blockPublicAccess",
                                           "calls",
                                           "cidr",
                                           "cidrs",
                                           "code",
                                           "connections",
                                           "connectivity",
                                           "crossZone",
                                           "desired",
                                           "endpoint",
                                           "evaluateTargetHealth",
                                           "fallback",
                                           "forwards",
                                           "functionUrl",
                                           "gateway",
                                           "globalDatabase",
                                           "goals",
                                           "healthCheck",
                                           "hit",
                                           "hosts",
                                           "in",
                                           "inVpc",
                                           "ipAddressType",
                                           "ipv6",
                                           "ipv6Cidr",
                                           "isDefault",
                                           "listener",
                                           "listeners",
                                           "locations",
                                           "main",
                                           "mapPublicIp",
                                           "max",
                                           "min",
                                           "mode",
                                           "multiAz",
                                           "multiZone",
                                           "need",
                                           "needed",
                                           "networkAcl",
                                           "nodes",
                                           "opens",
                                           "os",
                                           "out",
                                           "policy",
                                           "port",
                                           "preserveClientIp",
                                           "primaryZone",
                                           "privateDns",
                                           "privateIp",
                                           "propagate",
                                           "propagatesTo",
                                           "protocol",
                                           "publicIp",
                                           "publiclyAccessible",
                                           "readers",
                                           "referencing",
                                           "region",
                                           "replicas",
                                           "role",
                                           "routeTable",
                                           "routeTables",
                                           "routes",
                                           "scheme",
                                           "secondaryCidrs",
                                           "shards",
                                           "share",
                                           "sourceDestCheck",
                                           "state",
                                           "strict",
                                           "subnets",
                                           "table",
                                           "target",
                                           "targetType",
                                           "translates",
                                           "tunnels",
                                           "type",
                                           "vpcLink",
                                           "vpcOrigin",
                                           "vpcs",
                                           "wait",
                                           "zone",
                                           "zoneType"};
    return std::binary_search(kDecide.begin(), kDecide.end(), property,
                              [](std::string_view a, std::string_view b) { return a < b; });
}

} // namespace sky::checks
