// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"
#include "reach_case.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

namespace sky::cases {
namespace {

using namespace sky::network;
using nlohmann::json;
using Kind = Place::Kind;

class Reader {
  public:
    Reader(const json& topology, std::string place)
        : m_topology(topology), m_place(std::move(place)) {}

    Result<Network> run() {
        Fields top(m_topology, m_place, m_complaints);
        if (m_complaints.any()) return m_complaints.take();
        readVpcs();
        readPrefixLists();
        nameTables();
        readAcls();
        readGroups();
        readSubnets();
        readNodes();
        readNats();
        readPeerings();
        readTransitGateways();
        readVpnGateways();
        readEndpoints();
        nameBalancers();
        readRoutes();
        readListeners();
        if (m_complaints.any()) return m_complaints.take();
        m_net.seal();
        return std::move(m_net);
    }

  private:
    using Each = std::function<void(const std::string& id, const Fields& fields, const json& value)>;

    void forEach(std::initializer_list<const char*> sections, const Each& each) {
        for (const char* section : sections) {
            const auto at = m_topology.find(section);
            if (at == m_topology.end() || at->is_null()) continue;
            if (!at->is_object()) {
                m_complaints.add(m_place + "." + section, say("An object is needed here.", "여기에는 객체가 있어야 합니다."));
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
                m_net.internetGateways.push_back({id, named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc"), true, kNone});
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
        if (!parsed)
            m_complaints.add(place, say("{} is no protocol.", "{}은(는) 프로토콜이 아닙니다.", value.dump()));
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
                        m_complaints.add(place, say("A rule is [protocol, ports, peer].",
                                                    "규칙은 [프로토콜, 포트, 상대]입니다."));
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

    void readNats() {
        forEach({"nats"}, [&](const std::string& id, const Fields& fields, const json&) {
            Nat nat;
            nat.id = id;
            nat.subnet = named(m_net.subnets, fields.text({"subnet"}), fields, "subnet");
            nat.regional = fields.text({"mode"}).value_or("zonal") == "regional";
            nat.isPublic = fields.text({"conn"}).value_or("public") != "private";
            nat.vpc = nat.subnet != kNone ? m_net.subnets[nat.subnet].vpc
                                          : named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc");
            if (nat.regional) nat.subnet = kNone;
            if (nat.vpc == kNone || (!nat.regional && nat.subnet == kNone)) {
                fields.complain("", say("A NAT gateway needs a subnet, or a VPC when it is regional.",
                                        "NAT 게이트웨이에는 서브넷이, 리전 모드라면 VPC가 필요합니다."));
                return;
            }
            for (const std::string& zone : fields.texts({"azs"}))
                nat.zones.push_back(m_net.zoneNamed(m_net.vpcs[nat.vpc].region, zone));
            nat.address = fields.address({"ip"});
            nat.publicAddress = fields.address({"eip", "pub"});
            nat.table = named(m_net.tables, fields.text({"rt"}), fields, "rt");
            m_net.nats.push_back(std::move(nat));
        });
    }

    void readPeerings() {
        forEach({"pcxs"}, [&](const std::string& id, const Fields& fields, const json&) {
            Peering peering;
            peering.id = id;
            peering.a = named(m_net.vpcs, fields.text({"a"}), fields, "a");
            peering.b = named(m_net.vpcs, fields.text({"b"}), fields, "b");
            peering.active = fields.text({"state"}).value_or("active") == "active";
            m_net.peerings.push_back(std::move(peering));
        });
    }

    static bool isUp(const Fields& fields) {
        const std::string state = fields.text({"state"}).value_or("available");
        return state == "available" || state == "active" || state == "up";
    }

    void readTransitGateways() {
        forEach({"tgws"}, [&](const std::string& id, const Fields& fields, const json&) {
            TransitGateway gateway;
            gateway.id = id;
            gateway.referencing = fields.flag({"sgRef"}).value_or(true);
            const Index self = static_cast<Index>(m_net.transitGateways.size());
            std::map<std::string, Index> tables;
            if (const json* all = fields.find({"tables"}); all && all->is_object())
                for (const auto& [table, rows] : all->items()) {
                    tables[table] = static_cast<Index>(m_net.transitTables.size());
                    m_net.transitTables.push_back({table, self, {}});
                }
            std::vector<std::pair<Index, std::string>> propagations;
            if (const json* all = fields.find({"attachments"}); all && all->is_object())
                for (const auto& [name, value] : all->items())
                    readAttachment(name, Fields(value, fields.place() + ".attachments." + name, m_complaints), self,
                                   tables, gateway, propagations);
            if (const json* all = fields.find({"tables"}); all && all->is_object())
                for (const auto& [table, rows] : all->items())
                    for (std::size_t i = 0; rows.is_array() && i < rows.size(); ++i)
                        readTransitRoute(Fields(rows[i], fields.place() + ".tables." + table + "[" + std::to_string(i) + "]",
                                                m_complaints),
                                         self, m_net.transitTables[tables[table]], static_cast<std::uint32_t>(i));
            for (const auto& [attachment, table] : propagations) {
                const Attachment& from = m_net.attachments[attachment];
                if (!tables.contains(table)) continue;
                for (const Cidr& block : from.vpc != kNone ? m_net.vpcs[from.vpc].cidrs : from.site)
                    m_net.transitTables[tables[table]].routes.push_back({block, attachment, true, false, 0});
            }
            m_net.transitGateways.push_back(std::move(gateway));
        });
    }
    void readAttachment(const std::string& id, const Fields& fields, Index gateway,
                        const std::map<std::string, Index>& tables, TransitGateway& owner,
                        std::vector<std::pair<Index, std::string>>& propagations) {
        Attachment attachment;
        attachment.id = id;
        attachment.gateway = gateway;
        attachment.vpc = named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc");
        for (const std::string& subnet : fields.texts({"subnets"})) {
            const Index index = named(m_net.subnets, subnet, fields, "subnets");
            if (index != kNone) attachment.subnets.push_back(index);
        }
        if (const auto table = fields.text({"table"})) {
            const auto at = tables.find(*table);
            if (at == tables.end())
                fields.complain("table", say("There is no {} here.", "여기에 {}이(가) 없습니다.", *table));
            else
                attachment.table = at->second;
        }
        attachment.referencing = fields.flag({"sgRef"}).value_or(false);
        attachment.active = isUp(fields);
        attachment.site = fields.blocks({"onprem"});
        const Index self = static_cast<Index>(m_net.attachments.size());
        for (const std::string& table : fields.texts({"propagates", "propagate", "propagatesTo", "propagations"}))
            propagations.emplace_back(self, table);
        owner.attachments.push_back(self);
        m_net.attachments.push_back(std::move(attachment));
    }
    void readTransitRoute(const Fields& fields, Index gateway, TransitTable& table, std::uint32_t row) {
        TransitRoute route;
        const std::vector<Cidr> to = fields.blocks({"dst", "to"});
        if (to.empty()) {
            fields.complain("dst", say("A route needs a destination.", "라우팅에는 대상 주소가 필요합니다."));
            return;
        }
        route.to = to.front();
        const std::string via = fields.text({"via"}).value_or("");
        for (Index i = 0; i < m_net.attachments.size(); ++i)
            if (m_net.attachments[i].gateway == gateway && m_net.attachments[i].id == via) route.attachment = i;
        route.propagated = fields.flag({"propagated"}).value_or(false);
        route.blackhole = fields.text({"state"}).value_or("active") == "blackhole" || via == "blackhole";
        route.row = row;
        table.routes.push_back(route);
    }

    void readVpnGateways() {
        forEach({"vgws"}, [&](const std::string& id, const Fields& fields, const json&) {
            Index self = indexOf(m_net.vpnGateways, id);
            if (self == kNone) {
                self = static_cast<Index>(m_net.vpnGateways.size());
                m_net.vpnGateways.push_back({id, kNone, true, {}, {}});
            }
            VpnGateway& gateway = m_net.vpnGateways[self];
            if (const auto vpc = fields.text({"vpc"})) gateway.vpc = named(m_net.vpcs, vpc, fields, "vpc");
            gateway.site = fields.blocks({"onprem"});
            gateway.active = isUp(fields);
        });
    }

    void readEndpoints() {
        forEach({"gwes"}, [&](const std::string& id, const Fields& fields, const json&) {
            GatewayEndpoint endpoint;
            endpoint.id = id;
            endpoint.vpc = named(m_net.vpcs, fields.text({"vpc"}), fields, "vpc");
            endpoint.service = m_net.serviceNamed(fields.text({"service"}).value_or("s3"));
            endpoint.region = fields.text({"region"}).value_or(endpoint.vpc != kNone ? m_net.vpcs[endpoint.vpc].region : "");
            m_net.gatewayEndpoints.push_back(std::move(endpoint));
        });
    }

    void nameBalancers() {
        forEach({"lbs"}, [&](const std::string& id, const Fields& fields, const json&) {
            Balancer balancer;
            balancer.id = id;
            balancer.owner = m_net.ownerNamed(id);
            const std::string kind = fields.text({"kind"}).value_or("alb");
            balancer.kind = kind == "nlb"                                         ? Balancer::Kind::Network
                            : kind == "gwlb"                                      ? Balancer::Kind::Gateway
                            : kind == "clb" || kind == "classic" || kind == "elb" ? Balancer::Kind::Classic
                                                                                  : Balancer::Kind::Application;
            balancer.internetFacing = fields.text({"scheme"}).value_or("internal") == "internet-facing";
            balancer.crossZone =
                fields.flag({"crossZone"}).value_or(balancer.kind == Balancer::Kind::Application);
            balancer.preserve = fields.flag({"preserve"});
            const Index self = static_cast<Index>(m_net.balancers.size());
            const std::vector<Index> groupsOfAll = groups(fields);
            for (const std::string& subnet : fields.texts({"subnets"})) {
                Interface node;
                node.id = id + "@" + subnet;
                node.owner = balancer.owner;
                node.subnet = named(m_net.subnets, subnet, fields, "subnets");
                if (node.subnet == kNone) continue;
                const auto perSubnet = [&](std::initializer_list<const char*> names) -> std::optional<IpAddress> {
                    const json* map = fields.find(names);
                    if (!map) return std::nullopt;
                    return Fields(*map, fields.place() + "." + *names.begin(), m_complaints).address({subnet.c_str()});
                };
                node.v4 = perSubnet({"ips"});
                node.v6 = perSubnet({"ip6s", "ips6"});
                node.publicV4 = perSubnet({"pubs"});
                if (!node.v4 && !node.v6) node.v4 = freeAddress(node.subnet);
                node.groups = groupsOfAll;
                node.clientPorts = kWideClients;
                node.balancer = self;
                balancer.nodes.push_back(static_cast<Index>(m_net.interfaces.size()));
                m_net.interfaces.push_back(std::move(node));
            }
            m_net.balancers.push_back(std::move(balancer));
        });
    }
    std::optional<IpAddress> freeAddress(Index subnet) {
        for (const Cidr& block : m_net.subnets[subnet].cidrs)
            for (std::uint64_t n = 4; block.family() == IpFamily::V4 && n + 1 < addressCount(block); ++n) {
                const auto address = addressAt(block, n);
                const bool taken = std::any_of(m_net.interfaces.begin(), m_net.interfaces.end(),
                                               [&](const Interface& each) { return each.v4 == address; }) ||
                                   std::any_of(m_net.nats.begin(), m_net.nats.end(),
                                               [&](const Nat& each) { return each.address == address; });
                if (!taken) return address;
            }
        return std::nullopt;
    }

    void readRoutes() {
        forEach({"rts"}, [&](const std::string& id, const Fields& fields, const json& rows) {
            if (!rows.is_array()) {
                fields.complain("", say("A route table is a list of routes.", "라우팅 테이블은 라우팅 목록입니다."));
                return;
            }
            for (std::size_t i = 0; i < rows.size(); ++i)
                readRoute(Fields(rows[i], fields.place() + "[" + std::to_string(i) + "]", m_complaints),
                          m_net.tables[indexOf(m_net.tables, id)], static_cast<std::uint32_t>(i));
        });
    }
    void readRoute(const Fields& fields, Table& table, std::uint32_t row) {
        const auto to = fields.text({"dst", "to"});
        if (!to) {
            fields.complain("dst", say("A route needs a destination.", "라우팅에는 대상 주소가 필요합니다."));
            return;
        }
        Route route;
        const std::string via = fields.text({"via"}).value_or("");
        route.target = target(via);
        if (const Result<Cidr> block = parseCidr(*to); block.ok()) {
            route.to = *block;
        } else if (to->starts_with("pl-") || indexOf(m_net.prefixLists, *to) != kNone) {
            std::string list = *to;
            if (route.target.is(Kind::GatewayEndpoint)) { // of another Region: other addresses
                const GatewayEndpoint& endpoint = m_net.gatewayEndpoints[route.target.index];
                if (endpoint.vpc != kNone && endpoint.region != m_net.vpcs[endpoint.vpc].region)
                    list += "." + endpoint.region;
            }
            route.prefixList = m_net.prefixListNamed(list);
        } else {
            fields.complain("dst", parseCidr(*to).error().what);
            return;
        }
        route.propagated = fields.flag({"propagated"}).value_or(false);
        route.blackhole = fields.text({"state"}).value_or("active") == "blackhole" || via == "blackhole";
        route.row = row;
        table.routes.push_back(route);
    }
    Place target(const std::string& via) {
        if (via == "local") return {Kind::Vpc, 0};
        const auto look = [&](const auto& things, Kind kind) -> Place {
            const Index index = indexOf(things, via);
            return index == kNone ? Place{} : Place{kind, index};
        };
        for (const Place place :
             {look(m_net.internetGateways, Kind::InternetGateway), look(m_net.nats, Kind::Nat),
              look(m_net.peerings, Kind::Peering), look(m_net.transitGateways, Kind::TransitGateway),
              look(m_net.vpnGateways, Kind::VpnGateway), look(m_net.gatewayEndpoints, Kind::GatewayEndpoint),
              look(m_net.interfaces, Kind::Interface)})
            if (!place.is(Kind::None)) return place;
        const bool egressOnly = via.starts_with("eigw") || via.starts_with("eoigw");
        if (egressOnly || via.starts_with("igw")) { // there, but attached to nothing
            m_net.internetGateways.push_back({via, kNone, egressOnly, kNone});
            return {Kind::InternetGateway, static_cast<Index>(m_net.internetGateways.size() - 1)};
        }
        return {Kind::Missing, 0};
    }

    void readListeners() {
        forEach({"lbs"}, [&](const std::string& id, const Fields& fields, const json&) {
            Balancer& balancer = m_net.balancers[indexOf(m_net.balancers, id)];
            const json* rows = fields.find({"listeners"});
            for (std::size_t i = 0; rows && rows->is_array() && i < rows->size(); ++i)
                readListener(Fields((*rows)[i], fields.place() + ".listeners[" + std::to_string(i) + "]", m_complaints),
                             balancer);
        });
    }
    static void readSpeech(const std::string& protocol, bool& tcp, bool& udp) {
        std::string upper;
        for (const char c : protocol) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '-' ? '_' : c;
        udp = upper == "UDP" || upper == "TCP_UDP" || upper == "QUIC" || upper == "TCP_QUIC" || upper == "GENEVE" ||
              upper == "DTLS";
        tcp = !udp || upper == "TCP_UDP" || upper == "TCP_QUIC";
    }
    std::optional<std::uint16_t> port(const Fields& fields, std::initializer_list<const char*> names) {
        const json* value = fields.find(names);
        if (!value) return std::nullopt;
        const auto parsed = parsePorts(plain(*value));
        if (parsed && parsed->ranges().size() == 1 && parsed->ranges().front().first == parsed->ranges().front().last)
            return parsed->ranges().front().first;
        fields.complain(*names.begin(), say("A port is needed here.", "여기에는 포트가 있어야 합니다."));
        return std::nullopt;
    }
    void readListener(const Fields& fields, Balancer& balancer) {
        Listener listener;
        const bool gateway = balancer.kind == Balancer::Kind::Gateway;
        const std::string protocol = fields.text({"proto"}).value_or(gateway ? "GENEVE" : "TCP");
        readSpeech(protocol, listener.tcp, listener.udp);
        listener.port = port(fields, {"port"}).value_or(gateway ? std::uint16_t{6081} : std::uint16_t{0});
        readSpeech(fields.text({"tproto"}).value_or(protocol), listener.targetTcp, listener.targetUdp);
        listener.targetPort = port(fields, {"tport"}).value_or(listener.port);
        const std::string type = fields.text({"ttype"}).value_or("instance");
        listener.type = type == "ip"                    ? Listener::Targets::Address
                        : type == "alb" || type == "lb" ? Listener::Targets::Balancer
                        : type == "lambda"              ? Listener::Targets::Function
                                                        : Listener::Targets::Instance;
        for (std::string target : fields.texts({"targets"})) {
            if (const Index index = indexOf(m_net.interfaces, target); index != kNone) {
                listener.targets.push_back({{Kind::Interface, index}, {}, 0});
                continue;
            }
            if (const Index index = indexOf(m_net.balancers, target); index != kNone) {
                listener.targets.push_back({{Kind::Balancer, index}, {}, 0});
                continue;
            }
            if (type == "lambda") {
                listener.targets.push_back({{Kind::Owner, m_net.ownerNamed(target)}, {}, 0});
                continue;
            }
            if (target.starts_with("ip:")) target.erase(0, 3);
            if (const Result<IpAddress> address = parseIpAddress(target); address.ok()) {
                listener.targets.push_back({{}, *address, 0});
            } else {
                fields.complain("targets", say("There is no {} here.", "여기에 {}이(가) 없습니다.", target));
            }
        }
        balancer.listeners.push_back(std::move(listener));
    }

    const json& m_topology;
    std::string m_place;
    json m_empty = json::object();
    Complaints m_complaints;
    Network m_net;
    std::map<Index, std::string> m_mainTables;
};

} // namespace

Result<Network> readNetwork(const json& topology, const std::string& place) {
    return Reader(topology, place).run();
}

} // namespace sky::cases
