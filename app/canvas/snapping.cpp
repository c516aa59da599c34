// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/snapping.h"

#include <algorithm>
#include <cstdlib>

namespace sky::canvas {

namespace {

struct Interval {
    std::int32_t low;
    std::int32_t high;
    [[nodiscard]] std::int32_t middle() const { return low + (high - low) / 2; }
};

Interval across(const Rect& r) {
    return {r.left(), r.right()};
}
Interval down(const Rect& r) {
    return {r.top(), r.bottom()};
}

struct Found {
    std::int32_t by = 0;
    std::int32_t at = 0;
};

// The nearest agreement of an edge with an edge or a centre with a centre.
std::optional<Found> align(Interval moved, bool low, bool high, bool centre, const std::vector<Interval>& others,
                           std::int32_t reach) {
    std::optional<Found> best;
    const auto offer = [&](std::int32_t from, std::int32_t to) {
        const std::int32_t by = to - from;
        if (std::abs(by) <= reach && (!best || std::abs(by) < std::abs(best->by))) best = Found{by, to};
    };
    for (const Interval& other : others) {
        if (centre) offer(moved.middle(), other.middle());
        for (const std::int32_t edge : {other.low, other.high}) {
            if (low) offer(moved.low, edge);
            if (high) offer(moved.high, edge);
        }
    }
    return best;
}

struct Equal {
    std::int32_t by = 0;
    std::vector<Interval> gaps;
};

// Equal gaps with the two neighbours before, after, or on both sides, in one row.
std::optional<Equal> equalGaps(Interval moved, std::vector<Interval> row, std::int32_t reach) {
    std::sort(row.begin(), row.end(), [](const Interval& a, const Interval& b) { return a.low < b.low; });
    std::vector<Interval> before;
    std::vector<Interval> after;
    for (const Interval& each : row) {
        if (each.high <= moved.low + reach)
            before.push_back(each);
        else if (each.low >= moved.high - reach)
            after.push_back(each);
    }
    std::optional<Equal> best;
    const auto offer = [&](std::int32_t by, std::vector<Interval> gaps) {
        if (std::abs(by) <= reach && (!best || std::abs(by) < std::abs(best->by))) best = Equal{by, std::move(gaps)};
    };
    if (before.size() >= 2) {
        const Interval& near = before.back();
        const Interval& far = before[before.size() - 2];
        const std::int32_t gap = near.low - far.high;
        if (gap > 0) offer(near.high + gap - moved.low, {{far.high, near.low}, {near.high, near.high + gap}});
    }
    if (after.size() >= 2) {
        const Interval& near = after.front();
        const Interval& far = after[1];
        const std::int32_t gap = far.low - near.high;
        if (gap > 0) offer(near.low - gap - moved.high, {{near.low - gap, near.low}, {near.high, far.low}});
    }
    if (!before.empty() && !after.empty()) {
        const std::int32_t room = after.front().low - before.back().high - (moved.high - moved.low);
        if (room > 0 && room % 2 == 0) {
            const std::int32_t low = before.back().high + room / 2;
            offer(low - moved.low, {{before.back().high, low}, {low + moved.high - moved.low, after.front().low}});
        }
    }
    return best;
}

std::int32_t toGrid(std::int32_t at, std::int32_t grid) {
    const std::int32_t down = at >= 0 ? at / grid : -((-at + grid - 1) / grid);
    const std::int32_t rest = at - down * grid;
    return (rest * 2 < grid ? down : down + 1) * grid - at;
}

} // namespace

Snap snap(const Rect& moved, const std::vector<Rect>& neighbours, const SnapOptions& options) {
    Snap result;
    std::vector<Interval> columns;
    std::vector<Interval> rows;
    std::vector<Interval> sameRow;
    std::vector<Interval> sameColumn;
    for (const Rect& each : neighbours) {
        columns.push_back(across(each));
        rows.push_back(down(each));
        if (each.top() < moved.bottom() && moved.top() < each.bottom()) sameRow.push_back(across(each));
        if (each.left() < moved.right() && moved.left() < each.right()) sameColumn.push_back(down(each));
    }
    const bool whole = options.left && options.right && options.top && options.bottom;
    const std::optional<Found> x =
        align(across(moved), options.left, options.right, options.centres, columns, options.reach);
    const std::optional<Found> y =
        align(down(moved), options.top, options.bottom, options.centres, rows, options.reach);
    const std::optional<Equal> gapX = whole && !x ? equalGaps(across(moved), sameRow, options.reach) : std::nullopt;
    const std::optional<Equal> gapY = whole && !y ? equalGaps(down(moved), sameColumn, options.reach) : std::nullopt;
    const std::int32_t gridX = options.left ? toGrid(moved.left(), options.grid) : toGrid(moved.right(), options.grid);
    const std::int32_t gridY = options.top ? toGrid(moved.top(), options.grid) : toGrid(moved.bottom(), options.grid);
    result.by.x = x ? x->by : gapX ? gapX->by : options.left || options.right ? gridX : 0;
    result.by.y = y ? y->by : gapY ? gapY->by : options.top || options.bottom ? gridY : 0;

    const Rect rests = moved.translated(result.by);
    if (x) {
        SnapLine line{true, x->at, rests.top(), rests.bottom()};
        for (const Rect& each : neighbours)
            if (each.left() == x->at || each.right() == x->at || across(each).middle() == x->at) {
                line.from = std::min(line.from, each.top());
                line.to = std::max(line.to, each.bottom());
            }
        result.lines.push_back(line);
    }
    if (y) {
        SnapLine line{false, y->at, rests.left(), rests.right()};
        for (const Rect& each : neighbours)
            if (each.top() == y->at || each.bottom() == y->at || down(each).middle() == y->at) {
                line.from = std::min(line.from, each.left());
                line.to = std::max(line.to, each.right());
            }
        result.lines.push_back(line);
    }
    if (gapX)
        for (const Interval& gap : gapX->gaps) result.gaps.push_back({true, gap.low, gap.high, rests.center().y});
    if (gapY)
        for (const Interval& gap : gapY->gaps) result.gaps.push_back({false, gap.low, gap.high, rests.center().x});
    return result;
}

} // namespace sky::canvas
