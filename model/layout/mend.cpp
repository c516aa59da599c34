// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/mend.h"

#include <algorithm>
#include <numeric>

namespace sky::layout {

namespace {

constexpr std::int32_t kSnap = 20;  // centres nearer than this are meant to line up
constexpr std::int32_t kApart = 16; // least space between neighbours

class Mender {
  public:
    Mender(const NodeTree& tree, const std::vector<std::optional<Rect>>& current, const std::vector<std::optional<Rect>>& pinned)
        : m_tree(tree), m_pinned(pinned), m_local(tree.nodes.size()) {
        for (std::size_t at = 0; at < m_local.size(); ++at)
            m_local[at] = current[at].value_or(Rect{kPadding, kHeader + 8, tree.nodes[at].size.width, tree.nodes[at].size.height});
    }

    std::vector<Rect> run() {
        for (auto at = m_tree.topDown.rbegin(); at != m_tree.topDown.rend(); ++at) {
            if (m_tree.nodes[*at].shape != Shape::Container) continue;
            settle(m_tree.nodes[*at].children);
            grow(*at);
        }
        settle(m_tree.page);
        std::vector<Rect> page(m_local.size());
        for (const std::size_t at : m_tree.topDown) {
            const auto inside = m_tree.nodes[at].inside;
            page[at] = inside ? m_local[at].translated(page[*inside].topLeft()) : m_local[at];
        }
        return page;
    }

  private:
    [[nodiscard]] Rect space(std::size_t at) const {
        return m_tree.nodes[at].shape == Shape::Tile ? withCaption(m_local[at]) : m_local[at];
    }
    [[nodiscard]] bool moves(std::size_t at) const {
        const Node& node = m_tree.nodes[at];
        return node.isPlaced() && node.part.empty() && !node.reserved;
    }

    void settle(const std::vector<std::size_t>& children) {
        std::vector<std::size_t> all;
        for (const std::size_t child : children)
            if (moves(child)) all.push_back(child);
        lineUp(all, true);
        lineUp(all, false);
        pushApart(all);
    }

    // Tiles whose centres nearly share a coordinate get the one in their middle.
    void lineUp(std::vector<std::size_t> nodes, bool columns) {
        std::erase_if(nodes, [&](std::size_t at) { return m_tree.nodes[at].shape != Shape::Tile; });
        const auto centre = [&](std::size_t at) { return columns ? m_local[at].center().x : m_local[at].center().y; };
        std::stable_sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) { return centre(a) < centre(b); });
        for (std::size_t first = 0; first < nodes.size();) {
            std::size_t end = first + 1;
            while (end < nodes.size() && centre(nodes[end]) - centre(nodes[first]) <= kSnap) ++end;
            std::int32_t to = centre(nodes[first + (end - first) / 2]);
            for (std::size_t i = first; i < end; ++i)
                if (m_pinned[nodes[i]]) to = centre(nodes[i]);
            for (std::size_t i = first; i < end; ++i) {
                if (m_pinned[nodes[i]]) continue;
                (columns ? m_local[nodes[i]].x : m_local[nodes[i]].y) += to - centre(nodes[i]);
            }
            first = end;
        }
    }

    // In reading order, each one makes way for those before it, to the right or down, whichever is shorter.
    void pushApart(std::vector<std::size_t> nodes) {
        std::stable_sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) {
            if (m_pinned[a].has_value() != m_pinned[b].has_value()) return m_pinned[a].has_value();
            const Point at = space(a).topLeft();
            const Point bt = space(b).topLeft();
            return at.x + at.y != bt.x + bt.y ? at.x + at.y < bt.x + bt.y : at.x < bt.x;
        });
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (m_pinned[nodes[i]]) continue;
            for (std::size_t tries = 0; tries <= nodes.size(); ++tries) {
                std::size_t hit = i;
                for (std::size_t j = 0; j < i && hit == i; ++j)
                    if (space(nodes[j]).grown(kApart / 2).intersects(space(nodes[i]).grown(kApart / 2 - 1))) hit = j;
                if (hit == i) break;
                const Rect mine = space(nodes[i]);
                const Rect other = space(nodes[hit]);
                const std::int32_t right = other.right() + kApart - mine.x;
                const std::int32_t down = other.bottom() + kApart - mine.y;
                if (right <= down) m_local[nodes[i]].x += right;
                else m_local[nodes[i]].y += down;
            }
        }
    }

    // A box holds its contents; what lies left of or above its inside moves everything in it.
    void grow(std::size_t container) {
        Rect used;
        for (const std::size_t child : m_tree.nodes[container].children)
            if (moves(child)) used = used.united(space(child));
        if (used.empty()) return;
        const Rect inside = insideOf({0, 0, 1000, 1000});
        const Point by{std::max(0, inside.x - used.x), std::max(0, inside.y - used.y)};
        const bool fixed = std::any_of(m_tree.nodes[container].children.begin(), m_tree.nodes[container].children.end(),
                                       [&](std::size_t child) { return m_pinned[child].has_value(); });
        if (!fixed && by != Point{}) {
            for (const std::size_t child : m_tree.nodes[container].children)
                if (moves(child)) m_local[child] = m_local[child].translated(by);
            used = used.translated(by);
        }
        m_local[container].width = std::max(m_local[container].width, used.right() + kPadding);
        m_local[container].height = std::max(m_local[container].height, used.bottom() + kPadding);
    }

    const NodeTree& m_tree;
    const std::vector<std::optional<Rect>>& m_pinned;
    std::vector<Rect> m_local;
};

} // namespace

std::vector<Rect> mend(const NodeTree& tree, const std::vector<std::optional<Rect>>& current,
                       const std::vector<std::optional<Rect>>& pinned) {
    return Mender(tree, current, pinned).run();
}

} // namespace sky::layout
