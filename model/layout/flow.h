// SPDX-License-Identifier: GPL-3.0-or-later
// Arranging plain cells: in columns along the flow of their links, or in a grid where nothing flows. Both know what pulls
// a cell from outside. Pure and deterministic: ties are broken by the order the cells are given in.
#pragma once

#include "base/geometry.h"

#include <cstdint>
#include <vector>

namespace sky::layout {

struct Cell {
    Size size;
    std::int32_t rank = -1;    // stands in this column or a later one; -1: as the links say
    std::int32_t axis = 0;     // the height its links are at: cells are aligned by it
    bool pulled = false;       // something outside wants it near `pull`
    Point pull;                // relative to the place being arranged
    std::int32_t pulls = 0;    // by how many links
};

struct CellLink {
    std::size_t from = 0;
    std::size_t to = 0;
};

struct FlowGaps {
    std::int32_t along = 88;   // between columns
    std::int32_t across = 52;  // within a column
};

// Places of the cells' corners, from (0, 0) on; columns go to the right.
[[nodiscard]] std::vector<Point> flow(const std::vector<Cell>& cells, const std::vector<CellLink>& links, const FlowGaps& gaps);

// A grid of equal places, about `aspect` times as wide as high; cells trade places while that makes links shorter.
[[nodiscard]] std::vector<Point> grid(const std::vector<Cell>& cells, const std::vector<CellLink>& links, const FlowGaps& gaps,
                                      double aspect);

} // namespace sky::layout
