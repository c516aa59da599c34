// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a plain box around things, and taking a container away from around its contents.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

// They must stand in one parent.
[[nodiscard]] Result<Built> group(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const std::vector<ElementId>& elements, const Text& name = {});

// What stood in them stands in their parents, at the same places.
[[nodiscard]] Result<Built> ungroup(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                    const std::vector<ElementId>& containers);

} // namespace sky::edit
