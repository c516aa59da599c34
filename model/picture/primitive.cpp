// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/primitive.h"

#include <cmath>

namespace sky::picture {
namespace {

RectD around(const std::vector<PointD>& points, double margin) {
    if (points.empty()) return {};
    double left = points.front().x, right = left, top = points.front().y, bottom = top;
    for (const PointD& p : points) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    return RectD{left, top, right - left, bottom - top}.grown(margin);
}

struct BoundsOf {
    RectD operator()(const Box& box) const { return box.rect.grown(box.stroke.width / 2); }
    RectD operator()(const Line& line) const { return around(line.points, line.stroke.width / 2); }
    RectD operator()(const Polygon& polygon) const { return around(polygon.points, polygon.stroke.width / 2); }
    RectD operator()(const Disc& disc) const {
        const double r = disc.radius + disc.stroke.width / 2;
        return {disc.center.x - r, disc.center.y - r, 2 * r, 2 * r};
    }
    RectD operator()(const Words& words) const {
        double left = words.at.x;
        if (words.align == Align::Center) left -= words.width / 2;
        if (words.align == Align::Right) left -= words.width;
        // Ascent and descent of the named fonts, Noto Sans CJK KR being the taller one.
        return {left, words.at.y - 1.16 * words.size, words.width, 1.45 * words.size};
    }
    RectD operator()(const Glyph& glyph) const { return glyph.rect; }
};

} // namespace

RectD bounds(const Shape& shape) {
    return std::visit(BoundsOf{}, shape);
}

Bend bendAt(const Line& line, std::size_t at) {
    const PointD& p = line.points[at];
    if (at == 0 || at + 1 >= line.points.size() || line.cornerRadius <= 0) return {p, p, false};
    const PointD& before = line.points[at - 1];
    const PointD& after = line.points[at + 1];
    const double in = std::hypot(p.x - before.x, p.y - before.y);
    const double out = std::hypot(after.x - p.x, after.y - p.y);
    const double r = std::min({line.cornerRadius, in / 2, out / 2});
    if (r <= 0) return {p, p, false};
    return {{p.x + (before.x - p.x) / in * r, p.y + (before.y - p.y) / in * r},
            {p.x + (after.x - p.x) / out * r, p.y + (after.y - p.y) / out * r},
            true};
}

} // namespace sky::picture
