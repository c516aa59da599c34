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
    makePeerings();
    makeVpnGateways();
    makeTransitGateways();
    makeEndpoints();
    makeRoutes();
    makeAssumedGroups();
    m_net.seal();
    return std::move(m_net);
}

void Maker::sortElements() {
    std::map<std::string, const catalog::Service*, std::less<>> services;
    for (const diagram::Element& element : m_topology.diagram().elements()) {
        auto known = services.find(element.service);
        if (known == services.end())
            known = services.emplace(element.service, m_topology.catalog().find(element.service)).first;
        if (!known->second) continue;
        for (const std::string& each : known->second->roles) {
            const auto role = std::find(role::kAll.begin(), role::kAll.end(), each);
            if (role != role::kAll.end()) m_byRole[*role].push_back(element.id);
        }
    }
}

const Maker::Knows& Maker::knowsOf(const catalog::Service& service) {
    const auto [at, isNew] = m_knows.try_emplace(&service);
    if (isNew) {
        Knows& knows = at->second;
        const auto has = [&](std::string_view property) { return service.property(property) != nullptr; };
        knows.ipv6 = has("ipv6");
        knows.addressType = has("ipAddressType");
        knows.accessible = has("publiclyAccessible");
        knows.publicIp = has("publicIp");
        knows.check = has("sourceDestCheck");
        knows.translates = has("translates");
        knows.os = has("os");
        knows.balancer = service.plays(role::kLoadBalancer);
        knows.keepsAddresses = has("preserveClientIp"); // it works on packets, not on requests
        knows.function = service.plays(role::kFunction);
        knows.endpoint = service.plays(role::kEndpoint);
        knows.database = service.plays(role::kDatabase);
        knows.nat = service.plays(role::kNat);
    }
    return at->second;
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
        const ElementId id(m_net.subnets[subnet].id);
        m_nextV6 = 4;
        m_givesPublic.push_back(m_topology.property(id, "mapPublicIp").flag().value_or(false));
        for (const topology::Host& host : m_topology.hosts(id)) makeInterface(host, subnet);
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

bool Maker::hasPublicAddress(const ElementId& element, const Knows& knows, Index subnet) const {
    if (!m_elasticBy.empty() && m_elasticBy.contains(element.str())) return true;
    if (knows.function || knows.endpoint) return false;
    if (knows.balancer) {
        const std::string* scheme = m_topology.property(element, "scheme").text();
        return !scheme || *scheme != "internal";
    }
    if (knows.accessible) return m_topology.property(element, "publiclyAccessible").flag().value_or(false);
    if (!knows.publicIp) return false;
    if (const std::optional<bool> flag = m_topology.property(element, "publicIp").flag()) return *flag;
    return m_givesPublic[subnet];
}

void Maker::makeInterface(const topology::Host& host, Index subnet) {
    const ElementId& element = host.element;
    const catalog::Service* service = m_topology.service(element);
    if (!service) return;
    const Knows& knows = knowsOf(*service);
    if (knows.nat) {
        makeNat(host, subnet);
        return;
    }
    const Subnet& home = m_net.subnets[subnet];
    std::string endpointType = "interface";
    if (knows.endpoint) {
        if (const std::string* type = m_topology.property(element, "type").text()) endpointType = *type;
        if (endpointType == "gateway") return; // a target of routes, without an interface
    }
    std::vector<Index>& others = m_nodes[element.str()];
    Interface made;
    made.id = host.part;
    made.subnet = subnet;
    if (host.address.known())
        if (const Result<IpAddress> address = parseIpAddress(host.address.value); address.ok()) made.v4 = *address;
    bool wants6 = knows.ipv6 && m_topology.property(element, "ipv6").flag().value_or(false);
    if (knows.addressType)
        if (const std::string* type = m_topology.property(element, "ipAddressType").text())
            wants6 = *type == "dualstack";
    if (wants6)
        for (const Cidr& each : home.cidrs)
            if (each.family() == IpFamily::V6 && !made.v6) made.v6 = addressAt(each, m_nextV6++);
    if (hasPublicAddress(element, knows, subnet)) {
        made.publicV4 = elasticAddress(element);
        const auto taken = [&](const Interface& other) { return other.publicV4 == made.publicV4; };
        if (!made.publicV4 || std::any_of(m_net.interfaces.begin(), m_net.interfaces.end(), taken))
            made.publicV4 = nextPublicAddress();
    }
    made.standby = knows.database && host.part.ends_with("/standby");
    if (!others.empty()) { // as its brothers
        const Interface& like = m_net.interfaces[others.front()];
        made.owner = like.owner;
        made.groups = like.groups;
        made.sourceDestCheck = like.sourceDestCheck;
        made.translates = like.translates;
        made.clientPorts = like.clientPorts;
        made.service = like.service;
    } else {
        made.owner = m_net.ownerNamed(element.str());
        if (endpointType == "gateway-load-balancer")
            made.sourceDestCheck = false;
        else if (!knows.balancer || !knows.keepsAddresses || !m_topology.securityGroups(element).groups.empty())
            made.groups = groupsOf(element, home.vpc); // a load balancer of packets made without groups filters nothing
        if (knows.check) made.sourceDestCheck = m_topology.property(element, "sourceDestCheck").flag().value_or(true);
        if (knows.translates) made.translates = m_topology.property(element, "translates").flag().value_or(false);
        const std::string* os = knows.os ? m_topology.property(element, "os").text() : nullptr;
        made.clientPorts = knows.balancer || knows.function ? kWideClients
                           : os && *os == "windows"         ? kWindowsClients
                                                            : kLinuxClients;
        if (knows.endpoint && endpointType == "interface")
            if (const std::string* target = m_topology.property(element, "target").text())
                made.service = m_net.serviceNamed(serviceName(*target));
    }
    const Index self = static_cast<Index>(m_net.interfaces.size());
    if (others.empty()) m_routers.try_emplace(element.str(), Place{Kind::Interface, self});
    others.push_back(self);
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

} // namespace sky::network
