// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest square path among a few walls: A* over the grid of lines that run beside the walls and through the ports.
// Costs are length, bends, and running along the border of a box. The result depends on the sets given, not their order.
#pragma once

#include "layout/rect_index.h"
#include "layout/terminal.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sky::layout {

inline constexpr std::int32_t kBendCost = 60; // px a link goes further to save a bend

struct SearchPort {
    Point at;                  // outside the box, at the end of the stub
    Side travel = Side::Right; // direction of travel there, leaving or arriving
    std::int32_t cost = 0;
    Point port;                // on the box
};

struct SearchProblem {
    std::vector<SearchPort> starts;
    std::vector<SearchPort> goals;
    std::vector<Area> walls;   // the inside is forbidden, the edge is allowed
    std::vector<Area> borders; // boxes that may be crossed; running along their border costs
    std::vector<Area> rooms;   // boxes round one end only: a px inside costs a little more than outside
    std::vector<std::int32_t> linesX; // further lines
    std::vector<std::int32_t> linesY;
    std::uint32_t budget = 20'000; // states looked at
};

struct SearchPath {
    std::vector<Point> points; // from port to port
    std::size_t start = 0;
    std::size_t goal = 0;
    bool alongBorder = false;
};


class PathSearch { // keeps its memory between calls
  public:
    [[nodiscard]] std::optional<SearchPath> find(const SearchProblem& problem);
    [[nodiscard]] std::uint32_t effort() const { return m_effort; } // of the last call, in states

  private:
    struct Entry {
        std::uint64_t key;   // the cost so far and to go; among equals first what is nearly there
        std::uint32_t state; // and among those the lower number
        [[nodiscard]] bool after(const Entry& other) const { return key != other.key ? key > other.key : state > other.state; }
    };
    struct Aim { // a goal, as the estimate needs it
        Point at;
        std::uint32_t cost;
        std::uint32_t travel;
    };
    struct Reached {
        std::uint32_t cost;
        std::uint32_t before;
    };
    void prepare(const SearchProblem& problem);
    void markRooms(const SearchProblem& problem);
    [[nodiscard]] std::uint32_t toGo(Point from, Side travel) const; // never more than it really is
    void push(const Entry& entry);
    [[nodiscard]] Entry takeFirst();
    [[nodiscard]] SearchPath pathTo(std::uint32_t last, std::size_t goal, const SearchProblem& problem) const;

    std::vector<std::int32_t> m_xs;
    std::vector<std::int32_t> m_ys;
    std::vector<std::uint8_t> m_edges; // per node: what bars or burdens the edge to the right and the edge below; whether it is a goal
    std::vector<Reached> m_reached; // per state: node and direction of travel
    std::vector<std::uint8_t> m_done;
    std::vector<std::uint8_t> m_rooms; // per node: how many rooms it lies in
    std::vector<Entry> m_heap;
    std::vector<Aim> m_aims; // the cheapest first
    std::vector<std::uint32_t> m_goalNodes;
    std::vector<std::uint32_t> m_lastBefore; // by goal: the state it is reached from
    std::vector<std::uint32_t> m_lastCost;
    std::uint32_t m_effort = 0;
};

} // namespace sky::layout
