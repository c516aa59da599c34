// SPDX-License-Identifier: GPL-3.0-or-later
// How good a drawing is, in numbers: the same for every way of placing and routing. layout_quality prints them.
#pragma once

#include "layout/routes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sky::layout {

struct Quality {
    std::int64_t links = 0;
    std::int64_t crossings = 0;        // points where lines of two links cross
    std::int64_t overlaps = 0;         // px that two links run on top of each other
    std::int64_t bends = 0;
    std::int64_t length = 0;           // px of all links
    std::int64_t boxesCrossed = 0;     // pairs of a link and a tile (with its caption) it runs over, its own ends apart
    std::int64_t labelsOverlapped = 0; // link labels with a tile, a border, another link or label under them
    std::int64_t straight = 0;         // links for which no way was found
    std::int64_t elementsOverlapped = 0; // pairs of siblings that lie on each other
    Size area;                         // of the whole drawing
    std::int64_t alignedPercent = 0;   // of tiles that share their row or column with another of their container
    std::int64_t movement = 0;         // px that things moved against the previous placement, in sum; 0 without one
    friend bool operator==(const Quality&, const Quality&) = default;
};

[[nodiscard]] Quality measure(const Placement& placement, const Routes& routes, const diagram::Diagram& diagram,
                              const Placement* previous = nullptr);

// The parts that need nothing but lines and rectangles.
using Line = std::vector<Point>;
[[nodiscard]] bool overlapping(const Placed& a, const Placed& b); // side by side in one box, one on the other
[[nodiscard]] std::int64_t countCrossings(const std::vector<Line>& lines);
[[nodiscard]] std::int64_t countOverlap(const std::vector<Line>& lines);
[[nodiscard]] std::int64_t countBends(const std::vector<Line>& lines);
[[nodiscard]] std::int64_t sumLength(const std::vector<Line>& lines);
[[nodiscard]] bool runsOver(const Line& line, const Rect& box); // through its inside, an edge is no harm

// One line: "links 42, crossings 3, bends 51, … boxes crossed: 0 …".
[[nodiscard]] std::string toLine(const Quality& quality);

} // namespace sky::layout
