// SPDX-License-Identifier: GPL-3.0-or-later
// Separating links that would run on top of each other: pieces of one group (same direction, close, overlapping) get
// tracks side by side, ordered so that they do not cross where the order decides it. Pure: the same pieces in any order
// give the same places.
#pragma once

#include "layout/path_finder.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sky::layout {

inline constexpr std::int32_t kTrackGap = 10;  // between parallel links, where there is room; nearer ones crowd
inline constexpr std::int32_t kTrackTouch = 4; // pieces whose ends are this near count as overlapping

struct NudgePiece {
    Piece piece;
    int turnLow = 0;  // where the path goes at the low end: -1 towards lower coordinates, 1 higher, 0 it ends there
    int turnHigh = 0;
    const std::vector<Point>* path = nullptr; // the whole path as found, for what comes after the ends
    bool forward = true;    // the path runs from the low end to the high end
    bool mirrored = false;  // ties of keys count the other way round, so that parallel paths keep sides at bends
    std::int64_t lean = 0;  // sum of the coordinates the path comes from and goes to: breaks ties the short way
    std::string_view key;   // of the link, and which of its pieces: breaks the remaining ties
    std::int32_t number = 0;
    std::int32_t slot = -1; // the caller's own number; decides nothing
    std::int32_t from = -1; // boxes of the link, for shared trunks
    std::int32_t to = -1;
    std::int32_t place = 0; // result
};

void separate(std::vector<NudgePiece>& group, bool sharedTrunks);

} // namespace sky::layout
