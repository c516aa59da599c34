// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of arranging: within each box, from the outside to the inside, things of a column or a grid trade places
// while links cross less and get shorter for it. Links out of the box count up to its border.
#include "layout/arranger.h"
#include "layout/untangle.h"

#include <algorithm>

namespace sky::layout {

namespace {

constexpr std::int64_t kEffortPerNode = 12'000; // pairs of lines compared: 0.1 s for 1 000 things at the very worst
constexpr std::int64_t kMostEffort = 48'000'000;
constexpr int kSweeps = 3;

} // namespace

void Arranger::shift(std::size_t node, Point by) {
    std::vector<std::size_t> open{node};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        m_page[at] = m_page[at].translated(by);
        for (const std::size_t child : m_tree.nodes[at].children) open.push_back(child);
    }
}

void Arranger::untangle(std::size_t container, std::int64_t& effort) {
    const bool page = container == m_tree.nodes.size();
    const std::vector<std::size_t>& children = page ? m_tree.page : m_tree.nodes[container].children;
    std::vector<std::size_t> things;
    for (const std::size_t child : children)
        if (m_sets[child] >= 0 && !m_pinned[child]) things.push_back(child);
    if (things.size() < 2 || m_passing[container].empty()) return;
    std::vector<Point> centres;
    std::vector<std::int32_t> sets;
    for (const std::size_t thing : things) {
        const Cell cell = cellOf(thing, {});
        centres.push_back(m_page[thing].topLeft() - cellOffset(thing) + Point{cell.size.width / 2, 0});
        sets.push_back(m_sets[thing]);
    }
    const auto indexOf = [&](const std::optional<std::size_t>& child) {
        if (!child) return TangledLink::kStill;
        const auto at = std::lower_bound(things.begin(), things.end(), *child);
        return at != things.end() && *at == *child ? static_cast<std::size_t>(at - things.begin()) : TangledLink::kStill;
    };
    const Rect border = page ? Rect{} : m_page[container];
    const auto endOf = [&](std::size_t leaf, bool inside) {
        const Point centre = m_page[leaf].center();
        if (inside || page) return centre;
        return Point{std::clamp(centre.x, border.left(), border.right()), std::clamp(centre.y, border.top(), border.bottom())};
    };
    std::vector<TangledLink> links;
    for (const Passing& passing : m_passing[container]) {
        const Linked& link = m_links[passing.link];
        links.push_back({indexOf(passing.from), indexOf(passing.to), endOf(link.from, passing.from.has_value()), endOf(link.to, passing.to.has_value())});
    }
    Untangler untangler(centres, std::move(sets), std::move(links), m_options.direction == Direction::Down);
    const std::int64_t most = effort / 2; // the rest is for the others
    effort -= most - untangler.run(most);
    for (std::size_t i = 0; i < things.size(); ++i) {
        const Point by = centres[untangler.places()[i]] - centres[i];
        if (by == Point{}) continue;
        m_local[things[i]] = m_local[things[i]].translated(by);
        shift(things[i], by);
    }
}

void Arranger::untangle() {
    std::int64_t effort = std::min(kMostEffort, kEffortPerNode * static_cast<std::int64_t>(m_tree.nodes.size()));
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        untangle(m_tree.nodes.size(), effort);
        for (const std::size_t at : m_tree.topDown)
            if (m_tree.nodes[at].shape == Shape::Container) untangle(at, effort);
    }
}

} // namespace sky::layout
