// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/flow.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sky::layout {

namespace {

using Neighbours = std::vector<std::vector<std::size_t>>;

// Columns by the longest way from a beginning; links that close a circle are turned round.
std::vector<std::int32_t> columnsOf(const std::vector<Cell>& cells, const std::vector<CellLink>& links) {
    const std::size_t count = cells.size();
    Neighbours out(count);
    for (const CellLink& link : links)
        if (link.from != link.to) out[link.from].push_back(link.to);
    for (auto& targets : out) {
        std::sort(targets.begin(), targets.end());
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    }
    std::vector<int> incoming(count, 0);
    for (const auto& targets : out)
        for (const std::size_t to : targets) ++incoming[to];
    std::vector<std::size_t> roots(count);
    std::iota(roots.begin(), roots.end(), std::size_t{0});
    std::stable_sort(roots.begin(), roots.end(), [&](std::size_t a, std::size_t b) {
        const auto rankOf = [&](std::size_t at) { return cells[at].rank < 0 ? 1'000 : cells[at].rank; };
        if (rankOf(a) != rankOf(b)) return rankOf(a) < rankOf(b);
        return (incoming[a] == 0) > (incoming[b] == 0);
    });
    std::vector<char> state(count, 0); // 1 on the way, 2 done
    std::vector<std::size_t> finished;
    Neighbours forward(count);
    struct Step {
        std::size_t at;
        std::size_t next;
    };
    for (const std::size_t root : roots) {
        if (state[root]) continue;
        std::vector<Step> stack{{root, 0}};
        state[root] = 1;
        while (!stack.empty()) {
            Step& top = stack.back();
            if (top.next == out[top.at].size()) {
                state[top.at] = 2;
                finished.push_back(top.at);
                stack.pop_back();
                continue;
            }
            const std::size_t at = top.at;
            const std::size_t to = out[at][top.next++];
            if (state[to] == 1) { // closes a circle
                forward[to].push_back(at);
                continue;
            }
            forward[at].push_back(to);
            if (state[to] == 0) {
                state[to] = 1;
                stack.push_back({to, 0});
            }
        }
    }
    std::vector<std::int32_t> column(count, 0);
    for (std::size_t i = 0; i < count; ++i) column[i] = std::max(0, cells[i].rank);
    for (auto at = finished.rbegin(); at != finished.rend(); ++at)
        for (const std::size_t to : forward[*at]) column[to] = std::max(column[to], column[*at] + 1);
    // What nothing leads to stands right before what it leads to.
    for (const std::size_t at : finished) {
        if (cells[at].rank >= 0 || forward[at].empty() || incoming[at] > 0) continue;
        std::int32_t nearest = column[forward[at].front()];
        for (const std::size_t to : forward[at]) nearest = std::min(nearest, column[to]);
        column[at] = std::max(column[at], nearest - 1);
    }
    std::vector<std::int32_t> used = column;
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (std::int32_t& at : column) at = static_cast<std::int32_t>(std::lower_bound(used.begin(), used.end(), at) - used.begin());
    return column;
}

// Tops as near to the wished ones as the order and the gaps allow (isotonic regression by pooling neighbours).
std::vector<double> settle(const std::vector<double>& wished, const std::vector<double>& room) {
    struct Pool {
        double sum;
        std::size_t count;
    };
    std::vector<Pool> pools;
    double offset = 0;
    std::vector<double> offsets;
    for (std::size_t i = 0; i < wished.size(); ++i) {
        offsets.push_back(offset);
        pools.push_back({wished[i] - offset, 1});
        offset += room[i];
        while (pools.size() > 1) {
            Pool& last = pools[pools.size() - 1];
            Pool& before = pools[pools.size() - 2];
            if (before.sum / static_cast<double>(before.count) <= last.sum / static_cast<double>(last.count)) break;
            before.sum += last.sum;
            before.count += last.count;
            pools.pop_back();
        }
    }
    std::vector<double> tops;
    for (const Pool& pool : pools)
        for (std::size_t i = 0; i < pool.count; ++i) tops.push_back(pool.sum / static_cast<double>(pool.count) + offsets[tops.size()]);
    return tops;
}

} // namespace

std::vector<Point> flow(const std::vector<Cell>& cells, const std::vector<CellLink>& links, const FlowGaps& gaps) {
    const std::size_t count = cells.size();
    std::vector<Point> places(count);
    if (count == 0) return places;
    const std::vector<std::int32_t> column = columnsOf(cells, links);
    Neighbours near(count);
    for (const CellLink& link : links) {
        if (link.from == link.to) continue;
        near[link.from].push_back(link.to);
        near[link.to].push_back(link.from);
    }
    const auto columns = static_cast<std::size_t>(*std::max_element(column.begin(), column.end()) + 1);
    std::vector<std::vector<std::size_t>> order(columns);
    for (std::size_t i = 0; i < count; ++i) order[static_cast<std::size_t>(column[i])].push_back(i);

    std::vector<double> top(count, 0);
    const auto axis = [&](std::size_t i) { return top[i] + cells[i].axis; };
    const auto stack = [&](const std::vector<std::size_t>& members) {
        double at = 0;
        for (const std::size_t i : members) {
            top[i] = at;
            at += cells[i].size.height + gaps.across;
        }
        for (const std::size_t i : members) top[i] -= (at - gaps.across) / 2;
    };
    for (const auto& members : order) stack(members);
    double lowest = 0;
    double highest = 0;
    const auto wish = [&](std::size_t i, bool ordering) {
        double sum = 0;
        double weight = 0;
        for (const std::size_t other : near[i]) {
            sum += axis(other);
            weight += 1;
        }
        // What pulls from outside may be far away: it decides the order, and no more than that.
        if (cells[i].pulled && (weight == 0 || ordering)) {
            const double pulls = weight == 0 ? 1 : cells[i].pulls;
            sum += pulls * std::clamp(static_cast<double>(cells[i].pull.y), lowest, highest);
            weight += pulls;
        }
        return weight > 0 ? sum / weight : axis(i);
    };
    constexpr int kSweeps = 8;
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        lowest = highest = top[0];
        for (std::size_t i = 0; i < count; ++i) {
            lowest = std::min(lowest, axis(i));
            highest = std::max(highest, axis(i));
        }
        for (std::size_t step = 0; step < columns; ++step) {
            std::vector<std::size_t>& members = order[sweep % 2 == 0 ? step : columns - 1 - step];
            std::vector<double> wished(count, 0);
            for (const std::size_t i : members) wished[i] = wish(i, true);
            if (sweep + 2 < kSweeps)
                std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) { return wished[a] < wished[b]; });
            for (const std::size_t i : members) wished[i] = wish(i, false);
            std::vector<double> tops;
            std::vector<double> room;
            for (const std::size_t i : members) {
                tops.push_back(wished[i] - cells[i].axis);
                room.push_back(cells[i].size.height + gaps.across);
            }
            const std::vector<double> settled = settle(tops, room);
            for (std::size_t i = 0; i < members.size(); ++i) top[members[i]] = settled[i];
        }
    }
    double least = top[0];
    for (const double at : top) least = std::min(least, at);
    std::int32_t x = 0;
    for (const auto& members : order) {
        std::int32_t width = 0;
        for (const std::size_t i : members) width = std::max(width, cells[i].size.width);
        for (const std::size_t i : members)
            places[i] = {x + (width - cells[i].size.width) / 2, static_cast<std::int32_t>(std::llround(top[i] - least))};
        x += width + gaps.along;
    }
    return places;
}

std::vector<Point> grid(const std::vector<Cell>& cells, const std::vector<CellLink>& links, const FlowGaps& gaps, double aspect) {
    const std::size_t count = cells.size();
    std::vector<Point> places(count);
    if (count == 0) return places;
    Size cell;
    for (const Cell& c : cells) {
        cell.width = std::max(cell.width, c.size.width);
        cell.height = std::max(cell.height, c.size.height);
    }
    const double wide = cell.width + gaps.along;
    const double high = cell.height + gaps.across;
    const auto columns = static_cast<std::size_t>(
        std::clamp(std::ceil(std::sqrt(static_cast<double>(count) * aspect * high / wide)), 1.0, static_cast<double>(count)));
    const auto slot = [&](std::size_t at) {
        return Point{static_cast<std::int32_t>(at % columns) * (cell.width + gaps.along),
                     static_cast<std::int32_t>(at / columns) * (cell.height + gaps.across)};
    };
    Neighbours near(count);
    for (const CellLink& link : links) {
        if (link.from == link.to) continue;
        near[link.from].push_back(link.to);
        near[link.to].push_back(link.from);
    }
    std::vector<std::size_t> at(count); // slot of each cell
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool many = count > 40;
    if (many) { // too many to trade pair by pair: rows by where they are pulled
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return (cells[a].pulled ? cells[a].pull.y : 0) < (cells[b].pulled ? cells[b].pull.y : 0);
        });
        for (std::size_t row = 0; row < count; row += columns)
            std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(row),
                             order.begin() + static_cast<std::ptrdiff_t>(std::min(count, row + columns)),
                             [&](std::size_t a, std::size_t b) { return (cells[a].pulled ? cells[a].pull.x : 0) < (cells[b].pulled ? cells[b].pull.x : 0); });
    }
    for (std::size_t i = 0; i < count; ++i) at[order[i]] = i;
    const auto distance = [](Point a, Point b) { return std::int64_t{std::abs(a.x - b.x)} + std::abs(a.y - b.y); };
    const auto cost = [&](std::size_t i) {
        std::int64_t sum = 0;
        const Point here = slot(at[i]);
        for (const std::size_t other : near[i]) {
            const Point there = slot(at[other]);
            sum += distance(here, there) + (here.x != there.x && here.y != there.y ? 60 : 0);
        }
        if (cells[i].pulled) sum += distance(here, cells[i].pull) * cells[i].pulls;
        return sum;
    };
    constexpr int kRounds = 10;
    for (int round = 0; round < kRounds; ++round) {
        bool traded = false;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t last = many ? std::min(count, i + 3) : count;
            for (std::size_t j = i + 1; j < last; ++j) {
                const std::size_t a = many ? order[i] : i;
                const std::size_t b = many ? order[j] : j;
                const std::int64_t now = cost(a) + cost(b);
                std::swap(at[a], at[b]);
                if (cost(a) + cost(b) < now) {
                    if (many) std::swap(order[i], order[j]);
                    traded = true;
                } else {
                    std::swap(at[a], at[b]);
                }
            }
        }
        if (!traded) break;
    }
    for (std::size_t i = 0; i < count; ++i) {
        places[i] = slot(at[i]);
        places[i].x += (cell.width - cells[i].size.width) / 2;
    }
    return places;
}

} // namespace sky::layout
