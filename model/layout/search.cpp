// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/search.h"

#include <algorithm>
#include <limits>

namespace sky::layout {

namespace {

constexpr std::uint8_t kWallRight = 1;
constexpr std::uint8_t kWallBelow = 2;
constexpr std::uint8_t kBorderRight = 4;
constexpr std::uint8_t kBorderBelow = 8;
constexpr std::int32_t kBorderReach = 6;    // nearer to a parallel border than this is "along" it
constexpr std::uint32_t kBorderFactor = 3;  // a px along a border counts as this many more
constexpr std::uint32_t kRoomShare = 16;    // a px inside a room costs a sixteenth more
constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMostNodes = 1u << 20;

void sortUnique(std::vector<std::int32_t>& lines) {
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

std::size_t firstAbove(const std::vector<std::int32_t>& lines, std::int32_t value) {
    return static_cast<std::size_t>(std::upper_bound(lines.begin(), lines.end(), value) - lines.begin());
}
std::size_t firstFrom(const std::vector<std::int32_t>& lines, std::int32_t value) {
    return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), value) - lines.begin());
}

// The fewest bends from a place, travelling some way, to another that is to be passed in a given direction.
std::uint32_t leastBends(Point from, Side travel, Point to, Side arrival) {
    const Point step = stepOf(travel);
    const std::int32_t dx = to.x - from.x;
    const std::int32_t dy = to.y - from.y;
    const std::int32_t ahead = dx * step.x + dy * step.y;
    if (arrival == travel) {
        const bool inLine = step.x != 0 ? dy == 0 : dx == 0;
        return ahead < 0 ? 4 : inLine ? 0 : 2;
    }
    if (arrival == opposite(travel)) return (step.x != 0 ? dy : dx) == 0 ? 4 : 2;
    const Point last = stepOf(arrival);
    return ahead >= 0 && dx * last.x + dy * last.y >= 0 ? 1 : 3;
}

} // namespace

void PathSearch::prepare(const SearchProblem& problem) {
    m_xs = problem.linesX;
    m_ys = problem.linesY;
    for (const auto* ports : {&problem.starts, &problem.goals}) {
        for (const SearchPort& port : *ports) {
            m_xs.push_back(port.at.x);
            m_ys.push_back(port.at.y);
        }
    }
    for (const Area& wall : problem.walls) {
        m_xs.push_back(wall.left);
        m_xs.push_back(wall.right);
        m_ys.push_back(wall.top);
        m_ys.push_back(wall.bottom);
    }
    sortUnique(m_xs);
    sortUnique(m_ys);
    const std::size_t width = m_xs.size();
    const std::size_t height = m_ys.size();
    if (width * height > kMostNodes) return;
    m_edges.assign(width * height, 0);
    for (const Area& wall : problem.walls) {
        const std::size_t left = firstFrom(m_xs, wall.left);
        const std::size_t right = firstFrom(m_xs, wall.right);
        const std::size_t top = firstFrom(m_ys, wall.top);
        const std::size_t bottom = firstFrom(m_ys, wall.bottom);
        for (std::size_t y = top + 1; y < bottom; ++y)
            for (std::size_t x = left; x < right; ++x) m_edges[y * width + x] |= kWallRight;
        for (std::size_t y = top; y < bottom; ++y)
            for (std::size_t x = left + 1; x < right; ++x) m_edges[y * width + x] |= kWallBelow;
    }
    for (const Area& border : problem.borders) {
        for (const std::int32_t line : {border.top, border.bottom}) {
            const std::size_t end = firstAbove(m_ys, line + kBorderReach - 1);
            for (std::size_t y = firstAbove(m_ys, line - kBorderReach); y < end; ++y)
                for (std::size_t x = firstFrom(m_xs, border.left); x + 1 < width && m_xs[x + 1] <= border.right; ++x)
                    m_edges[y * width + x] |= kBorderRight;
        }
        for (const std::int32_t line : {border.left, border.right}) {
            const std::size_t end = firstAbove(m_xs, line + kBorderReach - 1);
            for (std::size_t x = firstAbove(m_xs, line - kBorderReach); x < end; ++x)
                for (std::size_t y = firstFrom(m_ys, border.top); y + 1 < height && m_ys[y + 1] <= border.bottom; ++y)
                    m_edges[y * width + x] |= kBorderBelow;
        }
    }
}

void PathSearch::markRooms(const SearchProblem& problem) {
    const std::size_t width = m_xs.size();
    m_rooms.assign(width * m_ys.size(), 0);
    for (const Area& room : problem.rooms) {
        const std::size_t right = firstAbove(m_xs, room.right);
        const std::size_t bottom = firstAbove(m_ys, room.bottom);
        for (std::size_t y = firstFrom(m_ys, room.top); y < bottom; ++y)
            for (std::size_t x = firstFrom(m_xs, room.left); x < right; ++x) ++m_rooms[y * width + x];
    }
}

void PathSearch::push(std::uint32_t cost, std::uint32_t toGo, std::uint32_t state) {
    m_heap.push_back({cost, toGo, state});
    std::push_heap(m_heap.begin(), m_heap.end(), [](const Entry& a, const Entry& b) { return a.after(b); });
}

std::optional<SearchPath> PathSearch::find(const SearchProblem& problem) {
    if (problem.starts.empty() || problem.goals.empty()) return std::nullopt;
    m_effort = 0;
    prepare(problem);
    const std::size_t width = m_xs.size();
    const std::size_t height = m_ys.size();
    if (width * height > kMostNodes) return std::nullopt;
    markRooms(problem);
    m_effort = static_cast<std::uint32_t>(width * height / 8);
    const auto states = static_cast<std::uint32_t>(width * height * 4);
    m_reached.assign(states, {kUnseen, kUnseen});
    m_done.assign(states, 0);
    m_heap.clear();

    const auto nodeAt = [&](Point p) {
        return static_cast<std::uint32_t>(firstFrom(m_ys, p.y) * width + firstFrom(m_xs, p.x));
    };
    const auto distance = [](Point a, Point b) {
        return static_cast<std::uint32_t>(std::abs(a.x - b.x)) + static_cast<std::uint32_t>(std::abs(a.y - b.y));
    };
    const auto toGo = [&](Point p, Side travel) {
        std::uint32_t least = kUnseen;
        for (const SearchPort& goal : problem.goals) {
            const std::uint32_t without = distance(p, goal.at) + static_cast<std::uint32_t>(goal.cost);
            if (without < least) least = std::min(least, without + leastBends(p, travel, goal.at, goal.travel) * kBendCost);
        }
        return least;
    };
    std::vector<std::uint32_t> goalNodes;
    for (const SearchPort& goal : problem.goals) goalNodes.push_back(nodeAt(goal.at));
    for (const SearchPort& start : problem.starts) {
        const std::uint32_t state = nodeAt(start.at) * 4 + static_cast<std::uint32_t>(start.travel);
        const auto cost = static_cast<std::uint32_t>(start.cost);
        if (cost >= m_reached[state].cost) continue;
        m_reached[state].cost = cost;
        const std::uint32_t left = toGo(start.at, start.travel);
        push(cost + left, left, state);
    }
    std::vector<std::uint32_t> lastBefore(goalNodes.size(), kUnseen);
    std::vector<std::uint32_t> lastCost(goalNodes.size(), kUnseen);
    for (std::uint32_t looked = 0; !m_heap.empty() && looked < problem.budget; ++looked, ++m_effort) {
        const Entry entry = m_heap.front();
        std::pop_heap(m_heap.begin(), m_heap.end(), [](const Entry& a, const Entry& b) { return a.after(b); });
        m_heap.pop_back();
        if (entry.state >= states) return pathTo(lastBefore[entry.state - states], entry.state - states, problem);
        if (m_done[entry.state]) continue; // an older, dearer entry
        m_done[entry.state] = 1;
        const std::uint32_t node = entry.state / 4;
        const auto travel = static_cast<Side>(entry.state % 4);
        const std::size_t x = node % width;
        const std::size_t y = node / width;
        const std::uint32_t cost = m_reached[entry.state].cost;
        for (std::size_t goal = 0; goal < goalNodes.size(); ++goal) {
            if (goalNodes[goal] != node || travel == opposite(problem.goals[goal].travel)) continue;
            const std::uint32_t bend = travel == problem.goals[goal].travel ? 0 : kBendCost;
            const std::uint32_t total = cost + bend + static_cast<std::uint32_t>(problem.goals[goal].cost);
            if (total < lastCost[goal]) {
                lastCost[goal] = total;
                lastBefore[goal] = entry.state;
                push(total, 0, states + static_cast<std::uint32_t>(goal));
            }
        }
        for (const Side next : kSides) {
            if (next == opposite(travel)) continue;
            std::uint32_t to = node;
            std::uint8_t edge = 0;
            switch (next) {
                case Side::Right:
                    if (x + 1 == width) continue;
                    edge = m_edges[node];
                    ++to;
                    break;
                case Side::Left:
                    if (x == 0) continue;
                    --to;
                    edge = m_edges[to];
                    break;
                case Side::Bottom:
                    if (y + 1 == height) continue;
                    edge = static_cast<std::uint8_t>(m_edges[node] >> 1);
                    to += static_cast<std::uint32_t>(width);
                    break;
                case Side::Top:
                    if (y == 0) continue;
                    to -= static_cast<std::uint32_t>(width);
                    edge = static_cast<std::uint8_t>(m_edges[to] >> 1);
                    break;
            }
            if (edge & kWallRight) continue;
            const auto state = to * 4 + static_cast<std::uint32_t>(next);
            if (m_done[state]) continue;
            const Point there{next == Side::Right ? m_xs[x + 1] : next == Side::Left ? m_xs[x - 1] : m_xs[x],
                              next == Side::Bottom ? m_ys[y + 1] : next == Side::Top ? m_ys[y - 1] : m_ys[y]};
            const std::uint32_t length = distance({m_xs[x], m_ys[y]}, there);
            const std::uint32_t rooms = std::max(m_rooms[node], m_rooms[to]);
            const std::uint32_t step = length + (edge & kBorderRight ? length * kBorderFactor : 0) + length * rooms / kRoomShare +
                                       (next == travel ? 0 : static_cast<std::uint32_t>(kBendCost));
            if (cost + step >= m_reached[state].cost) continue;
            m_reached[state] = {cost + step, entry.state};
            const std::uint32_t left = toGo(there, next);
            push(cost + step + left, left, state);
        }
    }
    return std::nullopt;
}

SearchPath PathSearch::pathTo(std::uint32_t last, std::size_t goal, const SearchProblem& problem) const {
    const std::size_t width = m_xs.size();
    SearchPath path;
    path.goal = goal;
    std::uint32_t first = last;
    std::uint32_t later = kUnseen;
    for (std::uint32_t state = last; state != kUnseen; state = m_reached[state].before) {
        const std::uint32_t node = state / 4;
        path.points.push_back({m_xs[node % width], m_ys[node / width]});
        if (later != kUnseen) {
            const std::uint32_t other = later / 4;
            const std::uint32_t corner = std::min(node, other);
            const std::uint8_t along = other / width == node / width ? kBorderRight : kBorderBelow;
            if (m_edges[corner] & along) path.alongBorder = true;
        }
        later = state;
        first = state;
    }
    for (std::size_t i = 0; i < problem.starts.size(); ++i) {
        const SearchPort& start = problem.starts[i];
        if (start.at == path.points.back() && static_cast<std::uint32_t>(start.travel) == first % 4 &&
            static_cast<std::uint32_t>(start.cost) == m_reached[first].cost) {
            path.start = i;
            break;
        }
    }
    path.points.push_back(problem.starts[path.start].port);
    std::reverse(path.points.begin(), path.points.end());
    path.points.push_back(problem.goals[goal].port);
    return path;
}

} // namespace sky::layout
