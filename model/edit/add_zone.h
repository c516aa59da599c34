// SPDX-License-Identifier: GPL-3.0-or-later
// One availability zone more, made like one that is there: its subnets with the next free ranges, its servers and NAT
// gateways with their addresses, volumes and route tables; what spans its subnets spans the new ones too.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

[[nodiscard]] Result<Built> addZoneLike(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        const ElementId& zoneBox);

} // namespace sky::edit
