// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"

#include "edit/connect.h"

#include <algorithm>

namespace sky::checks {

std::optional<Cidr> freeBlock(const Thing& vpc, unsigned prefix, const Thing& except) {
    std::vector<Cidr> used;
    for (const Thing& subnet : vpc.subnets())
        if (subnet != except)
            if (const auto block = subnet.effectiveCidr()) used.push_back(*block);
    std::sort(used.begin(), used.end());
    for (const Cidr& block : vpc.cidrs())
        if (block.family() == IpFamily::V4 && block.prefix <= prefix)
            if (const auto free = nextFree(block, prefix, used)) return free;
    return std::nullopt;
}

std::vector<Wire> peerings(const Thing& vpc) {
    return vpc.wires(LinkKind::Peering);
}

Wire peeringBetween(const Thing& vpc, const Thing& other) {
    for (const Wire& wire : peerings(vpc))
        if (wire.other(vpc) == other) return wire;
    return {};
}

std::vector<Thing> transitGateways(const Thing& vpc) {
    std::vector<Thing> gateways;
    for (const Wire& wire : vpc.wires(LinkKind::Attach))
        if (const Thing other = wire.other(vpc);
            other.plays(role::kTransitGateway) && std::find(gateways.begin(), gateways.end(), other) == gateways.end())
            gateways.push_back(other);
    return gateways;
}

Wire attachmentOf(const Thing& vpc, const Thing& transitGateway) {
    for (const Wire& wire : vpc.wires(LinkKind::Attach))
        if (wire.other(vpc) == transitGateway) return wire;
    return {};
}

std::optional<Clash> overlapOf(const std::vector<Cidr>& mine, const std::vector<Cidr>& theirs) {
    for (const Cidr& a : mine)
        for (const Cidr& b : theirs)
            if (overlaps(a, b)) return Clash{a, b};
    return std::nullopt;
}

namespace {

void routeTo(edit::Draft& draft, const ElementId& from, const ElementId& to, const std::string& via) {
    const topology::Topology topology = topology::Topology::of(draft.diagram(), draft.catalog());
    const topology::AddressSetting block = topology.cidr(to);
    if (!block.known()) return;
    std::vector<ElementId> done;
    for (const ElementId& subnet : topology.subnets(from)) {
        const ElementId table = topology.routeTable(subnet).table;
        if (table.empty() || std::find(done.begin(), done.end(), table) != done.end()) continue;
        done.push_back(table);
        const diagram::Element* element = draft.diagram().element(table);
        const catalog::Records* now = element ? element->properties.records("routes") : nullptr;
        catalog::Records rows = now ? *now : catalog::Records();
        catalog::Record row;
        row.set("to", block.value);
        row.set("via", catalog::Reference{via});
        rows.push_back(std::move(row));
        draft.setProperty(table, "routes", catalog::Value(std::move(rows)));
    }
}

} // namespace

Mend peer(const Thing& vpc, const Thing& other) {
    return [a = vpc.id(), b = other.id()](edit::Draft& draft) {
        if (!draft.diagram().element(a) || !draft.diagram().element(b)) return;
        auto link = edit::connect(draft.diagram(), draft.catalog(), a, b, LinkKind::Peering);
        if (!link || link->made.links.empty()) return;
        const std::string id = link->made.links.front().str();
        draft.take(link->step);
        routeTo(draft, a, b, id);
        routeTo(draft, b, a, id);
    };
}

} // namespace sky::checks
