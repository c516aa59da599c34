// SPDX-License-Identifier: GPL-3.0-or-later
// Removing things with all that hangs on them: what stands inside, links at it, and every mention of it in spans,
// groups, properties, routes and rules, scenarios and the project's goals. Attached volumes and addresses stay.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

[[nodiscard]] Result<Step> remove(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const Selection& selection);

void removeIn(Draft& draft, const Selection& selection);

} // namespace sky::edit
