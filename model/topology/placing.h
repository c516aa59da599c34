// SPDX-License-Identifier: GPL-3.0-or-later
// Placement as a pure function of the drawing: an element's own fields, its parents, what it spans, what it is attached
// to. Chains are walked with a bound, so that loops in a diagram not yet checked end.
#pragma once

#include "diagram/diagram.h"
#include "topology/facts.h"

namespace sky::topology {

struct Drawing { // what every derivation reads
    const diagram::Diagram& diagram;
    const catalog::Catalog& catalog;

    [[nodiscard]] const catalog::Service* service(const diagram::Element& element) const {
        return catalog.find(element.service);
    }
    [[nodiscard]] const catalog::Service* service(const ElementId& id) const {
        const diagram::Element* element = diagram.element(id);
        return element ? service(*element) : nullptr;
    }
    [[nodiscard]] bool plays(const ElementId& id, std::string_view role) const {
        const catalog::Service* found = service(id);
        return found && found->plays(role);
    }
};

// The kind of a link: its own, else the first that fits its ends.
[[nodiscard]] catalog::LinkKind kindOf(const Drawing& drawing, const diagram::Link& link);

// `holder`: what the element is attached to, by the first attach link; empty if nothing.
[[nodiscard]] Placement place(const Drawing& drawing, const diagram::Element& element, const ElementId& holder);

[[nodiscard]] Zone zoneOf(const std::string& region, const ElementId& regionBox, std::string_view zoneText,
                          const ElementId& says);
[[nodiscard]] std::string regionDomain(const Placement& placement); // empty: in no region

} // namespace sky::topology
