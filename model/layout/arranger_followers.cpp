// SPDX-License-Identifier: GPL-3.0-or-later
// What follows once all things stand: notes beside what they explain, outlines round their members.
#include "layout/arranger.h"

#include <algorithm>
#include <cstdlib>

namespace sky::layout {

// A note keeps its place beside what it stood next to.
void Arranger::annotations() {
    for (std::size_t at = 0; at < m_tree.nodes.size(); ++at) {
        const Node& node = m_tree.nodes[at];
        if (node.shape != Shape::Plain) continue;
        const std::vector<std::size_t>& siblings = node.inside ? m_tree.nodes[*node.inside].children : m_tree.page;
        Rect local = node.before.value_or(Rect{kPadding, kHeader + 8, node.size.width, node.size.height});
        std::int64_t nearest = -1;
        Point by;
        Rect around;
        for (const std::size_t other : siblings) {
            const Node& sibling = m_tree.nodes[other];
            if (!sibling.isPlaced()) continue;
            around = around.united(sibling.shape == Shape::Tile ? withCaption(m_local[other]) : m_local[other]);
            if (!node.before || !sibling.before) continue;
            const Point apart = node.before->center() - sibling.before->center();
            const std::int64_t distance = std::int64_t{std::abs(apart.x)} + std::abs(apart.y);
            if (nearest >= 0 && distance >= nearest) continue;
            nearest = distance;
            by = m_local[other].center() - sibling.before->center();
        }
        if (node.before && nearest >= 0) local = local.translated(by);
        else if (!node.before && !around.empty()) local = {around.x, around.bottom() + m_gaps.across, local.width, local.height};
        m_local[at] = local;
        m_page[at] = node.inside ? local.translated(m_page[*node.inside].topLeft()) : local;
    }
}

// Outlines go round their members again.
void Arranger::frames() {
    for (std::size_t at = 0; at < m_tree.nodes.size(); ++at) {
        const Node& node = m_tree.nodes[at];
        if (node.shape != Shape::Frame) continue;
        Rect around;
        for (const std::size_t member : node.members) {
            const Node& inner = m_tree.nodes[member];
            around = around.united(inner.shape == Shape::Tile ? withCaption(m_page[member]) : m_page[member]);
        }
        if (around.empty()) {
            const Point home = node.inside ? m_page[*node.inside].topLeft() : Point{};
            around = node.before ? node.before->translated(home) : withCaption({home.x + kGap, home.y + kGap, kTile, kTile});
        } else {
            around = around.grown(8);
        }
        m_page[at] = around;
    }
}

} // namespace sky::layout
