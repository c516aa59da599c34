// SPDX-License-Identifier: GPL-3.0-or-later
// RectIndex: numbered rectangles in a hashed grid, for "what lies in this area". Rectangles are closed: those that only
// touch the area are found too. A number may be entered with several rectangles (the four borders of a box).
#pragma once

#include "base/geometry.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace sky::layout {

// Corners instead of sizes, so that lines (no width) are as good as areas.
struct Area {
    std::int32_t left = 0;
    std::int32_t top = 0;
    std::int32_t right = 0;
    std::int32_t bottom = 0;

    [[nodiscard]] static Area of(const Rect& rect) { return {rect.left(), rect.top(), rect.right(), rect.bottom()}; }
    [[nodiscard]] static Area between(Point a, Point b) {
        return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    }
    [[nodiscard]] Area grown(std::int32_t by) const { return {left - by, top - by, right + by, bottom + by}; }
    [[nodiscard]] bool touches(const Area& other) const {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
    // More than a common edge.
    [[nodiscard]] bool overlaps(const Area& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    [[nodiscard]] bool holds(Point p) const { return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom; }
    [[nodiscard]] Area united(const Area& other) const {
        return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right), std::max(bottom, other.bottom)};
    }
    friend bool operator==(const Area&, const Area&) = default;
};

class RectIndex {
  public:
    explicit RectIndex(std::size_t expected = 1024);

    void insert(std::int32_t number, const Area& area);
    void erase(std::int32_t number, const Area& area); // exactly as inserted

    // Calls visit(number, area) for everything touching the area; the same entry may come more than once.
    template <class Visit>
    void query(const Area& area, Visit visit) const {
        for (const Entry& entry : m_large)
            if (entry.area.touches(area)) visit(entry.number, entry.area);
        const Cells cells = cellsOf(area);
        if (cells.count() > kMostCells) {
            for (const Bucket& bucket : m_buckets)
                for (const Entry& entry : bucket)
                    if (entry.area.touches(area)) visit(entry.number, entry.area);
            return;
        }
        for (std::int32_t y = cells.top; y <= cells.bottom; ++y)
            for (std::int32_t x = cells.left; x <= cells.right; ++x)
                for (const Entry& entry : m_buckets[bucketOf(x, y)])
                    if (entry.area.touches(area)) visit(entry.number, entry.area);
    }

  private:
    static constexpr std::int32_t kCellShift = 7;        // cells of 128 px
    static constexpr std::int64_t kMostCells = 4096;     // beyond it an entry is "large", a query looks at everything
    struct Entry {
        std::int32_t number;
        Area area;
    };
    using Bucket = std::vector<Entry>;
    struct Cells {
        std::int32_t left, top, right, bottom;
        [[nodiscard]] std::int64_t count() const { return (std::int64_t{right} - left + 1) * (std::int64_t{bottom} - top + 1); }
    };
    [[nodiscard]] static Cells cellsOf(const Area& area) {
        return {area.left >> kCellShift, area.top >> kCellShift, area.right >> kCellShift, area.bottom >> kCellShift};
    }
    [[nodiscard]] std::size_t bucketOf(std::int32_t x, std::int32_t y) const {
        const std::uint32_t mixed = static_cast<std::uint32_t>(x) * 0x9E3779B1u ^ static_cast<std::uint32_t>(y) * 0x85EBCA77u;
        return (mixed ^ mixed >> 15) & m_mask;
    }

    std::vector<Bucket> m_buckets;
    std::vector<Entry> m_large;
    std::uint32_t m_mask;
};

} // namespace sky::layout
