// SPDX-License-Identifier: GPL-3.0-or-later
// Where a moved rectangle comes to rest: edges and centres of its neighbours, equal gaps between them, else the grid.
#pragma once

#include "base/geometry.h"

#include <optional>
#include <vector>

namespace sky::canvas {

struct SnapLine { // through the edges or centres that now agree
    bool vertical = true;
    std::int32_t at = 0;
    std::int32_t from = 0;
    std::int32_t to = 0;
    friend bool operator==(const SnapLine&, const SnapLine&) = default;
};
struct SnapGap { // one of two or more equal gaps
    bool across = true;
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int32_t at = 0; // y of one across, x of one down
    friend bool operator==(const SnapGap&, const SnapGap&) = default;
};
struct Snap {
    Point by;                    // to be added to the rectangle
    std::vector<SnapLine> lines; // at most one for each axis
    std::vector<SnapGap> gaps;   // at most four
};

struct SnapOptions {
    std::int32_t reach = 6; // pixels of the page
    std::int32_t grid = 8;
    bool left = true, right = true, top = true, bottom = true; // edges that may move: all, or those being resized
    bool centres = true;
};

[[nodiscard]] Snap snap(const Rect& moved, const std::vector<Rect>& neighbours, const SnapOptions& options = {});

} // namespace sky::canvas
