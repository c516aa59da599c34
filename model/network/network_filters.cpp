// SPDX-License-Identifier: GPL-3.0-or-later
// Network ACLs and security groups of a drawing, and the groups it leaves unset.
#include "network/maker.h"

#include "catalog/roles.h"

#include <algorithm>
#include <set>

namespace sky::network {
namespace {

namespace role = catalog::role;

std::string field(const catalog::Record& row, std::string_view name) {
    const catalog::Scalar* scalar = row.find(name);
    if (!scalar) return {};
    if (const auto* reference = std::get_if<catalog::Reference>(scalar)) return reference->id;
    return catalog::toText(*scalar);
}

// Protocol and ports of a row; ports mean nothing where there is no protocol that has some.
Protocol protocolOf(const catalog::Record& row) {
    const std::string text = field(row, "protocol");
    return text.empty() ? kTcp : parseProtocol(text).value_or(kTcp);
}
PortSet portsOf(const catalog::Record& row, Protocol protocol) {
    const std::string text = field(row, "port");
    if (!protocol.hasPorts() || text.empty()) return PortSet(kAllPorts);
    return parsePorts(text).value_or(PortSet(kAllPorts));
}

} // namespace

void Maker::makeAcls() {
    for (const ElementId& id : playing(role::kNetworkAcl)) {
        Acl acl;
        acl.id = id.str();
        for (const bool in : {true, false}) {
            const topology::Effective rules = m_topology.property(id, in ? "in" : "out");
            std::vector<AclRule>& made = in ? acl.in : acl.out;
            if (const catalog::Records* rows = rules.records()) {
                for (const catalog::Record& row : *rows) {
                    AclRule rule;
                    if (const catalog::Scalar* number = row.find("number"))
                        if (const auto* quantity = std::get_if<Quantity>(number))
                            rule.number =
                                static_cast<std::int32_t>(std::clamp<std::int64_t>(quantity->amount, 0, 1000000));
                    rule.allow = field(row, "action") != "deny";
                    rule.protocol = protocolOf(row);
                    std::string peer = field(row, in ? "from" : "to");
                    if (peer.empty()) peer = "0.0.0.0/0";
                    const Result<Cidr> block = parseCidr(peer);
                    if (!block.ok()) continue;
                    rule.peer = *block;
                    for (const PortRange& range : portsOf(row, rule.protocol)) {
                        rule.ports = range;
                        made.push_back(rule);
                    }
                }
            }
            if (rules.origin == topology::Origin::Default) { // AWS's own has the same rules for IPv6
                AclRule rule;
                rule.number = 101;
                rule.peer = Cidr{IpAddress{IpFamily::V6, 0, 0}, 0};
                made.push_back(rule);
            }
        }
        m_acls.emplace(id.str(), static_cast<Index>(m_net.acls.size()));
        m_net.acls.push_back(std::move(acl));
    }
}

void Maker::makeGroups() {
    for (const ElementId& id : playing(role::kSecurityGroup)) {
        Group group;
        group.id = id.str();
        group.vpc = vpcIndex(m_topology.placement(id).vpc);
        m_groups.emplace(id.str(), static_cast<Index>(m_net.groups.size()));
        m_net.groups.push_back(std::move(group));
    }
}

void Maker::fillGroups() {
    for (const ElementId& id : playing(role::kSecurityGroup)) {
        Group& group = m_net.groups[lookUp(m_groups, id.str())];
        const bool isDefault = m_topology.property(id, "isDefault").flag().value_or(false);
        for (const bool in : {true, false}) {
            const topology::Effective rules = m_topology.property(id, in ? "in" : "out");
            std::vector<GroupRule>& made = in ? group.in : group.out;
            if (in && isDefault && !rules.records()) { // AWS's own admits its members
                GroupRule rule;
                rule.peer = GroupRule::Peer::Group;
                rule.index = lookUp(m_groups, id.str());
                made.push_back(rule);
            }
            if (!in && rules.origin == topology::Origin::Default) {
                group.allOut = true;
                continue;
            }
            if (const catalog::Records* rows = rules.records()) {
                for (const catalog::Record& row : *rows) {
                    GroupRule rule;
                    rule.protocol = protocolOf(row);
                    const std::string peer = field(row, in ? "from" : "to");
                    if (const Result<Cidr> block = parseCidr(peer); block.ok()) {
                        rule.block = *block;
                    } else if (const Index other = lookUp(m_groups, peer); other != kNone) {
                        rule.peer = GroupRule::Peer::Group;
                        rule.index = other;
                    } else if (peer.starts_with("pl-")) {
                        rule.peer = GroupRule::Peer::List;
                        rule.index = m_net.prefixListNamed(peer);
                    } else {
                        continue; // it names what is not there
                    }
                    for (const PortRange& range : portsOf(row, rule.protocol)) {
                        rule.ports = range;
                        made.push_back(rule);
                    }
                }
            }
        }
    }
}

std::vector<Index> Maker::groupsOf(const ElementId& element, Index vpc) {
    std::vector<Index> groups;
    for (const ElementId& id : m_topology.securityGroups(element).groups)
        if (const Index index = lookUp(m_groups, id.str()); index != kNone) groups.push_back(index);
    if (groups.empty()) groups.push_back(m_reading.strict ? defaultGroupOf(vpc) : assumedGroupOf(element));
    return groups;
}

Index Maker::assumedGroupOf(const ElementId& element) {
    const auto [at, isNew] = m_assumed.try_emplace(element.str(), static_cast<Index>(m_net.groups.size()));
    if (isNew) {
        Group group;
        group.id = element.str();
        group.allOut = true;
        group.assumed = true;
        m_net.groups.push_back(std::move(group));
    }
    return at->second;
}

// The VPC's default group: as drawn, else as AWS makes it, which admits its members only.
Index Maker::defaultGroupOf(Index vpc) {
    if (const auto at = m_defaults.find(vpc); at != m_defaults.end()) return at->second;
    const ElementId drawn = m_topology.defaultSecurityGroup(ElementId(m_net.vpcs[vpc].id));
    Index index = lookUp(m_groups, drawn.str());
    if (index == kNone) {
        index = static_cast<Index>(m_net.groups.size());
        Group group;
        group.id = m_net.vpcs[vpc].id + "/default";
        group.vpc = vpc;
        group.allOut = true;
        GroupRule members;
        members.peer = GroupRule::Peer::Group;
        members.index = index;
        group.in.push_back(members);
        m_net.groups.push_back(std::move(group));
    }
    m_defaults.emplace(vpc, index);
    return index;
}

// What is assumed to be admitted: exactly what the drawn links need. Endpoints and appliances are on the way of links
// to others: they admit everything.
void Maker::makeAssumedGroups() {
    std::set<Index> onTheWay;
    for (const Table& table : m_net.tables)
        for (const Route& route : table.routes)
            if (route.target.is(Place::Kind::Interface))
                for (const Index group : m_net.interfaces[route.target.index].groups) onTheWay.insert(group);
    for (const Interface& interface : m_net.interfaces)
        if (interface.service != kNone) onTheWay.insert(interface.groups.begin(), interface.groups.end());
    for (const Index index : onTheWay) {
        if (!m_net.groups[index].assumed) continue;
        for (const IpFamily family : {IpFamily::V4, IpFamily::V6}) {
            GroupRule rule;
            rule.block = Cidr{IpAddress{family, 0, 0}, 0};
            m_net.groups[index].in.push_back(rule);
        }
    }
    for (const auto& [id, index] : m_assumed) { // each group by itself: the order does not show
        Group& group = m_net.groups[index];
        std::vector<ElementId> ends{ElementId(id)};
        for (const ElementId& member : m_topology.members(ElementId(id)))
            if (m_topology.pictures(member)) ends.push_back(member);
        for (const ElementId& end : ends) {
            for (const LinkId& link : m_topology.diagram().linksAt(end)) {
                if (!m_topology.carries(link)) continue;
                const topology::LinkMeaning meaning = m_topology.meaning(link);
                if (meaning.answerer() != end) continue;
                GroupRule rule;
                rule.peer = GroupRule::Peer::Owner;
                rule.index = m_net.ownerNamed(meaning.opener().str());
                rule.protocol = parseProtocol(meaning.protocol.value).value_or(kTcp);
                const catalog::Service* caller = m_topology.service(meaning.opener());
                const bool anybody = caller && m_topology.placement(meaning.opener()).onPremises.empty() &&
                                     (caller->scope == catalog::Scope::None || caller->scope == catalog::Scope::Edge ||
                                      caller->scope == catalog::Scope::Global);
                const PortSet ports = meaning.port.known() ? parsePorts(meaning.port.value).value_or(PortSet(kAllPorts))
                                                           : PortSet(kAllPorts);
                for (const PortRange& range : ports) {
                    rule.ports = range;
                    group.in.push_back(rule);
                    if (!anybody) continue;
                    for (const IpFamily family : {IpFamily::V4, IpFamily::V6}) { // whoever comes from the internet
                        GroupRule open = rule;
                        open.peer = GroupRule::Peer::Block;
                        open.block = Cidr{IpAddress{family, 0, 0}, 0};
                        group.in.push_back(open);
                    }
                }
            }
        }
    }
}

} // namespace sky::network
