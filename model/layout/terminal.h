// SPDX-License-Identifier: GPL-3.0-or-later
// Where links meet boxes: the four sides of an end, the points they may start and arrive at, and the quick shape of a
// link that looks at its two ends only (coarse routes).
#pragma once

#include "base/geometry.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sky::layout {

enum class Side : std::uint8_t { Right, Bottom, Left, Top };
inline constexpr std::array kSides = {Side::Right, Side::Bottom, Side::Left, Side::Top};

struct Terminal {
    Rect body;   // what the link must not cross
    Rect anchor; // what it meets: the tile of a leaf, the border of a box
    bool inward = false; // the other end lies inside: the link leaves the border towards the inside
    bool point = false;  // a waypoint: left in any direction
};

[[nodiscard]] constexpr Point stepOf(Side side) {
    switch (side) {
        case Side::Right: return {1, 0};
        case Side::Bottom: return {0, 1};
        case Side::Left: return {-1, 0};
        case Side::Top: return {0, -1};
    }
    return {1, 0};
}
[[nodiscard]] constexpr bool isHorizontal(Side side) { return side == Side::Right || side == Side::Left; }
[[nodiscard]] constexpr Side opposite(Side side) {
    return static_cast<Side>((static_cast<unsigned>(side) + 2) % 4);
}

// How far along the side (y of left and right, x of top and bottom) a link may meet it.
struct Span {
    std::int32_t low = 0;
    std::int32_t high = 0;
    [[nodiscard]] bool holds(std::int32_t at) const { return at >= low && at <= high; }
    [[nodiscard]] std::int32_t clamp(std::int32_t at) const { return at < low ? low : at > high ? high : at; }
    friend bool operator==(const Span&, const Span&) = default;
};
[[nodiscard]] Span portSpan(const Terminal& terminal, Side side);

// The point on the anchor, and the line of the body on that side.
[[nodiscard]] Point portAt(const Terminal& terminal, Side side, std::int32_t along);
[[nodiscard]] std::int32_t bodyLine(const Terminal& terminal, Side side);

// Square, from one end to the other through the waypoints, without looking at anything between.
[[nodiscard]] std::vector<Point> coarsePath(const Terminal& from, const Terminal& to, const std::vector<Point>& waypoints);

// Drops repeated points and points in the middle of a straight run, except those to keep.
void tidyPath(std::vector<Point>& points, const std::vector<Point>& keep = {});

} // namespace sky::layout
