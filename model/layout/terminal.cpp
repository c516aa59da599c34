// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/terminal.h"

#include <algorithm>

namespace sky::layout {

namespace {

constexpr std::int32_t kCornerRoom = 6; // a link keeps this far from the corner of a side

bool collinear(Point a, Point b, Point c) {
    return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y);
}

// Between facing sides: straight where they overlap, else a step in the middle of the gap.
std::vector<Point> between(const Terminal& from, Side leave, const Terminal& to, Side arrive) {
    const Span mine = portSpan(from, leave);
    const Span theirs = portSpan(to, arrive);
    const bool horizontal = isHorizontal(leave);
    const std::int32_t low = std::max(mine.low, theirs.low);
    const std::int32_t high = std::min(mine.high, theirs.high);
    const auto middleOf = [](Span span) { return span.low + (span.high - span.low) / 2; };
    if (low <= high) {
        const std::int32_t along = std::clamp(middleOf(mine), low, high);
        return {portAt(from, leave, along), portAt(to, arrive, along)};
    }
    const Point start = portAt(from, leave, middleOf(mine));
    const Point end = portAt(to, arrive, middleOf(theirs));
    const std::int32_t a = bodyLine(from, leave);
    const std::int32_t b = bodyLine(to, arrive);
    const std::int32_t turn = a + (b - a) / 2;
    if (horizontal) return {start, {turn, start.y}, {turn, end.y}, end};
    return {start, {start.x, turn}, {end.x, turn}, end};
}

} // namespace

Span portSpan(const Terminal& terminal, Side side) {
    const Rect& anchor = terminal.anchor;
    const std::int32_t from = isHorizontal(side) ? anchor.top() : anchor.left();
    const std::int32_t size = isHorizontal(side) ? anchor.height : anchor.width;
    if (terminal.point || size <= 2 * kCornerRoom) return {from + size / 2, from + size / 2};
    return {from + kCornerRoom, from + size - kCornerRoom};
}

Point portAt(const Terminal& terminal, Side side, std::int32_t along) {
    const Rect& anchor = terminal.anchor;
    switch (side) {
        case Side::Right: return {anchor.right(), along};
        case Side::Left: return {anchor.left(), along};
        case Side::Top: return {along, anchor.top()};
        case Side::Bottom: return {along, terminal.inward ? anchor.bottom() : std::max(anchor.bottom(), terminal.body.bottom())};
    }
    return anchor.center();
}

std::int32_t bodyLine(const Terminal& terminal, Side side) {
    switch (side) {
        case Side::Right: return terminal.body.right();
        case Side::Left: return terminal.body.left();
        case Side::Top: return terminal.body.top();
        case Side::Bottom: return terminal.body.bottom();
    }
    return 0;
}

std::vector<Point> coarsePath(const Terminal& from, const Terminal& to, const std::vector<Point>& waypoints) {
    std::vector<Point> points;
    if (!waypoints.empty()) {
        const auto meet = [](const Terminal& end, Point towards) {
            const Point centre = end.anchor.center();
            const std::int64_t dx = std::int64_t{towards.x} - centre.x;
            const std::int64_t dy = std::int64_t{towards.y} - centre.y;
            const bool horizontal = std::abs(dx) >= std::abs(dy);
            const Side side = horizontal ? (dx >= 0 ? Side::Right : Side::Left) : (dy >= 0 ? Side::Bottom : Side::Top);
            return portAt(end, side, portSpan(end, side).clamp(horizontal ? towards.y : towards.x));
        };
        points.push_back(meet(from, waypoints.front()));
        points.insert(points.end(), waypoints.begin(), waypoints.end());
        points.push_back(meet(to, waypoints.back()));
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const Point a = points[i];
            const Point b = points[i + 1];
            if (a.x == b.x || a.y == b.y) continue;
            const bool alongX = std::abs(b.x - a.x) >= std::abs(b.y - a.y);
            points.insert(points.begin() + static_cast<std::ptrdiff_t>(i) + 1, alongX ? Point{b.x, a.y} : Point{a.x, b.y});
            ++i;
        }
        tidyPath(points, waypoints);
        return points;
    }
    const std::int32_t right = to.body.left() - from.body.right();
    const std::int32_t left = from.body.left() - to.body.right();
    const std::int32_t below = to.body.top() - from.body.bottom();
    const std::int32_t above = from.body.top() - to.body.bottom();
    const std::int32_t across = std::max(right, left);
    const std::int32_t along = std::max(below, above);
    if (across >= along || across >= 24) {
        const Side leave = right >= left ? Side::Right : Side::Left;
        points = between(from, leave, to, opposite(leave));
    } else {
        const Side leave = below >= above ? Side::Bottom : Side::Top;
        points = between(from, leave, to, opposite(leave));
    }
    tidyPath(points);
    return points;
}

void tidyPath(std::vector<Point>& points, const std::vector<Point>& keep) {
    std::vector<Point> tidy;
    tidy.reserve(points.size());
    for (const Point point : points) {
        if (!tidy.empty() && tidy.back() == point) continue;
        while (tidy.size() >= 2 && collinear(tidy[tidy.size() - 2], tidy.back(), point) &&
               std::find(keep.begin(), keep.end(), tidy.back()) == keep.end())
            tidy.pop_back();
        tidy.push_back(point);
    }
    if (tidy.size() == 1) tidy.push_back(tidy.front());
    points = std::move(tidy);
}

} // namespace sky::layout
