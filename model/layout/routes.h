// SPDX-License-Identifier: GPL-3.0-or-later
// The path of every link on the page: square, round the boxes, inside containers only where needed; waypoints set by hand
// are kept. Routes are a pure function of the placement and the links: LiveRoutes (live.h), which re-routes only what an
// edit touches, always holds what routesOf() computes from nothing. Never stored. Values; any thread.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "diagram/diagram.h"
#include "layout/frames.h"

#include <span>
#include <vector>

namespace sky::layout {

struct Route {
    LinkId id;
    std::vector<Point> points; // from the source's side to the target's; square unless `straight`; two at least
    bool straight = false;     // no way round was found: one line across whatever lies between; draw it marked
    Rect label;                // the place of the link's label, its centre on the path; empty: nothing to write
    bool labelFree = true;     // nothing else lies under the label
    friend bool operator==(const Route&, const Route&) = default;
};

class Routes {
  public:
    Routes() = default;
    explicit Routes(std::vector<Route> routes); // any order

    [[nodiscard]] std::span<const Route> all() const { return m_routes; } // sorted by id; links whose ends are drawn
    [[nodiscard]] const Route* find(const LinkId& id) const;
    friend bool operator==(const Routes&, const Routes&) = default;

  private:
    std::vector<Route> m_routes;
};

struct RouteOptions {
    bool coarse = false;       // the quick shape for a drag or the first picture of a large file: no search, no nudging
    bool sharedTrunks = false; // links that leave (or enter) one element on one side may share their common part
    friend bool operator==(const RouteOptions&, const RouteOptions&) = default;
};

// What a link writes: its name; a traffic link without one its protocol and port; empty: nothing.
[[nodiscard]] Text labelOf(const topology::Topology& topology, const diagram::Link& link);

[[nodiscard]] Routes routesOf(const topology::Topology& topology, const Placement& placement, const RouteOptions& options = {});

} // namespace sky::layout
