// SPDX-License-Identifier: GPL-3.0-or-later
// The path of one link among the boxes of a scene, as if it were the only link. Walls are met lazily: the cheapest path
// among the walls known so far is tried on the scene, and the boxes it hits become walls of the next try. Most links need
// one to three tries with a handful of walls, and what was looked at is a few narrow strips: `seen`. As long as no box
// changes in them, the path stays what it is.
#pragma once

#include "layout/scene.h"
#include "layout/search.h"

#include <cstdint>
#include <vector>

namespace sky::layout {

// A straight piece of a path and how far it may be moved sideways.
struct Piece {
    bool horizontal = true;
    std::int32_t at = 0;   // y of a horizontal piece, x of a vertical one
    std::int32_t low = 0;  // its ends along itself, low <= high
    std::int32_t high = 0;
    Span range;            // where `at` may go; holds `at`
    friend bool operator==(const Piece&, const Piece&) = default;
};

struct FoundPath {
    std::vector<Point> points;
    std::vector<Piece> pieces; // between the points, in order; none for a straight path
    bool straight = false;
    bool anyBox = false;       // it depends on boxes inside other containers too, not on those containers alone
    std::vector<Area> seen;    // the path depends on the boxes that touch these, and on its own ends
};

class PathFinder {
  public:
    explicit PathFinder(const Scene& scene) : m_scene(scene) {}

    [[nodiscard]] FoundPath find(std::int32_t from, std::int32_t to, const std::vector<Point>& waypoints, std::uint32_t budget);

    // Boxes that a path crosses: solid, not around one of its ends.
    [[nodiscard]] bool isClear(const std::vector<Point>& points, std::int32_t from, std::int32_t to) const;
    [[nodiscard]] Terminal terminal(std::int32_t number, std::int32_t other) const;

  private:
    struct Leg {
        Terminal from;
        Terminal to;
        std::int32_t fromBox = -1; // -1: a waypoint
        std::int32_t toBox = -1;
    };
    struct Level { // how strict a try is
        std::int32_t margin;
        bool containers; // other containers are walls
        bool titles;
    };
    void open(std::int32_t from, std::int32_t to, std::vector<Area>& seen);
    [[nodiscard]] bool bars(std::int32_t number, bool title, const Leg& leg, const Level& level) const;
    [[nodiscard]] std::int32_t outermost(std::int32_t number) const;
    [[nodiscard]] std::vector<SearchPort> ports(const Terminal& terminal, const Terminal& other, std::int32_t self,
                                                bool leaving, std::vector<Area>& seen) const;
    [[nodiscard]] std::int32_t freeAhead(Point from, Side side, std::int32_t reach, std::int32_t self,
                                         std::vector<Area>& seen) const;
    [[nodiscard]] bool findLeg(const Leg& leg, std::vector<Point>& points, std::vector<Area>& seen);
    [[nodiscard]] bool tryLevel(const Leg& leg, const Level& level, const SearchProblem& ports, std::vector<Point>& points,
                                std::vector<Area>& seen);
    [[nodiscard]] Area wallOf(std::int32_t entry, std::int32_t margin, const SearchProblem& problem) const;
    void centre(FoundPath& path, const Leg& leg, const std::vector<Point>& fixed);
    [[nodiscard]] Span channel(Point a, Point b, Span within, std::vector<Area>& seen) const;

    const Scene& m_scene;
    PathSearch m_search;
    std::int32_t m_from = -1;
    std::int32_t m_to = -1;
    std::vector<std::int32_t> m_around;  // containers round either end: open to this link
    std::vector<std::int32_t> m_rooms;   // those round one end only
    std::uint32_t m_budget = 0;
    bool m_anyBox = false;
};

} // namespace sky::layout
