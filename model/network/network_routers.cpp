// SPDX-License-Identifier: GPL-3.0-or-later
// Gateways, tunnels and route tables of a drawing.
#include "network/maker.h"

#include "catalog/roles.h"

#include <algorithm>
#include <set>

namespace sky::network {
namespace {

using catalog::LinkKind;
using topology::RouteTarget;
using Kind = Place::Kind;
namespace role = catalog::role;

constexpr std::string_view kUnsetSite = "192.168.0.0/16"; // of a site that says no addresses

std::vector<Cidr> blocks(const catalog::List* list) {
    std::vector<Cidr> blocks;
    if (!list) return blocks;
    for (const catalog::Scalar& each : *list)
        if (const auto* text = std::get_if<std::string>(&each))
            if (const Result<Cidr> block = parseCidr(*text); block.ok()) blocks.push_back(*block);
    return blocks;
}

std::vector<std::string> texts(const catalog::List* list) {
    std::vector<std::string> texts;
    if (!list) return texts;
    for (const catalog::Scalar& each : *list)
        if (const auto* text = std::get_if<std::string>(&each)) texts.push_back(*text);
    return texts;
}

std::string textOr(const topology::Effective& property, std::string_view otherwise) {
    const std::string* text = property.text();
    return text ? *text : std::string(otherwise);
}

std::string field(const catalog::Record& row, std::string_view name) {
    const catalog::Scalar* scalar = row.find(name);
    if (!scalar) return {};
    if (const auto* reference = std::get_if<catalog::Reference>(scalar)) return reference->id;
    return catalog::toText(*scalar);
}

} // namespace

void Maker::makeGateways() {
    for (const std::string_view each : {role::kInternetGateway, role::kEgressOnlyGateway})
        for (const ElementId& id : playing(each)) {
            InternetGateway gateway;
            gateway.id = id.str();
            gateway.vpc = vpcIndex(m_topology.placement(id).vpc);
            gateway.egressOnly = each == role::kEgressOnlyGateway;
            const Index self = static_cast<Index>(m_net.internetGateways.size());
            if (!gateway.egressOnly && gateway.vpc != kNone && m_net.vpcs[gateway.vpc].internetGateway == kNone)
                m_net.vpcs[gateway.vpc].internetGateway = self;
            m_routers.emplace(id.str(), Place{Kind::InternetGateway, self});
            m_net.internetGateways.push_back(std::move(gateway));
        }
    for (const ElementId& id : playing(role::kRouteTable)) // tables of what comes in from a gateway
        if (const std::string* gateway = m_topology.property(id, "gateway").reference())
            if (const auto at = m_routers.find(*gateway); at != m_routers.end() && at->second.is(Kind::InternetGateway))
                m_net.internetGateways[at->second.index].ingressTable = lookUp(m_tables, id.str());
}

void Maker::makePeerings() {
    for (const diagram::Link& link : m_topology.diagram().links()) {
        if (m_topology.kind(link.id) != LinkKind::Peering) continue;
        Peering peering;
        peering.id = link.id.str();
        peering.a = vpcIndex(link.from);
        peering.b = vpcIndex(link.to);
        peering.active = textOr(m_topology.property(link.id, "state"), "active") == "active";
        if (peering.a == kNone || peering.b == kNone) continue;
        m_routers.emplace(link.id.str(), Place{Kind::Peering, static_cast<Index>(m_net.peerings.size())});
        m_net.peerings.push_back(std::move(peering));
    }
}

std::vector<LinkId> Maker::tunnelsTo(const ElementId& gateway) const {
    std::vector<LinkId> tunnels;
    for (const LinkId& id : m_topology.diagram().linksAt(gateway)) {
        const LinkKind kind = m_topology.kind(id);
        if (kind == LinkKind::Vpn || kind == LinkKind::DirectConnect) tunnels.push_back(id);
    }
    return tunnels;
}

// What a tunnel leads to: what it advertises, else the addresses of the site its router stands in.
Maker::Site Maker::siteBehind(const LinkId& id) const {
    Site site;
    const diagram::Link* link = m_topology.diagram().link(id);
    if (!link) return site;
    const ElementId& router = m_topology.plays(link->from, role::kCustomerGateway) ? link->from : link->to;
    const ElementId& premises = m_topology.placement(router).onPremises;
    site.blocks = blocks(m_topology.property(id, "advertises").list());
    if (site.blocks.empty() && !premises.empty()) site.blocks = blocks(m_topology.property(premises, "cidrs").list());
    if (site.blocks.empty())
        if (const Result<Cidr> unset = parseCidr(kUnsetSite); unset.ok()) site.blocks.push_back(*unset);
    site.active = textOr(m_topology.property(id, "state"), "active") == "active";
    site.ways = {id.str(), router.str()};
    return site;
}

void Maker::makeVpnGateways() {
    for (const ElementId& id : playing(role::kVpnGateway)) {
        VpnGateway gateway;
        gateway.id = id.str();
        gateway.vpc = vpcIndex(m_topology.placement(id).vpc);
        const std::vector<LinkId> tunnels = tunnelsTo(id);
        gateway.active = tunnels.empty();
        for (const LinkId& tunnel : tunnels) {
            const Site site = siteBehind(tunnel);
            m_routers.emplace(tunnel.str(), Place{Kind::VpnGateway, static_cast<Index>(m_net.vpnGateways.size())});
            if (!site.active) continue;
            gateway.active = true;
            for (const Cidr& block : site.blocks)
                if (std::find(gateway.site.begin(), gateway.site.end(), block) == gateway.site.end())
                    gateway.site.push_back(block);
            gateway.ways.insert(gateway.ways.end(), site.ways.begin(), site.ways.end());
        }
        m_routers.emplace(id.str(), Place{Kind::VpnGateway, static_cast<Index>(m_net.vpnGateways.size())});
        m_net.vpnGateways.push_back(std::move(gateway));
    }
}

void Maker::makeTransitGateways() {
    for (const ElementId& id : playing(role::kTransitGateway)) {
        const Index self = static_cast<Index>(m_net.transitGateways.size());
        TransitGateway gateway;
        gateway.id = id.str();
        gateway.referencing = m_topology.property(id, "referencing").flag().value_or(false);
        m_routers.emplace(id.str(), Place{Kind::TransitGateway, self});
        m_net.transitGateways.push_back(std::move(gateway));
        makeTransitTables(id, self);
    }
}

void Maker::makeTransitTables(const ElementId& id, Index gateway) {
    const auto table = [&](const std::string& name) {
        for (Index i = 0; i < m_net.transitTables.size(); ++i)
            if (m_net.transitTables[i].gateway == gateway && m_net.transitTables[i].id == id.str() + "/" + name)
                return i;
        m_net.transitTables.push_back({id.str() + "/" + name, gateway, {}});
        return static_cast<Index>(m_net.transitTables.size() - 1);
    };
    std::map<std::string, Index> byVpc; // attachment of a VPC
    std::vector<std::pair<Index, std::string>> propagations;
    for (const LinkId& linkId : m_topology.diagram().linksAt(id)) {
        const LinkKind kind = m_topology.kind(linkId);
        const diagram::Link* link = m_topology.diagram().link(linkId);
        const bool tunnel = kind == LinkKind::Vpn || kind == LinkKind::DirectConnect;
        if (!link || (!tunnel && kind != LinkKind::Attach)) continue;
        Attachment attachment;
        attachment.id = linkId.str();
        attachment.gateway = gateway;
        attachment.table = table(textOr(m_topology.property(linkId, "table"), "default"));
        const Index self = static_cast<Index>(m_net.attachments.size());
        if (tunnel) {
            Site site = siteBehind(linkId);
            attachment.active = site.active;
            attachment.site = std::move(site.blocks);
            attachment.ways = std::move(site.ways);
        } else {
            attachment.vpc = vpcIndex(link->from == id ? link->to : link->from);
            if (attachment.vpc == kNone) continue;
            attachment.referencing = m_topology.property(linkId, "referencing").flag().value_or(false);
            if (const catalog::List* subnets = m_topology.property(linkId, "subnets").list()) {
                for (const catalog::Scalar& each : *subnets)
                    if (const auto* reference = std::get_if<catalog::Reference>(&each))
                        if (const Index subnet = lookUp(m_subnets, reference->id);
                            subnet != kNone && m_net.subnets[subnet].vpc == attachment.vpc)
                            attachment.subnets.push_back(subnet);
            } else { // the first of each zone
                std::set<Index> zones;
                for (Index i = 0; i < m_net.subnets.size(); ++i)
                    if (m_net.subnets[i].vpc == attachment.vpc && zones.insert(m_net.subnets[i].zone).second)
                        attachment.subnets.push_back(i);
            }
            byVpc.try_emplace(m_net.vpcs[attachment.vpc].id, self);
        }
        const topology::Effective propagates = m_topology.property(linkId, "propagatesTo");
        if (propagates.list())
            for (std::string& each : texts(propagates.list())) propagations.emplace_back(self, std::move(each));
        else
            propagations.emplace_back(self, "default");
        m_routers.emplace(linkId.str(), Place{Kind::Attachment, self});
        m_net.transitGateways[gateway].attachments.push_back(self);
        m_net.attachments.push_back(std::move(attachment));
    }
    if (const catalog::Records* rows = m_topology.property(id, "routes").records()) {
        for (std::size_t row = 0; row < rows->size(); ++row) {
            const Result<Cidr> to = parseCidr(field((*rows)[row], "to"));
            if (!to.ok()) continue;
            TransitRoute route;
            route.to = *to;
            route.row = static_cast<std::uint32_t>(row);
            route.blackhole = field((*rows)[row], "state") == "blackhole";
            const std::string via = field((*rows)[row], "via");
            if (const auto vpc = byVpc.find(via); vpc != byVpc.end())
                route.attachment = vpc->second;
            else if (const auto link = m_routers.find(via);
                     link != m_routers.end() && link->second.is(Kind::Attachment))
                route.attachment = link->second.index;
            std::string name = field((*rows)[row], "table");
            if (name.empty()) name = "default";
            m_net.transitTables[table(name)].routes.push_back(route);
        }
    }
    for (const auto& [attachment, name] : propagations) {
        const Attachment& from = m_net.attachments[attachment];
        if (!from.active) continue;
        TransitTable& rows = m_net.transitTables[table(name)];
        for (const Cidr& block : from.vpc != kNone ? m_net.vpcs[from.vpc].cidrs : from.site)
            rows.routes.push_back({block, attachment, true, false, 0});
    }
}

void Maker::makeEndpoints() {
    for (const ElementId& id : playing(role::kEndpoint)) {
        if (textOr(m_topology.property(id, "type"), "interface") != "gateway") continue;
        GatewayEndpoint endpoint;
        endpoint.id = id.str();
        endpoint.vpc = vpcIndex(m_topology.placement(id).vpc);
        const std::string* target = m_topology.property(id, "target").text();
        endpoint.service = m_net.serviceNamed(target ? serviceName(*target) : std::string("s3"));
        endpoint.region = m_topology.placement(id).regionCode;
        m_routers.insert_or_assign(id.str(),
                                   Place{Kind::GatewayEndpoint, static_cast<Index>(m_net.gatewayEndpoints.size())});
        m_net.gatewayEndpoints.push_back(std::move(endpoint));
    }
}

Place Maker::targetOf(const topology::Route& route) const {
    if (route.target == RouteTarget::Local) return {Kind::Vpc, 0};
    if (route.target == RouteTarget::Missing) return {Kind::Missing, 0};
    if (route.target == RouteTarget::Unset) return {};
    const auto at = m_routers.find(route.via);
    if (at == m_routers.end()) return {}; // there, but nobody knows where
    if (at->second.is(Kind::Attachment)) return {Kind::TransitGateway, m_net.attachments[at->second.index].gateway};
    return at->second;
}

void Maker::makeRoutes() {
    for (const ElementId& id : playing(role::kRouteTable)) {
        Table& table = m_net.tables[lookUp(m_tables, id.str())];
        const catalog::Records* rows = m_topology.property(id, "routes").records();
        for (const topology::Route& drawn : m_topology.routes(id)) {
            Route route;
            route.row = static_cast<std::uint32_t>(drawn.row);
            route.target = targetOf(drawn);
            route.blackhole = rows && drawn.row < rows->size() && field((*rows)[drawn.row], "state") == "blackhole";
            if (const Result<Cidr> to = parseCidr(drawn.to); to.ok())
                route.to = *to;
            else if (drawn.to.starts_with("pl-"))
                route.prefixList = m_net.prefixListNamed(drawn.to);
            else
                continue;
            table.routes.push_back(route);
        }
        propagate(id, table);
    }
    for (Index i = 0; i < m_net.gatewayEndpoints.size(); ++i) { // they enter themselves into tables
        const GatewayEndpoint& endpoint = m_net.gatewayEndpoints[i];
        const catalog::List* tables = m_topology.property(ElementId(endpoint.id), "routeTables").list();
        if (!tables) continue;
        for (const catalog::Scalar& each : *tables) {
            const auto* reference = std::get_if<catalog::Reference>(&each);
            const Index table = reference ? lookUp(m_tables, reference->id) : kNone;
            if (table == kNone) continue;
            Route route;
            route.prefixList = m_net.prefixListNamed("pl-" + m_net.services[endpoint.service].name);
            route.target = {Kind::GatewayEndpoint, i};
            m_net.tables[table].routes.push_back(route);
        }
    }
}

// Routes a table learns from gateways: what lies behind their tunnels.
void Maker::propagate(const ElementId& id, Table& table) {
    const catalog::List* gateways = m_topology.property(id, "propagate").list();
    if (!gateways) return;
    const auto learn = [&](const Cidr& block, Place target) {
        Route route;
        route.to = block;
        route.target = target;
        route.propagated = true;
        table.routes.push_back(route);
    };
    for (const catalog::Scalar& each : *gateways) {
        const auto* reference = std::get_if<catalog::Reference>(&each);
        const auto at = reference ? m_routers.find(reference->id) : m_routers.end();
        if (at == m_routers.end()) continue;
        if (at->second.is(Kind::VpnGateway)) {
            for (const Cidr& block : m_net.vpnGateways[at->second.index].site) learn(block, at->second);
        } else if (at->second.is(Kind::TransitGateway)) {
            for (const Index attachment : m_net.transitGateways[at->second.index].attachments)
                for (const Cidr& block : m_net.attachments[attachment].site) learn(block, at->second);
        }
    }
}

} // namespace sky::network
