// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/balancer.h"

#include <algorithm>

namespace sky::network {
namespace {

using Kind = Place::Kind;

constexpr int kMostBalancers = 3; // one behind the other; more is a loop
constexpr std::uint16_t kGeneve = 6081;

// A client as a load balancer's node saw it.
struct Client {
    IpAddress address;
    PortSet ports;
};

struct Pair { // a way through one node to one target
    Walk walk;
    int rank = 0; // how far it got
};

int rankOf(const Walk& walk) {
    switch (walk.verdict) {
    case Verdict::Reachable:
        return 6;
    case Verdict::Unknown:
        return 5;
    case Verdict::Partial:
        return 4;
    case Verdict::Blocked:
        break;
    }
    if (walk.code == Code::ElbInstalledAzRestriction) return 0;
    return walk.code == Code::ElbNotCrosszone ? 1 : 3;
}

class Balancing {
  public:
    struct Scope {                    // what to walk; nothing set: both flows, to all targets of the listener that fits
        bool toNodes = false;         // the first flow alone
        std::optional<Client> client; // the second alone, with this client behind it
        const Listener* listener = nullptr;
        Index owner = kNone; // only targets of this one
    };

    Balancing(const Network& network, const Options& options, const Question& question, int depth)
        : m_network(network)
        , m_options(options)
        , m_question(question)
        , m_depth(depth)
        , m_self(question.to.place)
        , m_balancer(network.balancers[question.to.place.index]) {}

    // Both flows; or the first alone; or the second alone, to targets of one owner, with this client behind it.
    Walk run(const Scope& scope, const std::optional<Client>& keptClient) {
        const Listener* listener = scope.listener ? scope.listener : listening();
        Walk best;
        bool any = false;
        std::vector<NodeResult> nodes;
        std::vector<TargetResult> targets;
        int rank = -1;
        for (const Index node : m_balancer.nodes) {
            Client client;
            Walk toNode;
            if (scope.client) {
                client = *scope.client;
                toNode.hops.push_back({{Kind::Interface, node}, Leg::Forward});
            } else {
                toNode = walkToNode(node, keptClient, client);
                judgeListener(listener, toNode, scope.toNodes);
                nodes.push_back({node, toNode.verdict, toNode.code, toNode.at, toNode.leg});
            }
            if (!toNode.carries()) {
                if (!any) best = std::move(toNode);
                any = true;
                continue;
            }
            if (listener->answers || scope.toNodes) {
                take(std::move(toNode), rank, any, best);
                continue;
            }
            for (const Listener::Target& target : listener->targets) {
                if (scope.owner != kNone && ownerOf(target) != scope.owner) continue;
                Walk pair = walkToTarget(node, target, *listener, client, toNode);
                const TargetResult result{target.place, pair.verdict, pair.code, pair.at, pair.leg};
                keep(targets, result, rankOf(pair));
                take(joined(toNode, pair), rank, any, best);
            }
        }
        if (!any && !m_balancer.nodes.empty()) {
            block(best, Code::Elbv2ListenerHasNoTg);
        } else if (!any) { // it spans no subnet: nobody knows where it is
            best.verdict = Verdict::Unknown;
            best.code = Code::XNotPlaced;
            best.at = m_self;
            best.blockers.push_back({best.code, best.at, Leg::Forward, false});
        }
        best.nodes = std::move(nodes);
        best.targets = std::move(targets);
        if (best.verdict == Verdict::Reachable) {
            for (const NodeResult& node : best.nodes)
                best.degraded = best.degraded || node.verdict != Verdict::Reachable;
            for (const TargetResult& target : best.targets)
                best.degraded = best.degraded || target.verdict != Verdict::Reachable;
        }
        return best;
    }

  private:
    using Type = Balancer::Kind;

    [[nodiscard]] const Listener* listening() const {
        for (const Listener& listener : m_balancer.listeners) {
            if (m_balancer.kind == Type::Gateway) return &listener; // takes whatever comes
            const bool speaks = m_question.protocol.any() || (m_question.protocol == kTcp && listener.tcp) ||
                                (m_question.protocol == kUdp && listener.udp);
            if (speaks && !m_question.ports.within({listener.port, listener.port}).empty()) return &listener;
        }
        return nullptr;
    }

    // At the load balancer, on the way there: before whatever the reply would meet.
    void block(Walk& walk, Code code) const {
        const auto reply = std::find_if(walk.blockers.begin(), walk.blockers.end(),
                                        [](const Blocker& blocker) { return blocker.leg == Leg::Return; });
        walk.blockers.insert(reply, {code, m_self, Leg::Forward, false});
        judge(walk);
        walk.clientPorts = {};
    }

    void judgeListener(const Listener* listener, Walk& walk, bool toNodes) const {
        const bool classic = m_balancer.kind == Type::Classic;
        if (!listener)
            block(walk, classic ? Code::ElbListenersMismatch : Code::Elbv2ListenersMismatch);
        else if (listener->targets.empty() && !listener->answers && !toNodes)
            block(walk, Code::Elbv2ListenerHasNoTg);
    }

    Walk walkToNode(Index node, const std::optional<Client>& kept, Client& client) const {
        Question question = m_question;
        question.to.place = {Kind::Interface, node};
        Walk walk;
        std::optional<FlowEnds> ends = endsOf(m_network, question);
        if (!ends) {
            walk.hops.push_back({question.from.place, Leg::Forward});
            walk.verdict = Verdict::Blocked;
            walk.code = Code::NoPossibleDestination;
            walk.at = question.to.place;
            walk.blockers.push_back({walk.code, walk.at, Leg::Forward, false});
            return walk;
        }
        if (kept) { // the load balancer before this one keeps the client's address
            ends->fromAddress = kept->address;
            ends->clientPorts = kept->ports;
            ends->preserved = true;
        }
        Courier courier(m_network, m_options, walk);
        courier.run(*ends, question.protocol, question.ports);
        client = {courier.source(), courier.sourcePorts()};
        return walk;
    }

    [[nodiscard]] Index zoneOf(Index interface) const {
        return m_network.subnets[m_network.interfaces[interface].subnet].zone;
    }
    [[nodiscard]] bool isEnabled(Index zone) const {
        return std::any_of(m_balancer.nodes.begin(), m_balancer.nodes.end(),
                           [&](Index node) { return zoneOf(node) == zone; });
    }

    // NLBs keep it by default for instances, for other load balancers and for datagrams.
    [[nodiscard]] bool preserves(const Listener& listener) const {
        if (m_balancer.kind != Type::Network) return false;
        if (m_balancer.preserve) return *m_balancer.preserve;
        return listener.type != Listener::Targets::Address || listener.targetUdp || listener.udp;
    }

    [[nodiscard]] Index ownerOf(const Listener::Target& target) const {
        const Place place = target.place;
        if (place.is(Kind::Interface)) return m_network.interfaces[place.index].owner;
        if (place.is(Kind::Balancer)) return m_network.balancers[place.index].owner;
        return place.is(Kind::Owner) ? place.index : target.owner;
    }

    Walk walkToTarget(Index node, const Listener::Target& wanted, const Listener& listener, const Client& client,
                      const Walk& toNode) {
        const Place target = wanted.place;
        if (listener.type == Listener::Targets::Function || target.is(Kind::Service) || target.is(Kind::Owner)) {
            Walk walk; // AWS hands the request over, no packet goes there
            walk.hops = {{{Kind::Interface, node}, Leg::Forward}, {target, Leg::Forward}};
            return walk;
        }
        if (target.is(Kind::None) && !wanted.address) {
            Walk walk; // nobody knows where it is
            walk.hops = {{{Kind::Interface, node}, Leg::Forward}};
            walk.blockers.push_back({Code::XNotPlaced,
                                     wanted.owner == kNone ? m_self : Place{Kind::Owner, wanted.owner}, Leg::Forward,
                                     false});
            judge(walk);
            walk.verdict = Verdict::Unknown;
            return walk;
        }
        const bool inVpc = target.is(Kind::Interface) && m_network.vpcOf(m_network.interfaces[target.index]) ==
                                                             m_network.vpcOf(m_network.interfaces[node]);
        if (inVpc && zoneOf(target.index) != kNone && zoneOf(node) != kNone) {
            const bool enabled = isEnabled(zoneOf(target.index));
            if (!enabled || (!m_balancer.crossZone && zoneOf(target.index) != zoneOf(node))) {
                Walk walk; // decided before a packet leaves: it got no further than the node
                for (const Hop& hop : toNode.hops)
                    if (hop.leg == Leg::Forward) walk.hops.push_back(hop);
                block(walk, enabled ? Code::ElbNotCrosszone : Code::ElbInstalledAzRestriction);
                return walk;
            }
        }
        Question question;
        question.from = {{Kind::Interface, node}, std::nullopt, m_balancer.owner};
        question.to = {target, std::nullopt, kNone};
        if (target.is(Kind::None)) question.to = {{}, wanted.address, kNone};
        question.protocol = listener.targetTcp || !listener.targetUdp ? kTcp : kUdp;
        if (listener.targetTcp && listener.targetUdp && m_question.protocol == kUdp) question.protocol = kUdp;
        const std::uint16_t port = wanted.port != 0 ? wanted.port : listener.targetPort;
        question.ports = PortSet(PortRange{port, port});
        question.family = std::nullopt;
        if (m_balancer.kind == Type::Gateway) { // GENEVE to the appliances
            Walk walk;
            walk.hops.push_back({question.from.place, Leg::Forward});
            if (port != kGeneve) {
                block(walk, Code::GwlbDestinationPortRestriction);
                return walk;
            }
            if (!listener.targetUdp) {
                block(walk, Code::GwlbProtocolRestriction);
                return walk;
            }
        }
        const bool keeps = preserves(listener);
        if (target.is(Kind::Balancer)) {
            if (m_depth >= kMostBalancers) {
                Walk walk;
                walk.hops.push_back({question.from.place, Leg::Forward});
                block(walk, Code::NoPath);
                return walk;
            }
            Balancing next(m_network, m_options, question, m_depth + 1);
            return next.run({}, keeps ? std::optional(client) : std::nullopt);
        }
        std::optional<FlowEnds> ends = endsOf(m_network, question);
        Walk walk;
        if (!ends) {
            walk.hops.push_back({question.from.place, Leg::Forward});
            block(walk, Code::NoPossibleDestination);
            return walk;
        }
        if (keeps) {
            ends->fromAddress = client.address;
            ends->clientPorts = client.ports;
            ends->preserved = true;
        }
        Courier courier(m_network, m_options, walk);
        courier.run(*ends, question.protocol, question.ports);
        return walk;
    }

    // There through the node, and back the same way.
    [[nodiscard]] static Walk joined(const Walk& toNode, const Walk& toTarget) {
        Walk walk = toTarget;
        walk.hops.clear();
        const auto append = [&](const Walk& part, Leg leg, bool skipFirst) {
            for (const Hop& hop : part.hops) {
                if (hop.leg != leg) continue;
                if (!skipFirst) walk.hops.push_back(hop);
                skipFirst = false;
            }
        };
        append(toNode, Leg::Forward, false);
        append(toTarget, Leg::Forward, true);
        append(toTarget, Leg::Return, false);
        append(toNode, Leg::Return, false);
        walk.blockers = toNode.blockers;
        walk.blockers.insert(walk.blockers.end(), toTarget.blockers.begin(), toTarget.blockers.end());
        walk.assumed = toNode.assumed || toTarget.assumed;
        const bool unknown = toTarget.verdict == Verdict::Unknown || toNode.verdict == Verdict::Unknown;
        judge(walk);
        if (toTarget.verdict == Verdict::Blocked) return walk;
        if (unknown) walk.verdict = Verdict::Unknown;
        if (toNode.verdict == Verdict::Partial) walk.clientPorts = toNode.clientPorts;
        return walk;
    }

    static void keep(std::vector<TargetResult>& results, const TargetResult& result, int rank) {
        for (TargetResult& each : results) {
            if (!(each.target == result.target)) continue;
            Walk before;
            before.verdict = each.verdict;
            before.code = each.code;
            if (rank > rankOf(before)) each = result;
            return;
        }
        results.push_back(result);
    }

    static void take(Walk walk, int& rank, bool& any, Walk& best) {
        const int its = rankOf(walk);
        if (any && its <= rank) return;
        rank = its;
        any = true;
        best = std::move(walk);
    }

    const Network& m_network;
    const Options& m_options;
    const Question& m_question;
    int m_depth;
    Place m_self;
    const Balancer& m_balancer;
};

} // namespace

Walk walkToBalancer(const Network& network, const Question& question, const Options& options) {
    return Balancing(network, options, question, 1).run({}, std::nullopt);
}

Walk walkToNodes(const Network& network, const Question& question, const Options& options) {
    Balancing::Scope scope;
    scope.toNodes = true;
    return Balancing(network, options, question, 1).run(scope, std::nullopt);
}

Walk walkFromNodes(const Network& network, Index balancer, Index listener, Index owner, const End& client,
                   const Options& options) {
    Question question;
    question.from = client;
    question.to.place = {Kind::Balancer, balancer};
    Balancing::Scope scope;
    scope.owner = owner;
    scope.listener = &network.balancers[balancer].listeners[listener];
    scope.client = Client{clientAddress(network, client, IpFamily::V4), PortSet(kWideClients)};
    if (client.place.is(Kind::Interface)) {
        const Interface& interface = network.interfaces[client.place.index];
        scope.client->ports = interface.clientPorts;
        if (interface.v4) scope.client->address = *interface.v4;
    }
    question.protocol = scope.listener->tcp ? kTcp : kUdp;
    question.ports = PortSet(PortRange{scope.listener->port, scope.listener->port});
    return Balancing(network, options, question, 1).run(scope, std::nullopt);
}

} // namespace sky::network
