// SPDX-License-Identifier: GPL-3.0-or-later
// A link between two elements (SEMANTICS: section 2). Its route is computed, never stored; waypoints set by hand are.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "base/text.h"
#include "catalog/catalog.h"

#include <optional>
#include <vector>

namespace sky::diagram {

struct Link {
    LinkId id;
    std::optional<catalog::LinkKind> kind; // unset: the first kind that fits its ends
    ElementId from;
    ElementId to;
    Text name; // its label
    catalog::Properties properties;
    std::vector<Point> waypoints; // on the page

    friend bool operator==(const Link&, const Link&) = default;
};

} // namespace sky::diagram
