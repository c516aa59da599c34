// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered discs on links: which number each has, and where on its link it stands so that no two cover each other.
#pragma once

#include "layout/routes.h"
#include "picture/primitive.h"
#include "topology/topology.h"

#include <map>

namespace sky::picture {

struct Callout {
    int number = 0;
    PointD center;
};

inline constexpr double kCalloutRadius = 9;

// Numbers follow the way of a request: by the tier of the end it leaves, then by link id.
[[nodiscard]] std::map<LinkId, Callout> calloutsOf(const topology::Topology& topology, const layout::Routes& routes);

} // namespace sky::picture
