// SPDX-License-Identifier: GPL-3.0-or-later
#include "places_reader.h"
#include "reach_case.h"

namespace sky::cases {
namespace {

using Kind = Place::Kind;

class Reader : PlacesReader {
  public:
    using PlacesReader::PlacesReader;

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
                        readTransitRoute(Fields(rows[i],
                                                fields.place() + ".tables." + table + "[" + std::to_string(i) + "]",
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
            endpoint.region =
                fields.text({"region"}).value_or(endpoint.vpc != kNone ? m_net.vpcs[endpoint.vpc].region : "");
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
            balancer.crossZone = fields.flag({"crossZone"}).value_or(balancer.kind == Balancer::Kind::Application);
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
        for (const char c : protocol)
            upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '-' ? '_' : c;
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
                listener.targets.push_back({{Kind::Interface, index}, {}, 0, kNone});
                continue;
            }
            if (const Index index = indexOf(m_net.balancers, target); index != kNone) {
                listener.targets.push_back({{Kind::Balancer, index}, {}, 0, kNone});
                continue;
            }
            if (type == "lambda") {
                listener.targets.push_back({{Kind::Owner, m_net.ownerNamed(target)}, {}, 0, kNone});
                continue;
            }
            if (target.starts_with("ip:")) target.erase(0, 3);
            if (const Result<IpAddress> address = parseIpAddress(target); address.ok()) {
                listener.targets.push_back({{}, *address, 0, kNone});
            } else {
                fields.complain("targets", say("There is no {} here.", "여기에 {}이(가) 없습니다.", target));
            }
        }
        balancer.listeners.push_back(std::move(listener));
    }
};

} // namespace

Result<Network> readNetwork(const json& topology, const std::string& place) {
    return Reader(topology, place).run();
}

} // namespace sky::cases
