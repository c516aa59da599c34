// SPDX-License-Identifier: GPL-3.0-or-later
// Moving things about, in their parent or into another one. What stands inside and the hand-set bends of links between
// moved things come along.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

[[nodiscard]] Result<Step> moveBy(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const Selection& selection, Point delta);

// Into a container (empty: the page), each staying where it is on the page. Whether AWS knows such a place is not asked
// here: Service::mayStandIn() tells before, a finding after.
[[nodiscard]] Result<Step> moveInto(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                    const std::vector<ElementId>& elements, const ElementId& parent);

// A container gets another rectangle; what stands inside stays where it is on the page when its corner moves.
[[nodiscard]] Result<Step> resize(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const ElementId& element, Rect frame);

} // namespace sky::edit
