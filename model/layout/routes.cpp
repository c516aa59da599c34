// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/routes.h"

#include "layout/router.h"
#include "layout/scene_of.h"

#include <algorithm>

namespace sky::layout {

Routes::Routes(std::vector<Route> routes) : m_routes(std::move(routes)) {
    std::sort(m_routes.begin(), m_routes.end(), [](const Route& a, const Route& b) { return a.id < b.id; });
}

const Route* Routes::find(const LinkId& id) const {
    const auto at = std::lower_bound(m_routes.begin(), m_routes.end(), id,
                                     [](const Route& route, const LinkId& wanted) { return route.id < wanted; });
    return at != m_routes.end() && at->id == id ? &*at : nullptr;
}

namespace {

Routes coarseRoutes(const diagram::Diagram& diagram, const Placement& placement) {
    std::vector<Route> routes;
    for (const diagram::Link& link : diagram.links()) {
        const Placed* from = placement.find(link.from);
        const Placed* to = placement.find(link.to);
        if (!from || !to) continue;
        Route route;
        route.id = link.id;
        route.points = coarsePath(terminalOf(*from), terminalOf(*to), link.waypoints);
        routes.push_back(std::move(route));
    }
    return Routes(std::move(routes));
}

} // namespace

Routes routesOf(const topology::Topology& topology, const Placement& placement, const RouteOptions& options) {
    const diagram::Diagram& diagram = topology.diagram();
    if (options.coarse) return coarseRoutes(diagram, placement);
    const auto elements = placement.elements();
    const auto numberOf = [&](const ElementId& id) {
        const Placed* placed = placement.find(id);
        return placed ? static_cast<std::int32_t>(placed - elements.data()) : -1;
    };
    Router router(options.sharedTrunks, elements.size(), diagram.links().size());
    for (std::size_t i = 0; i < elements.size(); ++i)
        router.setBox(static_cast<std::int32_t>(i), sceneBox(elements[i], numberOf(elements[i].inside)));
    auto number = static_cast<std::int32_t>(elements.size());
    for (const PlacedPart& part : placement.parts()) router.setBox(number++, sceneBox(part, numberOf(part.inside)));
    std::vector<const diagram::Link*> links;
    for (const diagram::Link& link : diagram.links()) {
        const std::int32_t from = numberOf(link.from);
        const std::int32_t to = numberOf(link.to);
        if (from < 0 || to < 0) continue;
        router.setLink(static_cast<std::int32_t>(links.size()),
                       RouterLink{link.id.str(), from, to, link.waypoints, labelSize(topology, link)});
        links.push_back(&link);
    }
    router.refresh();
    std::vector<Route> routes;
    routes.reserve(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const RoutedLink& routed = *router.routed(static_cast<std::int32_t>(i));
        routes.push_back({links[i]->id, routed.points, routed.straight, routed.label, routed.labelFree});
    }
    return Routes(std::move(routes));
}

} // namespace sky::layout
