// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/quality.h"

#include "layout/rect_index.h"
#include "layout/scene_of.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace sky::layout {

namespace {

struct Segment {
    std::int32_t line;
    Point a;
    Point b;
};

std::int64_t turn(Point a, Point b, Point c) {
    return (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) - (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
}
int sign(std::int64_t value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }

// Through each other's inside; touching ends do not count.
bool cross(const Segment& s, const Segment& t) {
    return sign(turn(s.a, s.b, t.a)) * sign(turn(s.a, s.b, t.b)) < 0 && sign(turn(t.a, t.b, s.a)) * sign(turn(t.a, t.b, s.b)) < 0;
}

std::vector<Segment> segmentsOf(const std::vector<Line>& lines) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t k = 0; k + 1 < lines[i].size(); ++k)
            if (lines[i][k] != lines[i][k + 1]) segments.push_back({static_cast<std::int32_t>(i), lines[i][k], lines[i][k + 1]});
    return segments;
}

template <class Visit>
void eachPair(const std::vector<Segment>& segments, Visit visit) {
    RectIndex index(segments.size() * 4);
    std::vector<std::int32_t> seen(segments.size(), -1);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Area area = Area::between(segments[i].a, segments[i].b);
        const auto number = static_cast<std::int32_t>(i);
        index.query(area, [&](std::int32_t other, const Area&) {
            const auto at = static_cast<std::size_t>(other);
            if (seen[at] == number || segments[at].line == segments[i].line) return;
            seen[at] = number;
            visit(segments[at], segments[i]);
        });
        index.insert(number, area);
    }
}

std::int64_t alignedPercent(const Placement& placement) {
    std::map<std::tuple<ElementId, int, std::int32_t>, int> rows;
    std::int64_t tiles = 0;
    const auto keys = [](const Placed& placed) {
        const Point centre = placed.tile.center();
        return std::pair{std::tuple{placed.inside, 0, centre.x}, std::tuple{placed.inside, 1, centre.y}};
    };
    for (const Placed& placed : placement.elements()) {
        if (placed.shape != Shape::Tile) continue;
        const auto [column, row] = keys(placed);
        ++rows[column];
        ++rows[row];
        ++tiles;
    }
    std::int64_t aligned = 0;
    for (const Placed& placed : placement.elements()) {
        if (placed.shape != Shape::Tile) continue;
        const auto [column, row] = keys(placed);
        if (rows[column] > 1 || rows[row] > 1) ++aligned;
    }
    return tiles == 0 ? 100 : aligned * 100 / tiles;
}

std::int64_t overlappingSiblings(const Placement& placement) {
    const auto elements = placement.elements();
    RectIndex index(elements.size() * 4);
    std::int64_t pairs = 0;
    std::vector<std::int32_t> seen(elements.size(), -1);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Placed& placed = elements[i];
        if (placed.shape == Shape::Frame || placed.shape == Shape::Plain) continue;
        const Rect body = placed.body();
        index.query(Area::of(body), [&](std::int32_t other, const Area&) {
            const auto at = static_cast<std::size_t>(other);
            if (seen[at] == static_cast<std::int32_t>(i)) return;
            seen[at] = static_cast<std::int32_t>(i);
            if (overlapping(elements[at], placed)) ++pairs;
        });
        index.insert(static_cast<std::int32_t>(i), Area::of(body));
    }
    return pairs;
}

} // namespace

bool overlapping(const Placed& a, const Placed& b) {
    const auto counts = [](const Placed& placed) { return placed.shape != Shape::Frame && placed.shape != Shape::Plain; };
    // A gateway lies on the border and overlaps nothing it belongs to.
    return a.inside == b.inside && counts(a) && counts(b) && Area::of(a.body()).overlaps(Area::of(b.body()));
}

std::int64_t countCrossings(const std::vector<Line>& lines) {
    std::int64_t count = 0;
    eachPair(segmentsOf(lines), [&](const Segment& s, const Segment& t) { count += cross(s, t) ? 1 : 0; });
    return count;
}

std::int64_t countOverlap(const std::vector<Line>& lines) {
    std::int64_t length = 0;
    eachPair(segmentsOf(lines), [&](const Segment& s, const Segment& t) {
        const Area a = Area::between(s.a, s.b);
        const Area b = Area::between(t.a, t.b);
        const std::int32_t width = std::min(a.right, b.right) - std::max(a.left, b.left);
        const std::int32_t height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
        if (a.top == a.bottom && b.top == b.bottom && height == 0) length += std::max(0, width);
        if (a.left == a.right && b.left == b.right && width == 0) length += std::max(0, height);
    });
    return length;
}

std::int64_t countBends(const std::vector<Line>& lines) {
    std::int64_t bends = 0;
    for (const Line& line : lines)
        for (std::size_t i = 1; i + 1 < line.size(); ++i) bends += turn(line[i - 1], line[i], line[i + 1]) != 0 ? 1 : 0;
    return bends;
}

std::int64_t sumLength(const std::vector<Line>& lines) {
    double length = 0;
    for (const Line& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            length += std::hypot(static_cast<double>(line[i + 1].x) - line[i].x, static_cast<double>(line[i + 1].y) - line[i].y);
    return static_cast<std::int64_t>(std::llround(length));
}

bool runsOver(const Line& line, const Rect& box) {
    if (box.width < 3 || box.height < 3) return false;
    const Area inside = Area::of(box).grown(-1);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i];
        const Point b = line[i + 1];
        if (!Area::between(a, b).touches(inside)) continue;
        if (a.x == b.x || a.y == b.y || inside.holds(a) || inside.holds(b)) return true;
        const Point corners[] = {{inside.left, inside.top}, {inside.right, inside.top}, {inside.right, inside.bottom}, {inside.left, inside.bottom}};
        bool left = false;
        bool right = false;
        for (const Point corner : corners) (turn(a, b, corner) < 0 ? left : right) = true;
        if (left && right) return true;
    }
    return false;
}

Quality measure(const Placement& placement, const Routes& routes, const diagram::Diagram& diagram, const Placement* previous) {
    Quality quality;
    std::vector<Line> lines;
    for (const Route& route : routes.all()) {
        lines.push_back(route.points);
        quality.straight += route.straight ? 1 : 0;
        quality.labelsOverlapped += route.label.empty() || route.labelFree ? 0 : 1;
    }
    quality.links = static_cast<std::int64_t>(lines.size());
    quality.crossings = countCrossings(lines);
    quality.overlaps = countOverlap(lines);
    quality.bends = countBends(lines);
    quality.length = sumLength(lines);
    const auto elements = placement.elements();
    RectIndex tiles(elements.size() * 2);
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (elements[i].shape == Shape::Tile || elements[i].shape == Shape::Border)
            tiles.insert(static_cast<std::int32_t>(i), Area::of(elements[i].body()));
    for (const Route& route : routes.all()) {
        const diagram::Link* link = diagram.link(route.id);
        std::vector<std::int32_t> near;
        for (std::size_t i = 0; i + 1 < route.points.size(); ++i)
            tiles.query(Area::between(route.points[i], route.points[i + 1]), [&](std::int32_t tile, const Area&) { near.push_back(tile); });
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const std::int32_t tile : near) {
            const Placed& placed = elements[static_cast<std::size_t>(tile)];
            const bool own = link && (link->from == placed.id || link->to == placed.id);
            if (!own && runsOver(route.points, placed.body())) ++quality.boxesCrossed;
        }
    }
    quality.elementsOverlapped = overlappingSiblings(placement);
    quality.area = placement.bounds().size();
    quality.alignedPercent = alignedPercent(placement);
    if (previous) {
        for (const Placed& placed : elements) {
            const Placed* before = previous->find(placed.id);
            if (!before) continue;
            const Point by = placed.frame.center() - before->frame.center();
            quality.movement += std::abs(by.x) + std::abs(by.y);
        }
    }
    return quality;
}

std::string toLine(const Quality& q) {
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    return "links: " + number(q.links) + ", crossings: " + number(q.crossings) + ", overlaps: " + number(q.overlaps) +
           " px, bends: " + number(q.bends) + ", length: " + number(q.length) + " px, boxes crossed: " + number(q.boxesCrossed) +
           ", labels overlapped: " + number(q.labelsOverlapped) + ", no path: " + number(q.straight) +
           ", boxes overlapped: " + number(q.elementsOverlapped) + ", area: " + number(q.area.width) + "x" +
           number(q.area.height) + ", aligned: " + number(q.alignedPercent) + "%, moved: " + number(q.movement) + " px";
}

} // namespace sky::layout
