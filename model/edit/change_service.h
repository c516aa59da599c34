// SPDX-License-Identifier: GPL-3.0-or-later
// Replacing a thing by one of another service, in place: links, groups, and the properties both have are kept.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

// A preset ("postgresql") sets its properties over those kept; empty: none.
[[nodiscard]] Result<Step> changeService(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                         const std::vector<ElementId>& elements, std::string_view service,
                                         std::string_view preset = {});

} // namespace sky::edit
