// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of paths by the line they run on, so that those which crowd each other are found as groups in about n log n,
// however many share one line: overlapping pieces of a line form runs, and runs of near lines that overlap one group.
#pragma once

#include "layout/nudge.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace sky::layout {

class TrackLines {
  public:
    void insert(std::int32_t number, const Piece& piece);
    void erase(std::int32_t number, const Piece& piece); // as inserted

    // Every group that has a piece on or beside one of these places, once. Members are sorted.
    [[nodiscard]] std::vector<std::vector<std::int32_t>> groupsAt(std::vector<Piece> places);

  private:
    struct Entry {
        std::int32_t low;
        std::int32_t high;
        std::int32_t number;
    };
    struct Run {
        std::int32_t low;
        std::int32_t high;
        std::size_t begin;
        std::size_t end;
        std::uint32_t mark = 0;
    };
    struct Row {
        std::vector<Entry> entries;
        std::vector<Run> runs;
        bool stale = true;
    };
    using Rows = std::map<std::pair<bool, std::int32_t>, Row>; // horizontal, coordinate
    void freshen(Row& row);
    template <class Visit>
    void eachRunNear(bool horizontal, std::int32_t at, std::int32_t low, std::int32_t high, Visit visit);

    Rows m_rows;
    std::uint32_t m_mark = 0;
};

} // namespace sky::layout
