// SPDX-License-Identifier: GPL-3.0-or-later
// Network ACLs and security groups over sets of ports. What a filter stops wholly is noted and goes on unchanged, so
// that the filters after it are judged by the same packet; of what it stops in part the rest goes on.
#include "network/packet.h"

#include <algorithm>

namespace sky::network {

using Kind = Place::Kind;

void Courier::note(Code code, Place at, bool partial) {
    const Blocker blocker{code, at, m_leg, partial};
    if (std::find(m_out.blockers.begin(), m_out.blockers.end(), blocker) == m_out.blockers.end())
        m_out.blockers.push_back(blocker);
}

Courier::Step Courier::stop(Code code, Place at) {
    note(code, at);
    return Step::Stopped;
}

PortRange Courier::rangeFor(PortRange range) const {
    return m_protocol.hasPorts() || m_protocol.isPing() || m_protocol.any() ? range : kAllPorts;
}

// The lowest number that matches decides, port by port; what no rule matches is denied.
void Courier::checkAcl(Index subnet, bool in) {
    const Index index = m_network.subnets[subnet].acl;
    if (index == kNone) return;
    const Acl& acl = m_network.acls[index];
    const IpAddress peer = in ? m_packet.source : m_packet.target;
    PortSet undecided = m_packet.ports;
    PortSet allowed;
    for (const AclRule& rule : in ? acl.in : acl.out) {
        const bool concerns = protocolMatches(rule.protocol) || (m_protocol.any() && !rule.allow);
        if (!concerns || !contains(rule.peer, peer)) continue;
        const PortRange range = rangeFor(rule.ports);
        if (rule.allow) allowed.add(undecided.within(range));
        undecided = undecided.without(range);
        if (undecided.empty()) break;
    }
    if (allowed == m_packet.ports) return;
    note(Code::SubnetAclRestriction, {Kind::Acl, index}, !allowed.empty());
    if (!allowed.empty()) m_packet.ports = std::move(allowed);
}

Code Courier::lossCode() const {
    return m_packet.identity == Identity::Transit ? Code::SgReferencingSupport : Code::SgReferencesNotPreserved;
}

// Rules that name a group mean the private addresses of its members: of the sender while its identity is kept, of a
// receiver in the same VPC or in one peered within the region.
bool Courier::matches(const GroupRule& rule, const Interface& self, bool in, bool ignoreLoss, bool& assumed) {
    const IpAddress peer = in ? m_packet.source : m_packet.target;
    switch (rule.peer) {
    case GroupRule::Peer::Block:
        return contains(rule.block, peer);
    case GroupRule::Peer::List:
        return std::any_of(m_network.prefixLists[rule.index].cidrs.begin(),
                           m_network.prefixLists[rule.index].cidrs.end(),
                           [&](const Cidr& block) { return contains(block, peer); });
    case GroupRule::Peer::Owner:
        return in && rule.index == m_owner;
    case GroupRule::Peer::Group:
        break;
    }
    Index member = kNone;
    if (in) {
        if (m_packet.identity != Identity::Kept && !ignoreLoss) return false;
        member = m_packet.sender;
    } else {
        const Index vpc = m_network.vpcOf(self);
        member = m_network.holderIn(vpc, peer).interface;
        if (member == kNone && m_expected.is(Kind::Interface)) {
            const Interface& meant = m_network.interfaces[m_expected.index];
            const Index other = m_network.vpcOf(meant);
            const bool isPrivate = meant.v4 == peer || (meant.v6 == peer && other != vpc);
            const bool reaches = isPrivate && m_network.vpcs[vpc].region == m_network.vpcs[other].region &&
                                 m_network.arePeered(vpc, other);
            if (reaches || ignoreLoss) member = m_expected.index;
        }
    }
    if (member == kNone) return false;
    for (const Index group : m_network.interfaces[member].groups) {
        if (group == rule.index) return true;
        if (m_network.groups[group].assumed) { // nobody said which groups it is in
            assumed = true;
            return true;
        }
    }
    return false;
}

void Courier::checkGroups(Index interface, bool in) {
    const Interface& self = m_network.interfaces[interface];
    if (self.groups.empty()) return;
    if (m_leg == Leg::Forward && in) m_remembering.push_back(interface);

    PortSet allowed;
    bool hasRules = false;
    bool assumed = false;
    for (const Index index : self.groups) {
        const Group& group = m_network.groups[index];
        if (!in && group.allOut) return;
        for (const GroupRule& rule : in ? group.in : group.out) {
            hasRules = true;
            if (!protocolMatches(rule.protocol)) continue;
            const PortRange range = rangeFor(rule.ports);
            const PortSet open = m_packet.ports.within(range);
            bool byAssumption = group.assumed;
            if (open.empty() || !matches(rule, self, in, false, byAssumption)) continue;
            allowed.add(open);
            assumed = assumed || byAssumption;
        }
    }
    m_out.assumed = m_out.assumed || assumed;
    if (allowed == m_packet.ports) return;

    const Group& first = m_network.groups[self.groups.front()];
    Place at = first.assumed ? Place{Kind::Interface, interface} : Place{Kind::Group, self.groups.front()};
    if (!allowed.empty()) {
        note(Code::EniSgRulesMismatch, at, true);
        m_packet.ports = std::move(allowed);
        return;
    }
    if (first.assumed) m_out.assumed = true;
    Code code = hasRules || first.assumed ? Code::EniSgRulesMismatch : Code::SgHasNoRules;
    for (const Index index : self.groups) { // would it pass if the reference had held?
        for (const GroupRule& rule : in ? m_network.groups[index].in : m_network.groups[index].out) {
            bool unused = false;
            if (rule.peer != GroupRule::Peer::Group || !protocolMatches(rule.protocol) ||
                m_packet.ports.within(rangeFor(rule.ports)).empty() || !matches(rule, self, in, true, unused))
                continue;
            if (in) {
                code = lossCode();
            } else if (m_expected.is(Kind::Interface)) { // the receiver is beyond what a reference reaches
                const Interface& meant = m_network.interfaces[m_expected.index];
                const Index vpc = m_network.vpcOf(self);
                const Index other = m_network.vpcOf(meant);
                const bool transit =
                    other != vpc && meant.publicV4 != m_packet.target && !m_network.arePeered(vpc, other);
                code = transit ? Code::SgReferencingSupport : Code::SgReferencesNotPreserved;
            }
            note(code, {Kind::Group, index});
            return;
        }
    }
    note(code, at);
}

} // namespace sky::network
