// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/routes.h"

#include "layout/terminal.h"

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

Routes routesOf(const diagram::Diagram& diagram, const Placement& placement, const RouteOptions&) {
    std::vector<Route> routes;
    for (const diagram::Link& link : diagram.links()) {
        const Placed* from = placement.find(link.from);
        const Placed* to = placement.find(link.to);
        if (!from || !to) continue;
        const auto terminal = [](const Placed& placed) {
            Terminal end{placed.body(), placed.tile.empty() ? placed.frame : placed.tile};
            return end;
        };
        Route route;
        route.id = link.id;
        route.points = coarsePath(terminal(*from), terminal(*to), link.waypoints);
        routes.push_back(std::move(route));
    }
    return Routes(std::move(routes));
}

} // namespace sky::layout
