// SPDX-License-Identifier: GPL-3.0-or-later
// Duplicating: new ids, the same names and places but for an offset; links among the duplicated come along, mentions of
// anything else stay (a duplicated server is in the same security group).
#pragma once

#include "edit/draft.h"

namespace sky::edit {

[[nodiscard]] Result<Built> duplicate(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                      const Selection& selection, Point offset);

} // namespace sky::edit
