// SPDX-License-Identifier: GPL-3.0-or-later
// The subnets a thing lives in, the groups it belongs to and what is made for it, of one thing or of many at once.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

// Of those of the things that span subnets; an error when none does.
[[nodiscard]] Result<Step> setSpans(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                    const std::vector<ElementId>& things, const std::vector<ElementId>& subnets);

// Puts all things into the groups of `joined` and takes them out of those of `left`. Who is in one already, or not in
// it, stays as he is.
[[nodiscard]] Result<Step> changeGroups(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        const std::vector<ElementId>& things, const std::vector<ElementId>& joined,
                                        const std::vector<ElementId>& left);

// A new thing in `parent` that the things name from then on: by a property (a route table made for subnets), or as a
// group they belong to when the key is empty. One step.
[[nodiscard]] Result<Built> addFor(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                   const std::vector<ElementId>& things, std::string_view key, std::string_view service,
                                   const ElementId& parent);

} // namespace sky::edit
