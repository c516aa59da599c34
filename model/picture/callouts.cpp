// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/callouts.h"

#include "picture/sketch.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace sky::picture {
namespace {

constexpr double kFirst = 14; // from the start of the link to the middle of its disc
constexpr double kStep = 4;
constexpr double kMostAlong = 160; // further on a number no longer says where the link starts
constexpr double kApart = 2 * kCalloutRadius + 3;

double lengthOf(const std::vector<Point>& points) {
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    return length;
}

PointD pointAlong(const std::vector<Point>& points, double along) {
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double dx = points[i].x - points[i - 1].x, dy = points[i].y - points[i - 1].y;
        const double length = std::hypot(dx, dy);
        if (along <= length && length > 0)
            return {points[i - 1].x + dx / length * along, points[i - 1].y + dy / length * along};
        along -= length;
    }
    return {static_cast<double>(points.back().x), static_cast<double>(points.back().y)};
}

// The discs that stand already, by cells as wide as two must be apart.
class Discs {
  public:
    [[nodiscard]] bool clear(PointD center) const {
        const auto [column, row] = cellOf(center);
        for (int y = row - 1; y <= row + 1; ++y)
            for (int x = column - 1; x <= column + 1; ++x)
                if (const auto at = m_cells.find({x, y}); at != m_cells.end())
                    for (const PointD& other : at->second)
                        if (std::hypot(other.x - center.x, other.y - center.y) < kApart) return false;
        return true;
    }
    void add(PointD center) { m_cells[cellOf(center)].push_back(center); }

  private:
    static std::pair<int, int> cellOf(PointD p) {
        return {static_cast<int>(std::floor(p.x / kApart)), static_cast<int>(std::floor(p.y / kApart))};
    }
    std::map<std::pair<int, int>, std::vector<PointD>> m_cells;
};

// Links that leave one side of a tile run close beside each other: the disc of a later one stands further along it,
// before the arrowhead and clear of the link's own words.
PointD placeOn(const layout::Route& route, const Discs& discs) {
    const double length = lengthOf(route.points);
    const PointD first = pointAlong(route.points, std::min(kFirst, length / 2));
    const double most = std::min(kMostAlong, length - kFirst - kCalloutRadius);
    for (double along = kFirst; along <= most; along += kStep) {
        const PointD center = pointAlong(route.points, along);
        const bool onWords = !route.label.empty() && toRectD(route.label).grown(kCalloutRadius + 1).contains(center);
        if (!onWords && discs.clear(center)) return center;
    }
    return first;
}

} // namespace

std::map<LinkId, Callout> calloutsOf(const topology::Topology& topology, const layout::Routes& routes) {
    std::vector<std::tuple<int, LinkId, const layout::Route*>> order;
    for (const layout::Route& route : routes.all()) {
        const diagram::Link* link = topology.diagram().link(route.id);
        if (!link || route.points.size() < 2) continue;
        const catalog::LinkKind kind = topology.kind(route.id);
        if (kind != catalog::LinkKind::Traffic && kind != catalog::LinkKind::Event) continue;
        order.emplace_back(topology.tier(link->from).value_or(1 << 20), route.id, &route);
    }
    std::sort(order.begin(), order.end());
    std::map<LinkId, Callout> callouts;
    Discs discs;
    int next = 1;
    for (const auto& [tier, id, route] : order) {
        const PointD center = placeOn(*route, discs);
        discs.add(center);
        callouts.emplace(id, Callout{next++, center});
    }
    return callouts;
}

} // namespace sky::picture
