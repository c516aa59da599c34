// SPDX-License-Identifier: GPL-3.0-or-later
// Placement and routes that follow a diagram from edit to edit: only what an edit touches is routed again, and the result
// is what placementOf() and routesOf() give for the diagram. One object per document; not shared between threads.
#pragma once

#include "layout/routes.h"

#include <memory>
#include <optional>
#include <vector>

namespace sky::layout {

class LiveRoutes {
  public:
    explicit LiveRoutes(const RouteOptions& options = {}); // `coarse` is not for this
    ~LiveRoutes();
    LiveRoutes(LiveRoutes&&) noexcept;
    LiveRoutes& operator=(LiveRoutes&&) noexcept;

    void follow(const topology::Topology& topology); // of the diagram as it is now; a snapshot is kept: cheap

    [[nodiscard]] const Placement& placement() const;
    [[nodiscard]] std::optional<Route> route(const LinkId& link) const;
    [[nodiscard]] Routes routes() const; // all of them; copies
    [[nodiscard]] const std::vector<LinkId>& rerouted() const; // by the last follow(): changed, new, or gone; sorted

    // While something is dragged: coarse routes of the links at these elements and their contents, as if they stood
    // `by` further; everything else stays. Cheap enough for every mouse move.
    [[nodiscard]] std::vector<Route> dragged(const std::vector<ElementId>& elements, Point by) const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sky::layout
