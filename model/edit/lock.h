// SPDX-License-Identifier: GPL-3.0-or-later
// Locking: what is locked stays where it is in its parent when things are tidied, aligned, resized or moved; among others
// it is left out, alone it is refused. What stands in it may move, and its properties and its parent may change.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

[[nodiscard]] std::vector<ElementId> withoutLocked(const diagram::Diagram& diagram, const std::vector<ElementId>& elements);
[[nodiscard]] Error allLocked(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                              const std::vector<ElementId>& elements);

// Locks the elements, or unlocks them when all of them are locked already.
[[nodiscard]] Result<Step> toggleLock(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                      const std::vector<ElementId>& elements);

} // namespace sky::edit
