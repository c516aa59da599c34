// SPDX-License-Identifier: GPL-3.0-or-later
// What would happen if things were let go over a place: which container takes them, why it refuses, what would be made
// on the way. One answer for the palette, for moving and for what the canvas lights up meanwhile.
#pragma once

#include "diagram/diagram.h"
#include "layout/frames.h"

#include <string>
#include <vector>

namespace sky::session {

enum class DropVerdict { Accept, Refuse };

struct DropPlan {
    DropVerdict verdict = DropVerdict::Accept;
    ElementId lit;                    // the container under the pointer; empty: the page
    ElementId parent;                 // where it would stand: `lit`, or the network `lit` is a part of
    std::vector<ElementId> spans;     // of a spanning thing let go over a subnet
    std::vector<std::string> missing; // containers made on the way, outermost first
    ElementId replaces;               // let go on a thing: that one becomes this service, its links stay
    ElementId swapsWith;              // let go on a container of its own inside: the two change places
    Text says;                        // one line, for people
    [[nodiscard]] bool accepted() const { return verdict == DropVerdict::Accept; }
};

// The deepest container at a point of the page, leaving out what is being moved; empty: the page.
[[nodiscard]] ElementId containerAt(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                    const layout::Placement& placement, Point at,
                                    const std::vector<ElementId>& moving = {});

// A new thing from the palette.
[[nodiscard]] DropPlan planNew(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                               const layout::Placement& placement, const std::string& service, Point at);

// The same for a container that is known, as by keyboard; the pointer is nowhere.
[[nodiscard]] DropPlan planInto(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                const std::string& service, const ElementId& container);

// Things of the diagram, moved together; the pointer is at `at`.
[[nodiscard]] DropPlan planMove(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                const layout::Placement& placement, const std::vector<ElementId>& moving, Point at);

} // namespace sky::session
