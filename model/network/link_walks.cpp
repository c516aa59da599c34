// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/link_walks.h"

#include "network/linker.h"

#include <algorithm>

namespace sky::network {
namespace {

using catalog::LinkKind;
// All flows pass: reachable; none: what the first says; some: partial. What nobody knows stays unknown.
void conclude(LinkWalk& link) {
    std::size_t reachable = 0;
    std::size_t blocked = 0;
    std::size_t unknown = 0;
    for (const Flow& flow : link.flows) {
        link.assumed = link.assumed || flow.walk.assumed;
        link.degraded = link.degraded || flow.walk.degraded;
        reachable += flow.walk.verdict == Verdict::Reachable ? 1 : 0;
        blocked += flow.walk.verdict == Verdict::Blocked ? 1 : 0;
        unknown += flow.walk.verdict == Verdict::Unknown ? 1 : 0;
        for (const std::string& id : flow.passes) {
            const auto at = std::lower_bound(link.passes.begin(), link.passes.end(), id);
            if (at == link.passes.end() || *at != id) link.passes.insert(at, id);
        }
    }
    if (reachable == link.flows.size())
        link.verdict = Verdict::Reachable;
    else if (blocked == link.flows.size())
        link.verdict = Verdict::Blocked;
    else if (blocked == 0 && unknown > 0)
        link.verdict = Verdict::Unknown;
    else
        link.verdict = Verdict::Partial;
    if (link.verdict != Verdict::Reachable) link.code = link.telling().walk.code;
}

// Whether AWS itself moves the data: no packet of ours goes there.
bool isInternal(const topology::Topology& topology, const topology::LinkMeaning& meaning) {
    return meaning.kind.value == LinkKind::Replication ||
           (meaning.kind.value == LinkKind::Event && topology.plays(meaning.opener(), catalog::role::kFunction) &&
            meaning.opens.value == topology::LinkEnd::To); // the function's service polls
}

} // namespace

const Flow& LinkWalk::telling() const {
    for (const Verdict verdict : {Verdict::Blocked, Verdict::Partial, Verdict::Unknown})
        for (const Flow& flow : flows)
            if (flow.walk.verdict == verdict) return flow;
    return flows.front();
}

LinkWalk walkLink(const topology::Topology& topology, const Network& network, const LinkId& id) {
    Clients clients;
    return walkLink(topology, network, id, clients);
}

LinkWalk walkLink(const topology::Topology& topology, const Network& network, const LinkId& id, Clients& clients) {
    LinkWalk out;
    out.link = id;
    const topology::LinkMeaning meaning = topology.meaning(id);
    const ElementId& opener = meaning.opener();
    const ElementId& answerer = meaning.answerer();
    if (isInternal(topology, meaning) || opener == answerer || opener.empty()) {
        Flow flow;
        flow.from = opener.str();
        flow.to = answerer.str();
        out.flows.push_back(std::move(flow));
        return out;
    }
    const std::optional<PortSet> ports = meaning.port.known() ? parsePorts(meaning.port.value) : std::nullopt;
    const Protocol protocol = parseProtocol(meaning.protocol.value).value_or(kTcp);
    const Linker linker(topology, network, protocol, ports.value_or(PortSet(kAllPorts)), ports.has_value(), false,
                        &clients);
    if (const Place place = network.find(opener.str()); place.is(Place::Kind::Balancer))
        linker.fromBalancer(place.index, meaning, out);
    else
        linker.cross(senders(topology, network, opener), receivers(topology, network, answerer), out);
    conclude(out);
    return out;
}

LinkWalk walkBetween(const topology::Topology& topology, const Network& network, const Ask& ask) {
    LinkWalk out;
    std::vector<Party> from;
    std::vector<Party> to;
    Party internet;
    internet.kind = Party::Kind::Internet;
    internet.part = "internet";
    if (ask.fromInternet)
        from.push_back(internet);
    else
        from = senders(topology, network, ask.from);
    if (ask.toInternet)
        to.push_back(internet);
    else
        to = receivers(topology, network, ask.to);
    const bool known = !ask.ports.empty();
    const Linker linker(topology, network, ask.protocol, known ? ask.ports : PortSet(kAllPorts), known, true);
    linker.cross(from, to, out);
    conclude(out);
    return out;
}

} // namespace sky::network
