// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/track_lines.h"

#include <algorithm>
#include <tuple>

namespace sky::layout {

void TrackLines::insert(std::int32_t number, const Piece& piece) {
    Row& row = m_rows[{piece.horizontal, piece.at}];
    row.entries.push_back({piece.low, piece.high, number});
    row.stale = true;
}

void TrackLines::erase(std::int32_t number, const Piece& piece) {
    const auto at = m_rows.find({piece.horizontal, piece.at});
    if (at == m_rows.end()) return;
    std::vector<Entry>& entries = at->second.entries;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.number == number; });
    if (entry == entries.end()) return;
    *entry = entries.back();
    entries.pop_back();
    at->second.stale = true;
    if (entries.empty()) m_rows.erase(at);
}

void TrackLines::freshen(Row& row) {
    if (!row.stale) return;
    row.stale = false;
    row.runs.clear();
    std::sort(row.entries.begin(), row.entries.end(), [](const Entry& a, const Entry& b) {
        return a.low != b.low ? a.low < b.low : a.number < b.number;
    });
    for (std::size_t i = 0; i < row.entries.size(); ++i) {
        const Entry& entry = row.entries[i];
        if (row.runs.empty() || entry.low >= row.runs.back().high + kTrackTouch) row.runs.push_back({entry.low, entry.high, i, i + 1, 0});
        Run& run = row.runs.back();
        run.high = std::max(run.high, entry.high);
        run.end = i + 1;
    }
}

template <class Visit>
void TrackLines::eachRunNear(bool horizontal, std::int32_t at, std::int32_t low, std::int32_t high, Visit visit) {
    for (auto row = m_rows.lower_bound({horizontal, at - kTrackGap + 1});
         row != m_rows.end() && row->first.first == horizontal && row->first.second < at + kTrackGap; ++row) {
        freshen(row->second);
        std::vector<Run>& runs = row->second.runs;
        auto run = std::partition_point(runs.begin(), runs.end(), [&](const Run& r) { return r.high + kTrackTouch <= low; });
        for (; run != runs.end() && run->low < high + kTrackTouch; ++run) visit(row->second, row->first.second, *run);
    }
}

std::vector<std::vector<std::int32_t>> TrackLines::groupsAt(std::vector<Piece> places) {
    const auto line = [](const Piece& piece) { return std::tuple(piece.horizontal, piece.at, piece.low, piece.high); };
    std::sort(places.begin(), places.end(), [&](const Piece& a, const Piece& b) { return line(a) < line(b); });
    places.erase(std::unique(places.begin(), places.end(), [&](const Piece& a, const Piece& b) { return line(a) == line(b); }), places.end());
    struct Open {
        std::int32_t at;
        std::int32_t low;
        std::int32_t high;
    };
    ++m_mark;
    std::vector<std::vector<std::int32_t>> groups;
    std::vector<Open> open;
    for (const Piece& place : places) {
        std::vector<std::int32_t> members;
        const auto enter = [&](const Row& row, std::int32_t at, Run& run) {
            if (run.mark == m_mark) return;
            run.mark = m_mark;
            for (std::size_t i = run.begin; i < run.end; ++i) members.push_back(row.entries[i].number);
            open.push_back({at, run.low, run.high});
        };
        // Each run near the place starts a group of its own; those that belong together meet on the way.
        eachRunNear(place.horizontal, place.at, place.low, place.high, [&](const Row& row, std::int32_t at, Run& run) {
            enter(row, at, run);
            while (!open.empty()) {
                const Open from = open.back();
                open.pop_back();
                eachRunNear(place.horizontal, from.at, from.low, from.high, enter);
            }
            if (members.empty()) return;
            std::sort(members.begin(), members.end());
            groups.push_back(std::move(members));
            members.clear();
        });
    }
    return groups;
}

} // namespace sky::layout
