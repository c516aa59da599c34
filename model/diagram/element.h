// SPDX-License-Identifier: GPL-3.0-or-later
// An element: a thing of the drawing (SEMANTICS: section 1). It stands in one parent, may span subnets and may belong
// to groups; everything else is a property named by the catalog.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "base/text.h"
#include "catalog/value.h"

#include <optional>
#include <string>
#include <vector>

namespace sky::diagram {

struct Element {
    ElementId id;
    std::string service; // a catalog key; one the catalog does not know is kept as it is
    Text name;           // may be empty: the service's name is shown
    ElementId parent;    // empty: on the page
    std::vector<ElementId> spans;  // in the order given
    std::vector<ElementId> groups; // in the order given
    catalog::Properties properties;
    std::optional<Rect> frame; // relative to the parent; unset: placed when shown, not written until somebody moves it
    bool locked = false; // stays where it is: neither dragged nor tidied

    friend bool operator==(const Element&, const Element&) = default;
};

} // namespace sky::diagram
