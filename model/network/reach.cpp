// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/reach.h"

#include <algorithm>
#include <set>

namespace sky::network {
namespace {

using Kind = Place::Kind;

// Ports at which some rule of any filter changes its mind: between them all ports fare alike.
std::vector<std::uint32_t> borders(const Network& network, Protocol protocol, PortRange among) {
    std::set<std::uint32_t> found{among.first, static_cast<std::uint32_t>(among.last) + 1};
    const auto add = [&](Protocol rule, PortRange range) {
        if (!rule.any() && !(rule == protocol)) return;
        for (const std::uint32_t port : {std::uint32_t{range.first}, static_cast<std::uint32_t>(range.last) + 1})
            if (port > among.first && port <= among.last) found.insert(port);
    };
    for (const Group& group : network.groups) {
        for (const GroupRule& rule : group.in) add(rule.protocol, rule.ports);
        for (const GroupRule& rule : group.out) add(rule.protocol, rule.ports);
    }
    for (const Acl& acl : network.acls) {
        for (const AclRule& rule : acl.in) add(rule.protocol, rule.ports);
        for (const AclRule& rule : acl.out) add(rule.protocol, rule.ports);
    }
    for (const Balancer& balancer : network.balancers)
        for (const Listener& listener : balancer.listeners) add(protocol, {listener.port, listener.port});
    return {found.begin(), found.end()};
}

} // namespace

Reach::Reach(const Network& network, const Options& options)
    : m_network(network)
    , m_options(options)
    , m_assumes(std::any_of(network.groups.begin(), network.groups.end(),
                            [](const Group& group) { return group.assumed; })) {}

Index Reach::classOf(Index interface) {
    if (m_classOfInterface.empty()) m_classOfInterface.assign(m_network.interfaces.size(), kNone);
    Index& known = m_classOfInterface[interface];
    if (known != kNone) return known;
    const Interface& self = m_network.interfaces[interface];
    std::vector<Index> groups = self.groups;
    std::sort(groups.begin(), groups.end());
    // What is assumed hangs on who it is, of either end; being a route's target makes one different from all others.
    const bool single = self.balancer != kNone || !self.sourceDestCheck;
    const Index who = single ? interface : m_assumes ? self.owner : kNone;
    const Class key{self.subnet, std::move(groups), self.publicV4.has_value(), self.v6.has_value(), single, who};
    return known = m_classes.try_emplace(key, interface).first->second;
}

bool Reach::reaches(const End& from, Place to, Protocol protocol, std::uint16_t port) {
    Place sender = from.place;
    Place target = to;
    if (sender.is(Kind::Interface)) sender.index = classOf(sender.index);
    if (target.is(Kind::Interface)) target.index = classOf(target.index);
    if (sender == target) { // two of one class talk to each other
        sender = from.place;
        target = to;
    }
    const bool plain = !from.address && from.owner == kNone;
    const Key key{sender, target, protocol.number, port};
    if (plain)
        if (const auto known = m_answers.find(key); known != m_answers.end()) return known->second;
    Question question;
    question.from = from;
    question.from.place = sender;
    question.to.place = target;
    question.protocol = protocol;
    question.ports = PortSet(PortRange{port, port});
    const Walk result = walk(m_network, question, m_options);
    const bool carries = result.verdict == Verdict::Reachable || result.verdict == Verdict::Partial;
    if (plain) m_answers.emplace(key, carries);
    return carries;
}

PortSet Reach::ports(const End& from, Place to, Protocol protocol, PortRange among) {
    PortSet found;
    const std::vector<std::uint32_t> edges = borders(m_network, protocol, among);
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        if (reaches(from, to, protocol, static_cast<std::uint16_t>(edges[i])))
            found.add({static_cast<std::uint16_t>(edges[i]), static_cast<std::uint16_t>(edges[i + 1] - 1)});
    return found;
}

std::vector<Reached> Reach::fromInternet(Protocol protocol, PortRange among) {
    const End internet{{Kind::Internet, 0}, std::nullopt, kNone};
    std::vector<Reached> found;
    std::map<Index, PortSet> ofClass;
    for (Index i = 0; i < m_network.interfaces.size(); ++i) {
        const Interface& self = m_network.interfaces[i];
        if (!self.publicV4 && !self.v6) continue;
        const Index standing = classOf(i);
        auto known = ofClass.find(standing);
        if (known == ofClass.end())
            known = ofClass.emplace(standing, ports(internet, {Kind::Interface, standing}, protocol, among)).first;
        if (known->second.empty()) continue;
        const bool assumed = std::any_of(self.groups.begin(), self.groups.end(),
                                         [&](Index group) { return m_network.groups[group].assumed; });
        found.push_back({i, known->second, assumed});
    }
    return found;
}

std::vector<Reach::Source> Reach::whoReaches(Place to, Protocol protocol, PortRange among) {
    std::vector<Source> found;
    const auto ask = [&](Place place) {
        Source source{place, {}, ports({place, std::nullopt, kNone}, to, protocol, among)};
        if (place.is(Kind::Interface)) source.interfaces.push_back(place.index);
        if (!source.ports.empty()) found.push_back(std::move(source));
        return !found.empty() && found.back().place == place;
    };
    ask({Kind::Internet, 0});
    for (Index i = 0; i < m_network.vpnGateways.size(); ++i) ask({Kind::VpnGateway, i});
    for (Index i = 0; i < m_network.attachments.size(); ++i)
        if (m_network.attachments[i].vpc == kNone) ask({Kind::Attachment, i});
    std::map<Index, std::size_t> ofClass; // place in `found`; npos: reaches nothing
    constexpr std::size_t kNothing = static_cast<std::size_t>(-1);
    for (Index i = 0; i < m_network.interfaces.size(); ++i) {
        if (to == Place{Kind::Interface, i}) continue;
        Index standing = classOf(i);
        if (to == Place{Kind::Interface, standing}) standing = i; // it would ask itself
        const auto known = ofClass.find(standing);
        if (known != ofClass.end()) {
            if (known->second != kNothing) found[known->second].interfaces.push_back(i);
            continue;
        }
        const bool reaches = ask({Kind::Interface, standing});
        ofClass.emplace(standing, reaches ? found.size() - 1 : kNothing);
        if (reaches) found.back().interfaces.assign(1, i);
    }
    return found;
}

} // namespace sky::network
