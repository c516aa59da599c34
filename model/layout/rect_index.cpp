// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/rect_index.h"

#include <algorithm>
#include <bit>

namespace sky::layout {

RectIndex::RectIndex(std::size_t expected)
    : m_buckets(std::bit_ceil(std::clamp<std::size_t>(expected * 2, 256, 1u << 18))),
      m_mask(static_cast<std::uint32_t>(m_buckets.size() - 1)) {}

void RectIndex::insert(std::int32_t number, const Area& area) {
    const Cells cells = cellsOf(area);
    if (cells.count() > kMostCells) {
        m_large.push_back({number, area});
        return;
    }
    for (std::int32_t y = cells.top; y <= cells.bottom; ++y)
        for (std::int32_t x = cells.left; x <= cells.right; ++x) m_buckets[bucketOf(x, y)].push_back({number, area});
}

void RectIndex::erase(std::int32_t number, const Area& area) {
    const auto drop = [&](std::vector<Entry>& entries) {
        const auto at = std::find_if(entries.begin(), entries.end(),
                                     [&](const Entry& entry) { return entry.number == number && entry.area == area; });
        if (at == entries.end()) return;
        *at = entries.back();
        entries.pop_back();
    };
    const Cells cells = cellsOf(area);
    if (cells.count() > kMostCells) {
        drop(m_large);
        return;
    }
    for (std::int32_t y = cells.top; y <= cells.bottom; ++y)
        for (std::int32_t x = cells.left; x <= cells.right; ++x) drop(m_buckets[bucketOf(x, y)]);
}

} // namespace sky::layout
