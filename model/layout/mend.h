// SPDX-License-Identifier: GPL-3.0-or-later
// "Respect my arrangement": everything stays roughly where it is; what nearly lines up is lined up, what overlaps is
// pushed apart the short way, and boxes grow to hold what is inside.
#pragma once

#include "layout/nodes.h"

#include <optional>
#include <vector>

namespace sky::layout {

// `current` and `pinned` are relative to what a node stands in; the result is on the page.
[[nodiscard]] std::vector<Rect> mend(const NodeTree& tree, const std::vector<std::optional<Rect>>& current,
                                     const std::vector<std::optional<Rect>>& pinned);

} // namespace sky::layout
