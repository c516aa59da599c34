// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every diagram, however it came about: ids well formed and unique, parents there and without a
// cycle, nothing names what is not there, names and numbers within limits, values of the type the catalog says.
// Whether AWS would accept the architecture is not integrity: that is a finding of checks/.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"
#include "diagram/id_table.h"

#include <string_view>
#include <vector>

namespace sky::diagram {

// The first `most` violations, in the order of ids; empty: sound. Places read "elements[web].parent".
[[nodiscard]] std::vector<Error> findViolations(const Diagram& diagram, const catalog::Catalog& catalog,
                                                std::size_t most = 1);

// The same, asking `known` (every id of the diagram, as a Filling leaves it) instead of gathering the ids again.
[[nodiscard]] std::vector<Error> findViolations(const Diagram& diagram, const catalog::Catalog& catalog,
                                                std::size_t most, IdTable known);

// The same for one thing about to be put in (its own fields, and what it names in the diagram).
[[nodiscard]] Result<void> checkName(const Text& name);
[[nodiscard]] Result<void> checkElement(const Diagram& diagram, const catalog::Catalog& catalog,
                                        const Element& element);
[[nodiscard]] Result<void> checkLink(const Diagram& diagram, const catalog::Catalog& catalog, const Link& link);

// The id most like a wrong one, for "nearest: 'vpc-1'"; empty when nothing is near.
[[nodiscard]] std::string nearestId(const Diagram& diagram, std::string_view wrong);

} // namespace sky::diagram
