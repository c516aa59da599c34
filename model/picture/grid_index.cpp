// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/grid_index.h"

#include <algorithm>
#include <cmath>

namespace sky::picture {
namespace {

constexpr double kCell = 256;
constexpr std::int64_t kLarge = 512; // cells

std::int64_t keyOf(std::int64_t x, std::int64_t y) {
    return (x << 32) ^ (y & 0xFFFFFFFF);
}

void dropOne(std::vector<std::uint32_t>& slots, std::uint32_t slot) {
    const auto at = std::find(slots.begin(), slots.end(), slot);
    if (at == slots.end()) return;
    *at = slots.back();
    slots.pop_back();
}

} // namespace

GridIndex::Range GridIndex::cellsOf(const RectD& rect) {
    const auto cell = [](double v) { return static_cast<std::int64_t>(std::floor(std::clamp(v, -1e9, 1e9) / kCell)); };
    return {cell(rect.x), cell(rect.y), cell(rect.right()), cell(rect.bottom())};
}

// visit(key) for every cell once per rectangle; false when the cover is large.
template <class Visit>
void GridIndex::forEachCell(std::span<const RectD> cover, Visit visit) {
    for (const RectD& rect : cover) {
        const Range range = cellsOf(rect);
        for (std::int64_t y = range.top; y <= range.bottom; ++y)
            for (std::int64_t x = range.left; x <= range.right; ++x) visit(keyOf(x, y));
    }
}

void GridIndex::insert(std::uint32_t slot, std::span<const RectD> cover) {
    std::int64_t cells = 0;
    for (const RectD& rect : cover) cells += cellsOf(rect).cells();
    if (cells > kLarge) {
        m_large.push_back(slot);
        return;
    }
    forEachCell(cover, [&](std::int64_t key) {
        std::vector<std::uint32_t>& slots = m_cells[key];
        if (slots.empty() || slots.back() != slot) slots.push_back(slot);
    });
}

void GridIndex::remove(std::uint32_t slot, std::span<const RectD> cover) {
    std::int64_t cells = 0;
    for (const RectD& rect : cover) cells += cellsOf(rect).cells();
    if (cells > kLarge) {
        dropOne(m_large, slot);
        return;
    }
    forEachCell(cover, [&](std::int64_t key) {
        const auto at = m_cells.find(key);
        if (at == m_cells.end()) return;
        std::erase(at->second, slot);
        if (at->second.empty()) m_cells.erase(at);
    });
}

std::vector<std::uint32_t> GridIndex::query(const RectD& rect) const {
    std::vector<std::uint32_t> found = m_large;
    const Range range = cellsOf(rect);
    if (range.cells() > static_cast<std::int64_t>(m_cells.size())) {
        for (const auto& [key, slots] : m_cells) {
            const std::int64_t x = key >> 32;
            const auto y = static_cast<std::int64_t>(static_cast<std::int32_t>(key & 0xFFFFFFFF));
            if (x >= range.left && x <= range.right && y >= range.top && y <= range.bottom)
                found.insert(found.end(), slots.begin(), slots.end());
        }
    } else {
        for (std::int64_t y = range.top; y <= range.bottom; ++y)
            for (std::int64_t x = range.left; x <= range.right; ++x)
                if (const auto at = m_cells.find(keyOf(x, y)); at != m_cells.end())
                    found.insert(found.end(), at->second.begin(), at->second.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void GridIndex::clear() {
    m_cells.clear();
    m_large.clear();
}

} // namespace sky::picture
