// SPDX-License-Identifier: GPL-3.0-or-later
// VPCs, subnets, interfaces and load balancers of a drawing.
#include "network/maker.h"

#include "catalog/roles.h"
#include "topology/keys.h"

#include <algorithm>

namespace sky::network {
namespace {

using topology::Origin;
using Kind = Place::Kind;
namespace role = catalog::role;
namespace key = topology::key;

std::optional<Cidr> block(const std::string* text) {
    if (!text) return std::nullopt;
    const Result<Cidr> parsed = parseCidr(*text);
    return parsed.ok() ? std::optional(*parsed) : std::nullopt;
}

std::uint16_t portOf(const std::string& text) {
    const std::optional<PortSet> ports = parsePorts(text);
    return ports && !ports->empty() ? ports->ranges().front().first : std::uint16_t{0};
}

} // namespace

std::string serviceName(std::string_view target) {
    const std::size_t dot = target.rfind('.');
    if (dot != std::string_view::npos) target.remove_prefix(dot + 1);
    return std::string(target == "execute-api" ? std::string_view("api-gateway") : target);
}

Network networkOf(const topology::Topology& topology, const Reading& reading) {
    return Maker(topology, reading).run();
}

Network Maker::run() {
    sortElements();
    makeVpcs();
    makeAcls();
    makeGroups();
    makeGateways();
    makeSubnets();
    makeInterfaces();
    makeBalancers();
    fillGroups();
    makeAssumedGroups();
    makePeerings();
    makeVpnGateways();
    makeTransitGateways();
    makeEndpoints();
    makeRoutes();
    m_net.seal();
    return std::move(m_net);
}

void Maker::sortElements() {
    for (const diagram::Element& element : m_topology.diagram().elements()) {
        const catalog::Service* service = m_topology.service(element.id);
        if (!service) continue;
        for (const std::string& each : service->roles) {
            const auto known = std::find(role::kAll.begin(), role::kAll.end(), each);
            if (known != role::kAll.end()) m_byRole[*known].push_back(element.id);
        }
    }
}

const std::vector<ElementId>& Maker::playing(std::string_view role) const {
    static const std::vector<ElementId> none;
    const auto at = m_byRole.find(role);
    return at == m_byRole.end() ? none : at->second;
}

void Maker::makeVpcs() {
    for (const ElementId& id : m_topology.vpcs()) {
        Vpc vpc;
        vpc.id = id.str();
        vpc.region = m_topology.placement(id).regionCode;
        const topology::AddressSetting first = m_topology.cidr(id);
        if (first.known())
            if (const auto parsed = block(&first.value)) vpc.cidrs.push_back(*parsed);
        if (const catalog::List* more = m_topology.property(id, "secondaryCidrs").list())
            for (const catalog::Scalar& each : *more)
                if (const auto parsed = block(std::get_if<std::string>(&each))) vpc.cidrs.push_back(*parsed);
        if (const auto parsed = block(m_topology.property(id, "ipv6Cidr").text())) vpc.cidrs.push_back(*parsed);
        if (const std::string* access = m_topology.property(id, "blockPublicAccess").text())
            vpc.publicAccess = *access == "ingress"         ? Vpc::PublicAccess::IngressBlocked
                               : *access == "bidirectional" ? Vpc::PublicAccess::Blocked
                                                            : Vpc::PublicAccess::Open;
        m_vpcs.emplace(id.str(), static_cast<Index>(m_net.vpcs.size()));
        m_net.vpcs.push_back(std::move(vpc));
    }
    for (const ElementId& id : playing(role::kRouteTable)) {
        Table table;
        table.id = id.str();
        m_tables.emplace(id.str(), static_cast<Index>(m_net.tables.size()));
        m_net.tables.push_back(std::move(table));
    }
    for (Vpc& vpc : m_net.vpcs) {
        const std::vector<ElementId>& mains = m_topology.mainTables(ElementId(vpc.id));
        if (!mains.empty()) vpc.mainTable = lookUp(m_tables, mains.front().str());
    }
}

void Maker::makeSubnets() {
    for (Index vpc = 0; vpc < m_net.vpcs.size(); ++vpc) {
        for (const ElementId& id : m_topology.subnets(ElementId(m_net.vpcs[vpc].id))) {
            Subnet subnet;
            subnet.id = id.str();
            subnet.vpc = vpc;
            if (const auto& zone = m_topology.placement(id).zone)
                subnet.zone = m_net.zoneNamed(zone->region, zone->letter.empty() ? zone->domain : zone->letter);
            const topology::AddressSetting cidr = m_topology.cidr(id);
            if (cidr.known())
                if (const auto parsed = block(&cidr.value)) subnet.cidrs.push_back(*parsed);
            if (const auto parsed = block(m_topology.property(id, "ipv6Cidr").text())) subnet.cidrs.push_back(*parsed);
            const topology::RouteTableChoice table = m_topology.routeTable(id);
            if (!table.table.empty()) subnet.table = lookUp(m_tables, table.table.str());
            const topology::NetworkAclChoice acl = m_topology.networkAcl(id);
            if (!acl.acl.empty()) subnet.acl = lookUp(m_acls, acl.acl.str());
            m_subnets.emplace(id.str(), static_cast<Index>(m_net.subnets.size()));
            m_net.subnets.push_back(std::move(subnet));
        }
    }
}

void Maker::makeInterfaces() {
    // Elastic addresses that say which they are: nobody else may be given those.
    for (const ElementId& id : playing(role::kAddress)) {
        const std::string* text = m_topology.property(id, "address").text();
        const Result<IpAddress> address = parseIpAddress(text ? *text : std::string());
        if (address.ok()) m_takenPublic.push_back(*address);
        const ElementId holder = m_topology.holder(id);
        if (!holder.empty()) ++m_elasticBy[holder.str()];
    }
    std::sort(m_takenPublic.begin(), m_takenPublic.end());
    for (Index subnet = 0; subnet < m_net.subnets.size(); ++subnet) {
        m_nextV6 = 4;
        for (const topology::Host& host : m_topology.hosts(ElementId(m_net.subnets[subnet].id))) {
            if (m_topology.plays(host.element, role::kNat))
                makeNat(host, subnet);
            else
                makeInterface(host, subnet);
        }
    }
    for (const ElementId& id : playing(role::kNat)) { // regional ones stand in no subnet
        const std::string* mode = m_topology.property(id, "mode").text();
        if (m_routers.contains(id.str()) || !mode || *mode != "regional") continue;
        Nat nat;
        nat.id = id.str();
        nat.regional = true;
        nat.vpc = vpcIndex(m_topology.placement(id).vpc);
        if (nat.vpc == kNone) continue;
        const std::string* connectivity = m_topology.property(id, "connectivity").text();
        nat.isPublic = !connectivity || *connectivity != "private";
        nat.publicAddress = elasticAddress(id);
        if (nat.isPublic && !nat.publicAddress) nat.publicAddress = nextPublicAddress();
        m_routers.emplace(id.str(), Place{Kind::Nat, static_cast<Index>(m_net.nats.size())});
        m_net.nats.push_back(std::move(nat));
    }
}

std::optional<IpAddress> Maker::elasticAddress(const ElementId& element) const {
    if (!m_elasticBy.contains(element.str())) return std::nullopt;
    for (const ElementId& id : m_topology.attachments(element)) {
        if (!m_topology.plays(id, role::kAddress)) continue;
        const std::string* text = m_topology.property(id, "address").text();
        if (!text) continue;
        const Result<IpAddress> address = parseIpAddress(*text);
        if (address.ok() && address->family == IpFamily::V4) return *address;
    }
    return std::nullopt;
}

// Addresses for what is public but says no address: the block for benchmarks (RFC 2544), which nobody routes.
IpAddress Maker::nextPublicAddress() {
    constexpr std::uint64_t kBlock = 0xC6120000u; // 198.18.0.0/15
    while (true) {
        const IpAddress address{IpFamily::V4, 0, kBlock + m_nextPublic++ % 0x20000u};
        if (!std::binary_search(m_takenPublic.begin(), m_takenPublic.end(), address)) return address;
    }
}

bool Maker::hasPublicAddress(const ElementId& element, const ElementId& subnet) const {
    if (m_elasticBy.contains(element.str())) return true;
    const catalog::Service* service = m_topology.service(element);
    if (!service || service->plays(role::kFunction) || service->plays(role::kEndpoint)) return false;
    if (service->plays(role::kLoadBalancer)) {
        const std::string* scheme = m_topology.property(element, "scheme").text();
        return !scheme || *scheme != "internal";
    }
    const topology::Effective accessible = m_topology.property(element, "publiclyAccessible");
    if (accessible.property) return accessible.flag().value_or(false);
    const topology::Effective own = m_topology.property(element, "publicIp");
    if (!own.property) return false;
    if (const std::optional<bool> flag = own.flag()) return *flag;
    return m_topology.property(subnet, "mapPublicIp").flag().value_or(false);
}

void Maker::makeInterface(const topology::Host& host, Index subnet) {
    const ElementId& element = host.element;
    const catalog::Service* service = m_topology.service(element);
    if (!service) return;
    const Subnet& home = m_net.subnets[subnet];
    std::string endpointType = "interface";
    if (service->plays(role::kEndpoint)) {
        if (const std::string* type = m_topology.property(element, "type").text()) endpointType = *type;
        if (endpointType == "gateway") return; // a target of routes, without an interface
    }
    Interface made;
    made.id = host.part;
    made.owner = m_net.ownerNamed(element.str());
    made.subnet = subnet;
    if (host.address.known())
        if (const Result<IpAddress> address = parseIpAddress(host.address.value); address.ok()) made.v4 = *address;
    bool wants6 = m_topology.property(element, "ipv6").flag().value_or(false);
    if (const std::string* type = m_topology.property(element, "ipAddressType").text()) wants6 = *type == "dualstack";
    if (wants6)
        for (const Cidr& each : home.cidrs)
            if (each.family() == IpFamily::V6 && !made.v6) made.v6 = addressAt(each, m_nextV6++);
    if (hasPublicAddress(element, ElementId(home.id))) {
        made.publicV4 = elasticAddress(element);
        const auto taken = [&](const Interface& other) { return other.publicV4 == made.publicV4; };
        if (!made.publicV4 || std::any_of(m_net.interfaces.begin(), m_net.interfaces.end(), taken))
            made.publicV4 = nextPublicAddress();
    }
    const bool isBalancer = service->plays(role::kLoadBalancer);
    const bool keepsAddresses = service->property("preserveClientIp") != nullptr; // works on packets, not on requests
    if (isBalancer && keepsAddresses && m_topology.securityGroups(element).groups.empty())
        made.groups = {}; // made without groups, it filters nothing
    else
        made.groups = groupsOf(element, home.vpc);
    made.sourceDestCheck = m_topology.property(element, "sourceDestCheck").flag().value_or(true);
    made.translates = m_topology.property(element, "translates").flag().value_or(false);
    if (endpointType == "gateway-load-balancer") {
        made.sourceDestCheck = false;
        made.groups.clear();
    }
    const std::string* os = m_topology.property(element, "os").text();
    made.clientPorts = isBalancer || service->plays(role::kFunction) ? kWideClients
                       : os && *os == "windows"                      ? kWindowsClients
                                                                     : kLinuxClients;
    if (service->plays(role::kEndpoint) && endpointType == "interface")
        if (const std::string* target = m_topology.property(element, "target").text())
            made.service = m_net.serviceNamed(serviceName(*target));
    made.standby = service->plays(role::kDatabase) && host.part.ends_with("/standby");
    const Index self = static_cast<Index>(m_net.interfaces.size());
    m_nodes[element.str()].push_back(self);
    m_routers.try_emplace(element.str(), Place{Kind::Interface, self});
    m_net.interfaces.push_back(std::move(made));
}

void Maker::makeNat(const topology::Host& host, Index subnet) {
    Nat nat;
    nat.id = host.element.str();
    nat.subnet = subnet;
    nat.vpc = m_net.subnets[subnet].vpc;
    const std::string* connectivity = m_topology.property(host.element, "connectivity").text();
    nat.isPublic = !connectivity || *connectivity != "private";
    if (const std::string* mode = m_topology.property(host.element, "mode").text(); mode && *mode == "regional") {
        nat.regional = true;
        nat.subnet = kNone;
    }
    if (host.address.known())
        if (const Result<IpAddress> address = parseIpAddress(host.address.value); address.ok()) nat.address = *address;
    nat.publicAddress = elasticAddress(host.element);
    if (nat.isPublic && !nat.publicAddress) nat.publicAddress = nextPublicAddress();
    m_routers.emplace(nat.id, Place{Kind::Nat, static_cast<Index>(m_net.nats.size())});
    m_net.nats.push_back(std::move(nat));
}

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
        listener.targets.push_back({{Kind::Balancer, balancer}, {}, port});
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
        listener.targets.push_back({{Kind::Interface, node}, {}, port});
    }
    if (nodes.empty()) listener.targets.push_back({{Kind::Owner, m_net.ownerNamed(to.str())}, {}, port});
}

} // namespace sky::network
