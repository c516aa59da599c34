// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several things stands at which of several places, so that the links between them cross less, are shorter and
// straighter: neighbours trade places while that helps. Pure and deterministic; effort is counted, not timed.
#pragma once

#include "layout/rect_index.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sky::layout {

struct TangledLink { // an end belongs to a thing, which carries it along, or stands still
    static constexpr std::size_t kStill = static_cast<std::size_t>(-1);
    std::size_t from = kStill;
    std::size_t to = kStill;
    Point start;
    Point end;
};

class Untangler {
  public:
    // `centres` of the things; those of one set (negative: none) may trade places.
    Untangler(std::vector<Point> centres, std::vector<std::int32_t> sets, std::vector<TangledLink> links,
              bool down); // where links should lead to: down, else to the right

    // Trades until nothing helps or the effort, in pairs of lines compared, is used up; returns what is left of it.
    [[nodiscard]] std::int64_t run(std::int64_t effort);
    [[nodiscard]] const std::vector<std::size_t>& places() const { return m_places; } // by thing: whose place it has now

  private:
    [[nodiscard]] std::int64_t lengthOf(const TangledLink& link) const;
    [[nodiscard]] std::int64_t lengthOf(const std::vector<std::size_t>& links) const;
    template <class Visit>
    void eachCrossed(const TangledLink& link, Visit visit) const; // visit(link): each that this line crosses
    void count(std::size_t link);
    void recount(const std::vector<std::size_t>& moved, const std::vector<TangledLink>& before);
    void trade(std::size_t a, std::size_t b);
    bool tryTrade(std::size_t a, std::size_t b);

    std::vector<Point> m_centres;
    std::vector<std::int32_t> m_sets;
    std::vector<TangledLink> m_links;
    std::vector<Area> m_areas; // of the links, close together: most pairs are told apart by them
    std::vector<std::size_t> m_places;
    std::vector<std::vector<std::size_t>> m_touching; // links by thing
    std::vector<std::int32_t> m_crossings;            // by link
    std::vector<char> m_marked;                       // links, while they are compared
    bool m_down;
    std::int64_t m_effort = 0;
};

} // namespace sky::layout
