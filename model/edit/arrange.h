// SPDX-License-Identifier: GPL-3.0-or-later
// Aligning, distributing and evening out sizes, as seen on the page. Things whose place is not known yet are left out.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

enum class Edge : std::uint8_t { Left, Middle, Right, Top, Centre, Bottom }; // Middle and Centre: the axes between
enum class Axis : std::uint8_t { Across, Down };

// To the edge of the rectangle around them all.
[[nodiscard]] Result<Step> align(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                 const std::vector<ElementId>& elements, Edge edge);
// Equal gaps; the outer two stay.
[[nodiscard]] Result<Step> distribute(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                      const std::vector<ElementId>& elements, Axis axis);
// All as large as the first.
[[nodiscard]] Result<Step> sameSize(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                    const std::vector<ElementId>& elements);

} // namespace sky::edit
