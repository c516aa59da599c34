// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/subnet_access.h"

#include "catalog/roles.h"
#include "edit/add.h"
#include "topology/topology.h"

#include <algorithm>

namespace sky::edit {
namespace {

namespace role = catalog::role;
using diagram::Diagram;
using diagram::Element;
using topology::Exposure;
using topology::RouteTarget;
using topology::Topology;

constexpr const char* kEverywhere = "0.0.0.0/0";

class AccessBuilder {
  public:
    AccessBuilder(const Diagram& diagram, const catalog::Catalog& catalog)
        : m_draft(diagram, catalog), m_topology(Topology::of(diagram, catalog)) {}

    Result<void> change(const ElementId& subnet, Access access) {
        m_vpc = m_topology.placement(subnet).vpc;
        if (m_vpc.empty())
            return Error{ErrorCode::BadUsage, subnet.str(),
                         say("'{}' stands in no VPC.", "'{}'이(가) VPC 안에 있지 않습니다.",
                             callOf(m_draft.diagram(), m_draft.catalog(), subnet)),
                         say("Move it into a VPC first.", "먼저 VPC 안으로 옮기세요.")};
        for (const std::string_view needed : {role::kRouteTable, role::kInternetGateway, role::kNat, role::kSubnet})
            if (!serviceThatPlays(m_draft.catalog(), needed))
                return Error{ErrorCode::NotFound,
                             std::string(needed),
                             say("The catalog has no {}.", "카탈로그에 {}이(가) 없습니다.", needed),
                             {}};
        switch (access) {
        case Access::Public:
            makePublic(subnet);
            break;
        case Access::Private:
            makePrivate(subnet);
            break;
        case Access::Isolated:
            makeIsolated(subnet);
            break;
        }
        alignIntent(subnet, access);
        return {};
    }

    Built finish(Text name) { return {m_draft.finish(std::move(name)), std::move(m_made)}; }

  private:
    void refresh() { m_topology = m_topology.after(m_draft.diagram()); }

    ElementId make(std::string_view what, const ElementId& parent, const Text& name) {
        const ElementId id = addBelow(m_draft, *serviceThatPlays(m_draft.catalog(), what), parent, name);
        m_made.elements.push_back(id);
        refresh();
        return id;
    }

    void useTable(const ElementId& subnet, const ElementId& table) {
        m_draft.setProperty(subnet, "routeTable", catalog::Reference{table.str()});
        refresh();
    }

    [[nodiscard]] std::vector<ElementId> ofVpc(std::string_view what) const {
        std::vector<ElementId> found;
        for (const Element& element : m_draft.diagram().elements())
            if (m_topology.plays(element.id, what) && m_topology.placement(element.id).vpc == m_vpc)
                found.push_back(element.id);
        return found;
    }

    // The default route of a table; null target: none.
    [[nodiscard]] std::optional<topology::Route> defaultRoute(const ElementId& table) const {
        for (const topology::Route& route : m_topology.routes(table))
            if (route.to == kEverywhere || route.to == "::/0") return route;
        return std::nullopt;
    }

    ElementId tableVia(const ElementId& target, const Text& name) {
        for (const ElementId& table : ofVpc(role::kRouteTable))
            if (const auto route = defaultRoute(table); route && route->via == target.str() && route->to == kEverywhere)
                return table;
        const ElementId table = make(role::kRouteTable, m_vpc, name);
        catalog::Record row;
        row.set("to", std::string(kEverywhere));
        row.set("via", catalog::Reference{target.str()});
        m_draft.setProperty(table, "routes", catalog::Records{row});
        refresh();
        return table;
    }

    void makePublic(const ElementId& subnet) {
        if (m_topology.exposure(subnet).exposure == Exposure::Public) return;
        const std::vector<ElementId> gateways = m_topology.gateways(m_vpc, role::kInternetGateway);
        const ElementId gateway = gateways.empty() ? make(role::kInternetGateway, m_vpc, {}) : gateways.front();
        useTable(subnet, tableVia(gateway, say("Public", "퍼블릭")));
    }

    [[nodiscard]] bool sameZone(const ElementId& a, const ElementId& b) const {
        return m_topology.placement(a).zone == m_topology.placement(b).zone;
    }

    // A NAT gateway for it: one of its zone, or a regional one. Empty: none.
    [[nodiscard]] ElementId natFor(const ElementId& subnet) const {
        for (const ElementId& nat : ofVpc(role::kNat)) {
            const ElementId home = m_topology.placement(nat).subnet;
            if (home.empty()) return nat;
            if (home != subnet && sameZone(nat, subnet) && m_topology.exposure(home).exposure == Exposure::Public)
                return nat;
        }
        return {};
    }

    ElementId publicSubnetBeside(const ElementId& subnet) {
        for (const ElementId& other : m_topology.subnets(m_vpc))
            if (other != subnet && sameZone(other, subnet) && m_topology.exposure(other).exposure == Exposure::Public)
                return other;
        const Element beside = *m_draft.diagram().element(subnet);
        const ElementId made = make(role::kSubnet, beside.parent, say("Public", "퍼블릭"));
        if (const std::string* zone = beside.properties.text("zone")) {
            m_draft.setProperty(made, "zone", *zone);
            refresh();
        }
        makePublic(made);
        return made;
    }

    void makePrivate(const ElementId& subnet) {
        const topology::SubnetExposure now = m_topology.exposure(subnet);
        if (now.exposure == Exposure::Egress && now.route && now.route->target == RouteTarget::Nat) return;
        ElementId nat = natFor(subnet);
        if (nat.empty()) nat = make(role::kNat, publicSubnetBeside(subnet), {});
        useTable(subnet, tableVia(nat, say("Private", "프라이빗")));
    }

    void makeIsolated(const ElementId& subnet) {
        const auto leadsOut = [&] {
            const ElementId table = m_topology.routeTable(subnet).table;
            return !table.empty() && defaultRoute(table).has_value();
        };
        if (!leadsOut()) return;
        m_draft.setProperty(subnet, "routeTable", std::nullopt);
        refresh();
        if (!leadsOut()) return;
        for (const ElementId& table : ofVpc(role::kRouteTable)) {
            if (defaultRoute(table)) continue;
            useTable(subnet, table);
            return;
        }
        useTable(subnet, make(role::kRouteTable, m_vpc, say("Isolated", "격리")));
    }

    // What the user meant before gives way to what the user asks for now.
    void alignIntent(const ElementId& subnet, Access access) {
        constexpr std::string_view kIntents[] = {"public", "private", "isolated"};
        const std::string* intent = m_draft.diagram().element(subnet)->properties.text("intent");
        if (intent) m_draft.setProperty(subnet, "intent", std::string(kIntents[static_cast<std::size_t>(access)]));
    }

    Draft m_draft;
    Topology m_topology;
    ElementId m_vpc;
    Selection m_made;
};

} // namespace

Result<Built> setAccess(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& subnets,
                        Access access) {
    if (subnets.empty()) return nothingSelected();
    AccessBuilder builder(diagram, catalog);
    for (const ElementId& id : subnets) {
        const Element* element = diagram.element(id);
        if (!element) return noSuchThing(id.str());
        const catalog::Service* service = catalog.find(element->service);
        if (!service || !service->plays(role::kSubnet))
            return Error{ErrorCode::BadUsage, id.str(),
                         say("'{}' is no subnet.", "'{}'은(는) 서브넷이 아닙니다.", callOf(diagram, catalog, id)),
                         say("Pick subnets.", "서브넷을 고르세요.")};
        if (Result<void> done = builder.change(id, access); !done) return std::move(done).error();
    }
    Selection selection;
    selection.elements = subnets;
    const Text what = callOf(diagram, catalog, selection);
    switch (access) {
    case Access::Public:
        return builder.finish(say("Make {} public", "{}을(를) 퍼블릭으로", what));
    case Access::Private:
        return builder.finish(say("Make {} private", "{}을(를) 프라이빗으로", what));
    case Access::Isolated:
        break;
    }
    return builder.finish(say("Isolate {}", "{} 격리", what));
}

} // namespace sky::edit
