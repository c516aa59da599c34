// SPDX-License-Identifier: GPL-3.0-or-later
// Who can only be judged together: the components of the goal's cone in groups of mutual need, what is needed before
// who needs it. A group of one that does not need itself is no circle. Members are sorted by index.
#pragma once

#include "resilience/needs_graph.h"

namespace sky::resilience {

[[nodiscard]] std::vector<std::vector<std::uint32_t>> circlesOf(const NeedsGraph& graph);

} // namespace sky::resilience
