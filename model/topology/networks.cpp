// SPDX-License-Identifier: GPL-3.0-or-later
// Route tables, lists and groups as they take effect, and what makes a subnet public.
#include "topology/topology.h"

#include "catalog/roles.h"
#include "topology/keys.h"
#include "topology/parts.h"

#include <algorithm>
#include <array>

namespace sky::topology {
namespace {

using catalog::LinkKind;
using diagram::Element;
namespace role = catalog::role;

bool isEverything(std::string_view to) {
    return to == "0.0.0.0/0" || to == "::/0";
}

// The id a property of the element names, if what it names plays the role.
ElementId named(const Topology& topology, const ElementId& element, std::string_view property, std::string_view role) {
    const std::string* id = topology.property(element, property).reference();
    return id && topology.plays(ElementId(*id), role) ? ElementId(*id) : ElementId();
}

// The default list or group of a VPC, where it is drawn.
ElementId defaultIn(const Topology& topology, const ElementId& vpc, std::string_view role) {
    if (!vpc.empty())
        for (const ElementId& id : topology.gateways(vpc, role))
            if (topology.property(id, key::kIsDefault).flag().value_or(false)) return id;
    return {};
}

RouteTarget targetOf(const Topology& topology, const std::string& via) {
    if (via.empty()) return RouteTarget::Unset;
    if (via == key::kLocal) return RouteTarget::Local;
    if (topology.diagram().link(LinkId(via))) {
        const LinkKind kind = topology.kind(LinkId(via));
        if (kind == LinkKind::Peering) return RouteTarget::Peering;
        return kind == LinkKind::Vpn || kind == LinkKind::DirectConnect ? RouteTarget::VpnLink : RouteTarget::Other;
    }
    const ElementId id(via);
    if (!topology.diagram().element(id)) return RouteTarget::Missing;
    static constexpr std::array<std::pair<std::string_view, RouteTarget>, 6> kTargets{{
        {role::kInternetGateway, RouteTarget::InternetGateway},
        {role::kEgressOnlyGateway, RouteTarget::EgressOnlyGateway},
        {role::kNat, RouteTarget::Nat},
        {role::kVpnGateway, RouteTarget::VpnGateway},
        {role::kTransitGateway, RouteTarget::TransitGateway},
        {role::kEndpoint, RouteTarget::Endpoint},
    }};
    for (const auto& [role, target] : kTargets)
        if (topology.plays(id, role)) return target;
    return topology.is(id, catalog::Trait::Eni) ? RouteTarget::Interface : RouteTarget::Other;
}

std::string fieldText(const catalog::Record& record, std::string_view field) {
    const catalog::Scalar* scalar = record.find(field);
    if (!scalar) return {};
    if (const auto* text = std::get_if<std::string>(scalar)) return *text;
    if (const auto* reference = std::get_if<catalog::Reference>(scalar)) return reference->id;
    return catalog::toText(*scalar);
}

} // namespace

std::vector<ElementId> Topology::vpcs() const {
    std::vector<ElementId> ids;
    ids.reserve(m_vpcs.size());
    for (const VpcFacts& vpc : m_vpcs) ids.push_back(vpc.id);
    return ids;
}

const std::vector<ElementId>& Topology::subnets(const ElementId& vpc) const {
    static const std::vector<ElementId> kNone;
    const VpcFacts* facts = m_vpcs.find(vpc);
    return facts ? facts->subnets : kNone;
}

const std::vector<ElementId>& Topology::mainTables(const ElementId& vpc) const {
    static const std::vector<ElementId> kNone;
    const VpcFacts* facts = m_vpcs.find(vpc);
    return facts ? facts->mainTables : kNone;
}

std::vector<ElementId> Topology::gateways(const ElementId& vpc, std::string_view role) const {
    std::vector<ElementId> found;
    for (const ElementId& child : m_diagram.children(vpc))
        if (plays(child, role)) found.push_back(child);
    return found;
}

RouteTableChoice Topology::routeTable(const ElementId& subnet) const {
    if (ElementId own = named(*this, subnet, key::kRouteTable, role::kRouteTable); !own.empty())
        return {std::move(own), TableFrom::Own};
    const std::vector<ElementId>& mains = mainTables(placement(subnet).vpc);
    return mains.empty() ? RouteTableChoice{} : RouteTableChoice{mains.front(), TableFrom::Main};
}

NetworkAclChoice Topology::networkAcl(const ElementId& subnet) const {
    if (ElementId own = named(*this, subnet, key::kNetworkAcl, role::kNetworkAcl); !own.empty())
        return {std::move(own), Origin::Set};
    if (ElementId drawn = defaultIn(*this, placement(subnet).vpc, role::kNetworkAcl); !drawn.empty())
        return {std::move(drawn), Origin::Default};
    return {};
}

ElementId Topology::defaultSecurityGroup(const ElementId& vpc) const {
    return defaultIn(*this, vpc, role::kSecurityGroup);
}

std::vector<Route> Topology::routes(const ElementId& routeTable) const {
    std::vector<Route> routes;
    const catalog::Records* rows = property(routeTable, key::kRoutes).records();
    if (!rows) return routes;
    for (std::size_t row = 0; row < rows->size(); ++row) {
        Route route;
        route.row = row;
        route.to = fieldText((*rows)[row], key::kTo);
        route.via = fieldText((*rows)[row], key::kVia);
        route.target = targetOf(*this, route.via);
        if (route.target != RouteTarget::Local) route.targetVpc = placement(ElementId(route.via)).vpc;
        routes.push_back(std::move(route));
    }
    return routes;
}

SubnetExposure Topology::exposure(const ElementId& subnet) const {
    SubnetExposure answer;
    answer.table = routeTable(subnet);
    if (answer.table.table.empty()) return answer;
    answer.reason = ExposureReason::NoDefaultRoute;
    const ElementId& vpc = placement(subnet).vpc;
    const auto judge = [&](const Route& route) -> std::pair<Exposure, ExposureReason> {
        const bool here = !vpc.empty() && route.targetVpc == vpc;
        switch (route.target) {
        case RouteTarget::InternetGateway:
            if (here) return {Exposure::Public, ExposureReason::ToInternetGateway};
            return {Exposure::Isolated, ExposureReason::GatewayOfAnotherVpc};
        case RouteTarget::Nat:
            if (here) return {Exposure::Egress, ExposureReason::ToNat};
            return {Exposure::Isolated, ExposureReason::GatewayOfAnotherVpc};
        case RouteTarget::EgressOnlyGateway:
            if (here) return {Exposure::Egress, ExposureReason::ToEgressOnlyGateway};
            return {Exposure::Isolated, ExposureReason::GatewayOfAnotherVpc};
        case RouteTarget::Unset:
        case RouteTarget::Missing:
            return {Exposure::Isolated, ExposureReason::TargetMissing};
        default:
            return {Exposure::Isolated, ExposureReason::DefaultRouteElsewhere};
        }
    };
    for (Route& route : routes(answer.table.table)) {
        if (!isEverything(route.to)) continue;
        const auto [exposure, reason] = judge(route);
        if (answer.route && exposure >= answer.exposure) continue; // the first of the most open ones decides
        answer.exposure = exposure;
        answer.reason = reason;
        answer.route = std::move(route);
    }
    return answer;
}

SecurityGroupChoice Topology::securityGroups(const ElementId& element) const {
    SecurityGroupChoice choice;
    const Element* found = m_diagram.element(element);
    if (!found) return choice;
    const auto collect = [&](const Element& from) {
        for (const ElementId& group : from.groups)
            if (plays(group, role::kSecurityGroup)) choice.groups.push_back(group);
    };
    collect(*found);
    if (!choice.groups.empty()) {
        choice.origin = Origin::Set;
        return choice;
    }
    ElementId fleet = fleetOf(*this, *found);
    if (fleet.empty()) return choice;
    collect(*m_diagram.element(fleet));
    if (!choice.groups.empty()) {
        choice.origin = Origin::Default;
        choice.through = std::move(fleet);
    }
    return choice;
}

} // namespace sky::topology
