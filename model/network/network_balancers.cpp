// SPDX-License-Identifier: GPL-3.0-or-later
// Load balancers of a drawing: their nodes, listeners and targets.
#include "network/maker.h"

#include "catalog/roles.h"
#include "topology/keys.h"

#include <algorithm>

namespace sky::network {
namespace {

using Kind = Place::Kind;
namespace role = catalog::role;
namespace key = topology::key;

std::uint16_t portOf(const std::string& text) {
    const std::optional<PortSet> ports = parsePorts(text);
    return ports && !ports->empty() ? ports->ranges().front().first : std::uint16_t{0};
}

} // namespace

void Maker::makeBalancers() {
    for (const ElementId& id : playing(role::kLoadBalancer)) {
        Balancer balancer;
        balancer.id = id.str();
        balancer.owner = m_net.ownerNamed(id.str());
        balancer.kind = m_topology.property(id, "preserveClientIp").property ? Balancer::Kind::Network
                                                                             : Balancer::Kind::Application;
        const std::string* scheme = m_topology.property(id, "scheme").text();
        balancer.internetFacing = !scheme || *scheme != "internal";
        balancer.crossZone = m_topology.property(id, "crossZone").flag().value_or(true);
        balancer.preserve = m_topology.property(id, "preserveClientIp").flag();
        const Index self = static_cast<Index>(m_net.balancers.size());
        m_balancers.emplace(id.str(), self);
        for (const Index node : m_nodes[id.str()]) {
            m_net.interfaces[node].balancer = self;
            balancer.nodes.push_back(node);
        }
        m_net.balancers.push_back(std::move(balancer));
    }
    for (const ElementId& id : playing(role::kLoadBalancer))
        makeListeners(id, m_net.balancers[lookUp(m_balancers, id.str())]);
}

// Those drawn; else one for each port its callers use. Links leaving a listener are its target group.
void Maker::makeListeners(const ElementId& id, Balancer& balancer) {
    const topology::Effective listeners = m_topology.property(id, key::kListeners);
    const bool network = balancer.kind == Balancer::Kind::Network;
    const std::string* type = m_topology.property(id, "targetType").text();
    const auto add = [&](std::uint16_t port, std::string_view protocol, bool answers) {
        Listener listener;
        listener.udp = protocol == "udp" || protocol == "tcp-udp" || protocol == "quic";
        listener.tcp = !listener.udp || protocol == "tcp-udp";
        listener.port = port;
        listener.targetTcp = listener.tcp;
        listener.targetUdp = listener.udp;
        listener.targetPort = port;
        listener.answers = answers;
        listener.type = type && *type == "ip"       ? Listener::Targets::Address
                        : type && *type == "lambda" ? Listener::Targets::Function
                        : type && *type == "alb"    ? Listener::Targets::Balancer
                                                    : Listener::Targets::Instance;
        balancer.listeners.push_back(std::move(listener));
    };
    const catalog::Records* rows = listeners.records();
    const auto field = [&](const catalog::Record& row, std::string_view name) -> std::string {
        const catalog::Scalar* scalar = row.find(name);
        return scalar ? catalog::toText(*scalar) : std::string();
    };
    for (std::size_t row = 0; rows && row < rows->size(); ++row) {
        std::string protocol = field((*rows)[row], key::kProtocol);
        if (protocol.empty()) protocol = network ? "tcp" : "http";
        const std::string action = field((*rows)[row], "action");
        add(portOf(field((*rows)[row], key::kPort)), protocol, action == "redirect" || action == "fixed");
    }
    if (balancer.listeners.empty()) {
        for (const LinkId& link : m_topology.callers(id)) {
            const topology::LinkMeaning meaning = m_topology.meaning(link);
            const std::uint16_t port = portOf(meaning.port.value);
            const bool known = std::any_of(balancer.listeners.begin(), balancer.listeners.end(),
                                           [&](const Listener& each) { return each.port == port; });
            if (!known && meaning.port.known()) add(port, meaning.protocol.value, false);
        }
        if (balancer.listeners.empty()) add(network ? 443 : 80, "tcp", false);
    }
    const bool drawn = rows && !rows->empty();
    for (const LinkId& link : m_topology.calls(id)) {
        const topology::LinkMeaning meaning = m_topology.meaning(link);
        if (meaning.opener() != id) continue;
        if (drawn && meaning.listener && *meaning.listener < balancer.listeners.size())
            addTargets(link, meaning, balancer.listeners[*meaning.listener]);
        else
            for (Listener& listener : balancer.listeners) addTargets(link, meaning, listener);
    }
}

// One interface per subnet stands for all of a fleet there.
void Maker::addTargets(const LinkId&, const topology::LinkMeaning& meaning, Listener& listener) {
    const ElementId& to = meaning.answerer();
    const std::uint16_t port = meaning.port.known() ? portOf(meaning.port.value) : std::uint16_t{0};
    if (const Index balancer = lookUp(m_balancers, to.str()); balancer != kNone) {
        listener.targets.push_back({{Kind::Balancer, balancer}, {}, port, kNone});
        return;
    }
    std::vector<Index> nodes;
    if (const auto at = m_nodes.find(to.str()); at != m_nodes.end() && !m_topology.plays(to, role::kFunction))
        nodes = at->second;
    if (nodes.empty() && m_topology.pictures(to))
        for (const topology::Host& host : m_topology.interfaces(to))
            for (const Index node : m_nodes[host.element.str()])
                if (m_net.interfaces[node].id == host.part) nodes.push_back(node);
    std::vector<Index> seen;
    for (const Index node : nodes) {
        const Index subnet = m_net.interfaces[node].subnet;
        if (m_net.interfaces[node].standby || std::find(seen.begin(), seen.end(), subnet) != seen.end()) continue;
        seen.push_back(subnet);
        listener.targets.push_back({{Kind::Interface, node}, {}, port, kNone});
    }
    if (!nodes.empty()) return;
    const catalog::Service* service = m_topology.service(to);
    const bool needsPlace = !service || (service->is(catalog::Trait::Eni) && !service->plays(role::kFunction));
    const Index owner = m_net.ownerNamed(to.str());
    listener.targets.push_back({needsPlace ? Place{} : Place{Kind::Owner, owner}, {}, port, owner});
}

} // namespace sky::network
