// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of the compact form: VPCs, subnets, filters and nodes. The second half, routers and load balancers, is
// in reach_network.cpp.
#pragma once

#include "fields.h"
#include "network/network.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sky::cases {

using namespace sky::network;
using nlohmann::json;

class PlacesReader {
  public:
    PlacesReader(const json& topology, std::string place) : m_topology(topology), m_place(std::move(place)) {}

  protected:
    using Each = std::function<void(const std::string& id, const Fields& fields, const json& value)>;

    void forEach(std::initializer_list<const char*> sections, const Each& each) {
        for (const char* section : sections) {
            const auto at = m_topology.find(section);
            if (at == m_topology.end() || at->is_null()) continue;
            if (!at->is_object()) {
                m_complaints.add(m_place + "." + section,
                                 say("An object is needed here.", "여기에는 객체가 있어야 합니다."));
                continue;
            }
            for (const auto& [id, value] : at->items()) {
                const json& object = value.is_object() ? value : m_empty;
                each(id, Fields(object, m_place + "." + section + "." + id, m_complaints), value);
            }
        }
    }

    template <class Things>
    Index named(const Things& things, const std::optional<std::string>& id, const Fields& fields, const char* field) {
        if (!id) return kNone;
        for (Index i = 0; i < things.size(); ++i)
            if (things[i].id == *id) return i;
        fields.complain(field, say("There is no {} here.", "여기에 {}이(가) 없습니다.", *id));
        return kNone;
    }
    template <class Things>
    static Index indexOf(const Things& things, const std::string& id) {
        for (Index i = 0; i < things.size(); ++i)
            if (things[i].id == id) return i;
        return kNone;
    }

    void readVpcs() {
        forEach({"vpcs"}, [&](const std::string& id, const Fields& fields, const json&) {
            Vpc vpc;
            vpc.id = id;
            vpc.region = fields.text({"region"}).value_or("");
            vpc.cidrs = fields.blocks({"cidrs", "cidr"});
            for (const Cidr& block : fields.blocks({"cidrs6", "cidr6", "ipv6Cidrs", "ipv6Cidr", "ipv6"}))
                vpc.cidrs.push_back(block);
            const std::string access = fields.text({"blockPublicAccess", "bpa"}).value_or("off");
            if (access == "ingress" || access == "block-ingress") vpc.publicAccess = Vpc::PublicAccess::IngressBlocked;
            if (access == "bidirectional" || access == "block-bidirectional")
                vpc.publicAccess = Vpc::PublicAccess::Blocked;
            const Index self = static_cast<Index>(m_net.vpcs.size());
            if (const auto gateway = fields.text({"igw"})) {
                vpc.internetGateway = static_cast<Index>(m_net.internetGateways.size());
                m_net.internetGateways.push_back({*gateway, self, false, kNone});
            }
            if (const auto gateway = fields.text({"eigw", "eoigw", "eigws"}))
                m_net.internetGateways.push_back({*gateway, self, true, kNone});
            if (const auto gateway = fields.text({"vgw"})) {
                VpnGateway vpn;
                vpn.id = *gateway;
                vpn.vpc = self;
                m_net.vpnGateways.push_back(std::move(vpn));
            }
            if (const auto table = fields.text({"main", "mainRt", "rt"})) m_mainTables[self] = *table;
            m_net.vpcs.push_back(std::move(vpc));
        });
        forEach({"eigws", "eoigws"}, [&](const std::string& id, const Fields& fields, const json&) {
            if (indexOf(m_net.internetGateways, id) == kNone)
                m_net.internetGateways.push_back(
                    {id, named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc"), true, kNone});
        });
        forEach({"igws"}, [&](const std::string& id, const Fields& fields, const json&) {
            if (indexOf(m_net.internetGateways, id) != kNone) return;
            const Index vpc = named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc");
            if (vpc != kNone && m_net.vpcs[vpc].internetGateway == kNone)
                m_net.vpcs[vpc].internetGateway = static_cast<Index>(m_net.internetGateways.size());
            m_net.internetGateways.push_back({id, vpc, false, kNone});
        });
    }

    void readPrefixLists() {
        forEach({"pls", "prefixLists"}, [&](const std::string& id, const Fields& fields, const json& value) {
            PrefixList list;
            list.id = id;
            if (value.is_array()) {
                const json wrapped = {{"cidrs", value}};
                list.cidrs = Fields(wrapped, fields.place(), m_complaints).blocks({"cidrs"});
            } else {
                list.cidrs = fields.blocks({"cidrs", "entries"});
            }
            m_net.prefixLists.push_back(std::move(list));
        });
    }

    void nameTables() {
        forEach({"rts"}, [&](const std::string& id, const Fields&, const json&) {
            Table table;
            table.id = id;
            m_net.tables.push_back(std::move(table));
        });
        for (const auto& [vpc, table] : m_mainTables) {
            m_net.vpcs[vpc].mainTable = indexOf(m_net.tables, table);
            if (m_net.vpcs[vpc].mainTable == kNone)
                m_complaints.add(m_place + ".vpcs." + m_net.vpcs[vpc].id,
                                 say("There is no {} here.", "여기에 {}이(가) 없습니다.", table));
        }
    }

    // "tcp", 6, "443", 443, [80, 443]
    std::string plain(const json& value) {
        if (value.is_string()) return value.get<std::string>();
        if (value.is_number_integer()) return std::to_string(value.get<long long>());
        if (value.is_null()) return "all";
        return "?";
    }
    Protocol protocol(const json& value, const std::string& place) {
        const auto parsed = parseProtocol(plain(value));
        if (!parsed) m_complaints.add(place, say("{} is no protocol.", "{}은(는) 프로토콜이 아닙니다.", value.dump()));
        return parsed.value_or(kAnyProtocol);
    }
    std::vector<PortRange> ports(const json& value, const std::string& place) {
        std::string text = plain(value);
        if (value.is_array() && value.size() == 2 && value[0].is_number_integer() && value[1].is_number_integer())
            text = plain(value[0]) + "-" + plain(value[1]);
        const auto parsed = parsePorts(text);
        if (!parsed) {
            m_complaints.add(place, say("{} is no range of ports.", "{}은(는) 포트 범위가 아닙니다.", value.dump()));
            return {};
        }
        return parsed->ranges();
    }

    void readAcls() {
        forEach({"acls"}, [&](const std::string& id, const Fields& fields, const json&) {
            Acl acl;
            acl.id = id;
            for (const bool in : {true, false}) {
                const json* rows = fields.find({in ? "in" : "out"});
                if (!rows) continue;
                for (std::size_t i = 0; rows->is_array() && i < rows->size(); ++i) {
                    const json& row = (*rows)[i];
                    const std::string place = fields.place() + (in ? ".in[" : ".out[") + std::to_string(i) + "]";
                    std::int32_t number = 0;
                    if (!row.is_array() || row.size() != 5 || !numberOf(row[0], number) || !row[1].is_string() ||
                        !row[4].is_string()) {
                        m_complaints.add(place, say("A rule is [number, action, protocol, ports, CIDR].",
                                                    "규칙은 [번호, 동작, 프로토콜, 포트, CIDR]입니다."));
                        continue;
                    }
                    AclRule rule;
                    rule.number = number;
                    rule.allow = row[1] == "allow";
                    rule.protocol = protocol(row[2], place);
                    Result<Cidr> peer = parseCidr(row[4].get<std::string>());
                    if (!peer.ok())
                        m_complaints.add(place, peer.error().what);
                    else
                        rule.peer = *peer;
                    for (const PortRange& range : ports(row[3], place)) {
                        rule.ports = range;
                        (in ? acl.in : acl.out).push_back(rule);
                    }
                }
            }
            m_net.acls.push_back(std::move(acl));
        });
    }
    static bool numberOf(const json& value, std::int32_t& number) {
        if (value.is_string() && (value == "*" || value == "default")) {
            number = 32767;
            return true;
        }
        if (value.is_string()) {
            const std::string text = value.get<std::string>();
            return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
        }
        if (!value.is_number_integer()) return false;
        number = static_cast<std::int32_t>(std::clamp<long long>(value.get<long long>(), -1, 1000000));
        return true;
    }

    void readGroups() {
        forEach({"sgs"}, [&](const std::string& id, const Fields& fields, const json&) {
            Group group;
            group.id = id;
            group.vpc = named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc");
            group.allOut = fields.find({"out"}) == nullptr;
            m_net.groups.push_back(std::move(group));
        });
        forEach({"sgs"}, [&](const std::string& id, const Fields& fields, const json&) {
            const Index self = indexOf(m_net.groups, id);
            for (const bool in : {true, false}) {
                const json* rows = fields.find({in ? "in" : "out"});
                if (!rows) continue;
                for (std::size_t i = 0; rows->is_array() && i < rows->size(); ++i) {
                    const json& row = (*rows)[i];
                    const std::string place = fields.place() + (in ? ".in[" : ".out[") + std::to_string(i) + "]";
                    if (!row.is_array() || row.size() != 3 || !row[2].is_string()) {
                        m_complaints.add(
                            place, say("A rule is [protocol, ports, peer].", "규칙은 [프로토콜, 포트, 상대]입니다."));
                        continue;
                    }
                    GroupRule rule;
                    rule.protocol = protocol(row[0], place);
                    readPeer(row[2].get<std::string>(), rule);
                    for (const PortRange& range : ports(row[1], place)) {
                        rule.ports = range;
                        Group& group = m_net.groups[self];
                        (in ? group.in : group.out).push_back(rule);
                    }
                }
            }
        });
    }
    void readPeer(const std::string& peer, GroupRule& rule) {
        if (const Result<Cidr> block = parseCidr(peer); block.ok()) {
            rule.peer = GroupRule::Peer::Block;
            rule.block = *block;
        } else if (peer.starts_with("pl-") || indexOf(m_net.prefixLists, peer) != kNone) {
            rule.peer = GroupRule::Peer::List;
            rule.index = m_net.prefixListNamed(peer);
        } else {
            rule.peer = GroupRule::Peer::Group;
            rule.index = indexOf(m_net.groups, peer);
            if (rule.index == kNone) { // a group nobody is in
                rule.index = static_cast<Index>(m_net.groups.size());
                Group group;
                group.id = peer;
                m_net.groups.push_back(std::move(group));
            }
        }
    }

    void readSubnets() {
        forEach({"subnets"}, [&](const std::string& id, const Fields& fields, const json&) {
            Subnet subnet;
            subnet.id = id;
            subnet.vpc = named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc");
            if (subnet.vpc == kNone) {
                fields.complain("vpc", say("A subnet lies in a VPC.", "서브넷은 VPC 안에 있어야 합니다."));
                return;
            }
            if (const auto zone = fields.text({"az", "zone"}))
                subnet.zone = m_net.zoneNamed(m_net.vpcs[subnet.vpc].region, *zone);
            subnet.cidrs = fields.blocks({"cidr", "cidrs"});
            for (const Cidr& block : fields.blocks({"cidr6", "cidrs6", "ipv6Cidr", "ipv6"}))
                subnet.cidrs.push_back(block);
            subnet.table = named(m_net.tables, fields.text({"rt"}), fields, "rt");
            subnet.acl = named(m_net.acls, fields.text({"acl"}), fields, "acl");
            m_net.subnets.push_back(std::move(subnet));
        });
    }

    // "sgs" of an interface; a name nobody defined is an error.
    std::vector<Index> groups(const Fields& fields) {
        std::vector<Index> indexes;
        for (const std::string& each : fields.texts({"sgs", "sg"})) {
            const Index index = named(m_net.groups, each, fields, "sgs");
            if (index != kNone) indexes.push_back(index);
        }
        return indexes;
    }

    void readNodes() {
        forEach({"nodes"}, [&](const std::string& id, const Fields& fields, const json&) {
            Interface node;
            node.id = id;
            node.owner = m_net.ownerNamed(id);
            node.subnet = named(m_net.subnets, fields.text({"subnet"}), fields, "subnet");
            if (node.subnet == kNone) {
                fields.complain("subnet", say("A node stands in a subnet.", "노드는 서브넷 안에 있어야 합니다."));
                return;
            }
            const std::string kind = fields.text({"kind"}).value_or("ec2");
            readAddresses(fields, node);
            if (kind == "lambda") node.publicV4.reset(); // they never get one
            node.groups = groups(fields);
            node.sourceDestCheck = fields.flag({"srcDstCheck", "sourceDestCheck"}).value_or(kind != "gwlbe");
            node.translates = fields.flag({"snat"}).value_or(false);
            const bool wide = kind == "lambda" || kind == "nat" || kind == "elb" || kind == "alb" || kind == "nlb";
            const std::string os = fields.text({"os"}).value_or(wide ? "wide" : "linux");
            node.clientPorts = os == "windows" ? kWindowsClients : os == "linux" ? kLinuxClients : kWideClients;
            if (const auto service = fields.text({"service"})) node.service = m_net.serviceNamed(*service);
            m_net.interfaces.push_back(std::move(node));
        });
    }
    void readAddresses(const Fields& fields, Interface& node) {
        if (const auto address = fields.address({"ip"})) {
            if (address->family == IpFamily::V6)
                node.v6 = address;
            else
                node.v4 = address;
        }
        if (const auto address = fields.address({"ip6", "ipv6"})) node.v6 = address;
        node.publicV4 = fields.address({"pub", "eip"});
    }

    const json& m_topology;
    std::string m_place;
    json m_empty = json::object();
    Complaints m_complaints;
    Network m_net;
    std::map<Index, std::string> m_mainTables;
};

} // namespace sky::cases
