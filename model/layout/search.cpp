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
constexpr std::uint8_t kGoal = 16;
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

std::uint32_t distance(Point a, Point b) {
    return static_cast<std::uint32_t>(std::abs(a.x - b.x)) + static_cast<std::uint32_t>(std::abs(a.y - b.y));
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

// The distance to the nearest goal, and the fewest bends on the way to pass it in its direction.
std::uint32_t PathSearch::toGo(Point from, Side travel) const {
    std::uint32_t least = kUnseen;
    const Point step = stepOf(travel);
    for (const Aim& aim : m_aims) {
        const std::uint32_t without = distance(from, aim.at) + aim.cost;
        if (without >= least) continue;
        const Point way = aim.at - from;
        const std::int32_t ahead = way.x * step.x + way.y * step.y;
        const std::int32_t aside = step.x != 0 ? way.y : way.x;
        std::uint32_t bends = 0;
        switch ((aim.travel - static_cast<std::uint32_t>(travel)) % 4) {
            case 0: bends = ahead < 0 ? 4 : aside == 0 ? 0 : 2; break;
            case 2: bends = aside == 0 ? 4 : 2; break;
            default: {
                const Point last = stepOf(static_cast<Side>(aim.travel));
                bends = ahead >= 0 && way.x * last.x + way.y * last.y >= 0 ? 1 : 3;
            }
        }
        least = std::min(least, without + bends * kBendCost);
    }
    return least;
}

void PathSearch::push(const Entry& entry) {
    m_heap.push_back(entry);
    std::push_heap(m_heap.begin(), m_heap.end(), [](const Entry& a, const Entry& b) { return a.after(b); });
}

PathSearch::Entry PathSearch::takeFirst() {
    const Entry first = m_heap.front();
    std::pop_heap(m_heap.begin(), m_heap.end(), [](const Entry& a, const Entry& b) { return a.after(b); });
    m_heap.pop_back();
    return first;
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
    const auto entryOf = [](std::uint32_t cost, std::uint32_t left, std::uint32_t state) {
        return Entry{std::uint64_t{cost + left} << 32 | left, state};
    };
    m_goalNodes.clear();
    m_aims.clear();
    for (const SearchPort& goal : problem.goals) {
        m_aims.push_back({goal.at, static_cast<std::uint32_t>(goal.cost), static_cast<std::uint32_t>(goal.travel)});
        m_goalNodes.push_back(nodeAt(goal.at));
        m_edges[m_goalNodes.back()] |= kGoal;
    }
    std::sort(m_aims.begin(), m_aims.end(), [](const Aim& a, const Aim& b) { return a.cost < b.cost; });
    for (const SearchPort& start : problem.starts) {
        const std::uint32_t state = nodeAt(start.at) * 4 + static_cast<std::uint32_t>(start.travel);
        const auto cost = static_cast<std::uint32_t>(start.cost);
        if (cost >= m_reached[state].cost) continue;
        m_reached[state].cost = cost;
        const std::uint32_t left = toGo(start.at, start.travel);
        push(entryOf(cost, left, state));
    }
    m_lastBefore.assign(m_goalNodes.size(), kUnseen);
    m_lastCost.assign(m_goalNodes.size(), kUnseen);
    // The first of the entries just made need not go through the heap: more often than not it is the next.
    constexpr Entry kNone{std::numeric_limits<std::uint64_t>::max(), kUnseen};
    Entry held = kNone;
    const auto enter = [&](const Entry& entry) {
        if (held.after(entry)) {
            if (held.state != kUnseen) push(held);
            held = entry;
        } else {
            push(entry);
        }
    };
    for (std::uint32_t looked = 0; (held.state != kUnseen || !m_heap.empty()) && looked < problem.budget; ++looked, ++m_effort) {
        Entry entry = held;
        held = kNone;
        if (!m_heap.empty() && entry.after(m_heap.front())) {
            if (entry.state != kUnseen) push(entry);
            entry = takeFirst();
        }
        if (entry.state >= states) return pathTo(m_lastBefore[entry.state - states], entry.state - states, problem);
        if (m_done[entry.state]) continue; // an older, dearer entry
        m_done[entry.state] = 1;
        const std::uint32_t node = entry.state / 4;
        const auto travel = static_cast<Side>(entry.state % 4);
        const std::size_t x = node % width;
        const std::size_t y = node / width;
        const std::uint32_t cost = m_reached[entry.state].cost;
        const Point here{m_xs[x], m_ys[y]};
        for (std::size_t goal = 0; (m_edges[node] & kGoal) != 0 && goal < m_goalNodes.size(); ++goal) {
            if (m_goalNodes[goal] != node || travel == opposite(problem.goals[goal].travel)) continue;
            const std::uint32_t bend = travel == problem.goals[goal].travel ? 0 : kBendCost;
            const std::uint32_t total = cost + bend + static_cast<std::uint32_t>(problem.goals[goal].cost);
            if (total < m_lastCost[goal]) {
                m_lastCost[goal] = total;
                m_lastBefore[goal] = entry.state;
                enter(entryOf(total, 0, states + static_cast<std::uint32_t>(goal)));
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
            const Point there = next == Side::Right   ? Point{m_xs[x + 1], here.y}
                                : next == Side::Left  ? Point{m_xs[x - 1], here.y}
                                : next == Side::Bottom ? Point{here.x, m_ys[y + 1]}
                                                       : Point{here.x, m_ys[y - 1]};
            const std::uint32_t length = distance(here, there);
            const std::uint32_t rooms = std::max(m_rooms[node], m_rooms[to]);
            const std::uint32_t step = length + (edge & kBorderRight ? length * kBorderFactor : 0) + length * rooms / kRoomShare +
                                       (next == travel ? 0 : static_cast<std::uint32_t>(kBendCost));
            if (cost + step >= m_reached[state].cost) continue;
            m_reached[state] = {cost + step, entry.state};
            const std::uint32_t left = toGo(there, next);
            enter(entryOf(cost + step, left, state));
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
