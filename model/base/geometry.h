// SPDX-License-Identifier: GPL-3.0-or-later
// Integer geometry in logical pixels, y down. A Rect's right and bottom lie just outside it.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace sky {

struct Point {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend auto operator<=>(const Point&, const Point&) = default;
    friend bool operator==(const Point&, const Point&) = default;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Size {
    std::int32_t width = 0;
    std::int32_t height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;

    [[nodiscard]] std::int32_t left() const { return x; }
    [[nodiscard]] std::int32_t top() const { return y; }
    [[nodiscard]] std::int32_t right() const { return x + width; }
    [[nodiscard]] std::int32_t bottom() const { return y + height; }
    [[nodiscard]] Point topLeft() const { return {x, y}; }
    [[nodiscard]] Point center() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] Size size() const { return {width, height}; }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }

    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    [[nodiscard]] bool contains(const Rect& r) const {
        return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
    }
    [[nodiscard]] bool intersects(const Rect& r) const {
        return r.x < right() && x < r.right() && r.y < bottom() && y < r.bottom();
    }
    [[nodiscard]] Rect translated(Point by) const { return {x + by.x, y + by.y, width, height}; }
    [[nodiscard]] Rect grown(std::int32_t by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    [[nodiscard]] Rect united(const Rect& r) const {
        if (empty()) return r;
        if (r.empty()) return *this;
        const std::int32_t l = std::min(x, r.x);
        const std::int32_t t = std::min(y, r.y);
        return {l, t, std::max(right(), r.right()) - l, std::max(bottom(), r.bottom()) - t};
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

} // namespace sky
