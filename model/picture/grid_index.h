// SPDX-License-Identifier: GPL-3.0-or-later
// A uniform grid over the page that answers which slots touch a rectangle. Updated by change, never rebuilt; a slot is
// entered with the rectangles it covers (a link: one per segment), so that a long bent link does not fill its bounds.
#pragma once

#include "picture/primitive.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace sky::picture {

class GridIndex {
  public:
    void insert(std::uint32_t slot, std::span<const RectD> cover);
    void remove(std::uint32_t slot, std::span<const RectD> cover);           // with the very cover it was entered with
    [[nodiscard]] std::vector<std::uint32_t> query(const RectD& rect) const; // ascending, each once
    void clear();

  private:
    struct Range {
        std::int64_t left, top, right, bottom;
        [[nodiscard]] std::int64_t cells() const { return (right - left + 1) * (bottom - top + 1); }
    };
    [[nodiscard]] static Range cellsOf(const RectD& rect);
    template <class Visit>
    static void forEachCell(std::span<const RectD> cover, Visit visit);

    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_cells;
    std::vector<std::uint32_t> m_large; // what covers very many cells is looked at by every query
};

} // namespace sky::picture
