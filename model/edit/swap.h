// SPDX-License-Identifier: GPL-3.0-or-later
// A container dropped on its own inside changes places with it: a VPC drawn around a region ends up within it.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

// `inner` stands somewhere inside `outer`; afterwards it stands where `outer` stood, and `outer` in it.
[[nodiscard]] Result<Step> swapNesting(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                       const ElementId& outer, const ElementId& inner);

} // namespace sky::edit
