// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/frames.h"

#include "catalog/roles.h"
#include "layout/arranger.h"
#include "layout/nodes.h"

#include <algorithm>
#include <cmath>

namespace sky::layout {

namespace {

constexpr Size kContainerSize = {168, 136}; // an empty box

// Packs boxes without a frame into their parents, bottom up, and turns everything into places on the page, top down.
class Builder {
  public:
    explicit Builder(const NodeTree& tree) : m_tree(tree), m_nodes(tree.nodes.size()) {}

    // Nothing has a frame: the drawing as Tidy would place it.
    Placement buildTidy(const topology::Topology& topology) {
        const PlaceOptions options;
        Arranger arranger(topology, options, m_tree, std::vector<std::optional<Rect>>(m_tree.nodes.size()), {});
        arranger.run();
        for (std::size_t at = 0; at < m_nodes.size(); ++at) m_nodes[at].page = arranger.page(at);
        return result();
    }

    Placement build() {
        for (std::size_t i = m_tree.nodes.size(); i-- > 0;) measure(m_tree.topDown[i]);
        arrange(m_tree.page, m_pageNode, std::nullopt);
        for (const std::size_t at : m_tree.topDown) settle(at);
        finishBorders();
        finishFrames();
        return result();
    }

  private:
    struct Work {
        Rect local; // relative to the parent node
        Rect page;
    };

    // What a node takes up, relative to its parent, and the place that gives it a certain corner.
    [[nodiscard]] Rect space(std::size_t at) const {
        const Rect local = m_nodes[at].local;
        return m_tree.nodes[at].shape == Shape::Tile ? withCaption(local) : local;
    }
    void moveTo(std::size_t at, Point corner) {
        Rect& local = m_nodes[at].local;
        local = local.translated(corner - space(at).topLeft());
    }

    void measure(std::size_t at) {
        const Node& node = m_tree.nodes[at];
        Work& work = m_nodes[at];
        Size size = node.size;
        if (node.shape == Shape::Container) {
            std::optional<Size> fixed;
            if (node.frame) fixed = node.frame->size();
            size = arrange(node.children, node, fixed);
        }
        work.local = node.frame ? *node.frame : Rect{0, 0, size.width, size.height};
    }

    // Gives every child a local place; returns the size the parent needs.
    Size arrange(const std::vector<std::size_t>& children, const Node& parent, std::optional<Size> parentSize) {
        const bool page = &parent == &m_pageNode;
        const Rect inside = page ? Rect{kGap, kGap, 0, 0} : insideOf({0, 0, 1000, 1000});
        Rect used;
        std::vector<std::size_t> loose;
        std::int64_t area = 0;
        std::int32_t widest = 0;
        for (const std::size_t child : children) {
            const Node& node = m_tree.nodes[child];
            if (node.shape == Shape::Border || node.shape == Shape::Frame) continue;
            const Rect taken = space(child);
            if (node.frame) {
                used = used.united(taken);
            } else {
                loose.push_back(child);
                area += std::int64_t{taken.width + kGap} * (taken.height + kGap);
                widest = std::max(widest, taken.width);
            }
        }
        std::int32_t rowWidth = static_cast<std::int32_t>(std::min(1e6, std::sqrt(static_cast<double>(area) * 1.6)));
        if (parentSize && parentSize->width > 0) rowWidth = insideOf({0, 0, parentSize->width, parentSize->height}).width;
        if (stacked(loose)) rowWidth = 1;
        rowWidth = std::max(rowWidth, widest);
        std::int32_t x = inside.x;
        std::int32_t y = used.empty() ? inside.y : std::max(inside.y, used.bottom() + kGap);
        std::int32_t rowHeight = 0;
        for (const std::size_t child : loose) {
            if (parentSize && fitsBeside(children, child, *parentSize)) {
                used = used.united(space(child));
                m_done[child] = true;
                continue;
            }
            const Rect taken = space(child);
            if (x > inside.x && x + taken.width > inside.x + rowWidth) {
                x = inside.x;
                y += rowHeight + kGap;
                rowHeight = 0;
            }
            moveTo(child, {x, y});
            x += taken.width + kGap;
            rowHeight = std::max(rowHeight, taken.height);
            used = used.united(space(child));
        }
        for (const std::size_t child : loose) m_done[child] = true;
        if (used.empty()) return kContainerSize;
        return {std::max(kContainerSize.width, used.right() + kPadding), std::max(kContainerSize.height, used.bottom() + kPadding)};
    }

    // Beside children that have a frame: the first free place inside a parent of fixed size, if it is not too crowded.
    bool fitsBeside(const std::vector<std::size_t>& children, std::size_t child, Size parentSize) {
        constexpr std::size_t kMostNeighbours = 200;
        constexpr std::int32_t kStep = 16;
        constexpr std::int32_t kMostSteps = 64;
        if (children.size() > kMostNeighbours) return false;
        const Rect inside = insideOf({0, 0, parentSize.width, parentSize.height});
        const Size size = space(child).size();
        const auto isFree = [&](const Rect& place) {
            return std::none_of(children.begin(), children.end(), [&](std::size_t other) {
                const Node& node = m_tree.nodes[other];
                if (node.shape == Shape::Border || node.shape == Shape::Frame) return false;
                return (node.frame || m_done[other]) && space(other).intersects(place.grown(8));
            });
        };
        const Rect whole{0, 0, parentSize.width, parentSize.height}; // where its original fits, it fits too
        if (const auto same = placeOfOriginal(child); same && whole.contains(*same) && isFree(withCaption(*same))) {
            m_nodes[child].local = *same;
            return true;
        }
        if (inside.height < size.height || inside.width < size.width) return false;
        const std::int32_t rows = std::min(kMostSteps, (inside.height - size.height) / kStep);
        const std::int32_t columns = std::min(kMostSteps, (inside.width - size.width) / kStep);
        for (std::int32_t row = 0; row <= rows; ++row) {
            for (std::int32_t column = 0; column <= columns; ++column) {
                const Rect place{inside.x + column * kStep, inside.y + row * kStep, size.width, size.height};
                if (isFree(place)) {
                    moveTo(child, place.topLeft());
                    return true;
                }
            }
        }
        return false;
    }

    // A copy stands in its subnet where its original stands in its own.
    [[nodiscard]] std::optional<Rect> placeOfOriginal(std::size_t at) const {
        const Node& node = m_tree.nodes[at];
        if (!node.copyOf) return std::nullopt;
        const Node& original = m_tree.nodes[*node.copyOf];
        if (!original.frame || !original.frameOf) return std::nullopt;
        for (const std::size_t span : original.spans) {
            Point corner;
            std::size_t up = span;
            for (int step = 0; step < 64 && up != *original.frameOf; ++step) {
                const Node& box = m_tree.nodes[up];
                if (!box.frame || !box.inside) return std::nullopt;
                corner = corner + box.frame->topLeft();
                up = *box.inside;
            }
            const Rect home{corner.x, corner.y, m_tree.nodes[span].frame->width, m_tree.nodes[span].frame->height};
            if (home.contains(original.frame->center())) return original.frame->translated(Point{} - corner);
        }
        return std::nullopt;
    }

    // Subnets stand one above the other; everything else flows in rows.
    [[nodiscard]] bool stacked(const std::vector<std::size_t>& loose) const {
        return !loose.empty() && std::all_of(loose.begin(), loose.end(), [&](std::size_t at) {
            const catalog::Service* service = m_tree.nodes[at].service;
            return service && service->plays(catalog::role::kSubnet);
        });
    }

    void settle(std::size_t at) {
        const Node& node = m_tree.nodes[at];
        Work& work = m_nodes[at];
        Point origin;
        if (node.inside) origin = m_nodes[*node.inside].page.topLeft();
        if (node.frame && node.frameOf) origin = m_nodes[*node.frameOf].page.topLeft(); // written relative to the parent
        if (node.frame && !node.frameOf) origin = {};
        work.page = work.local.translated(origin);
    }

    void finishBorders() {
        std::vector<std::int32_t> count(m_tree.nodes.size(), 0);
        for (const std::size_t at : m_tree.topDown) {
            const Node& node = m_tree.nodes[at];
            if (node.shape != Shape::Border || !node.inside) continue;
            const Rect home = m_nodes[*node.inside].page;
            Rect& page = m_nodes[at].page;
            if (!node.frame) {
                const std::int32_t number = count[*node.inside]++;
                constexpr std::int32_t kFirst = 64;
                const std::int32_t lowest = std::max(home.y, home.bottom() - kTile - kCaption);
                const std::int32_t y = std::min(home.y + kFirst + number * (kTile + kCaption + 8), lowest);
                page = {home.x - node.size.width / 2, y, node.size.width, node.size.height};
                continue;
            }
            // A gateway moved by hand snaps to the nearest border, by the centre of its tile.
            const Point centre = page.center();
            const Point held{std::clamp(centre.x, home.left(), std::max(home.left(), home.right())),
                             std::clamp(centre.y, home.top(), std::max(home.top(), home.bottom()))};
            const std::int32_t toLeft = held.x - home.left();
            const std::int32_t toRight = home.right() - held.x;
            const std::int32_t toTop = held.y - home.top();
            const std::int32_t toBottom = home.bottom() - held.y;
            Point snapped = held;
            const std::int32_t least = std::min({toLeft, toRight, toTop, toBottom});
            if (least == toLeft) snapped.x = home.left();
            else if (least == toRight) snapped.x = home.right();
            else if (least == toTop) snapped.y = home.top();
            else snapped.y = home.bottom();
            page = page.translated(snapped - centre);
        }
    }

    // A fleet or group without a frame of its own is drawn round its members and its places in the subnets.
    void finishFrames() {
        for (const std::size_t at : m_tree.topDown) {
            const Node& node = m_tree.nodes[at];
            if (node.shape != Shape::Frame || node.frame) continue;
            Rect around;
            for (const std::size_t member : node.members) around = around.united(withCaption(m_nodes[member].page));
            if (around.empty()) around = withCaption({m_nodes[at].page.x, m_nodes[at].page.y, kTile, kTile});
            m_nodes[at].page = around.grown(8);
        }
    }

    Placement result() const {
        std::vector<Placed> elements;
        std::vector<PlacedPart> parts;
        elements.reserve(m_tree.nodes.size());
        for (std::size_t at = 0; at < m_tree.nodes.size(); ++at) {
            const Node& node = m_tree.nodes[at];
            const Rect page = m_nodes[at].page;
            if (node.reserved) continue;
            if (!node.part.empty()) {
                parts.push_back({node.part, node.id, node.parent, page, page, captionOf(page, node.lines)});
                continue;
            }
            elements.push_back(finished(node, page));
        }
        return Placement(std::move(elements), std::move(parts));
    }

    [[nodiscard]] ElementId insideBy(const Node& node, const Rect& page) const {
        if (node.shape == Shape::Tile) {
            const Point centre = page.center();
            for (const std::size_t span : node.spans)
                if (m_nodes[span].page.contains(centre)) return m_tree.nodes[span].id;
        }
        return node.parent;
    }

    Placed finished(const Node& node, Rect page) const {
        Placed placed;
        placed.id = node.id;
        placed.shape = node.shape;
        placed.frame = page;
        placed.parent = node.parent;
        placed.inside = insideBy(node, page);
        placed.depth = node.depth;
        placed.automatic = !node.frame;
        const std::int32_t titleWidth = std::min(page.width, kHeader + kPadding / 2 + node.titleWidth);
        const std::int32_t middle = page.x + page.width / 2;
        const bool zone = node.service && node.service->plays(catalog::role::kZone);
        switch (node.shape) {
            case Shape::Container:
                placed.label = {zone ? middle - titleWidth / 2 : page.x, page.y, titleWidth,
                                std::min(zone ? kZoneHeader : kHeader, page.height)};
                break;
            case Shape::Border: // below it the border goes on: its words stand inside the box, clear of the line
                placed.tile = page;
                placed.label = {middle + kBorderCaptionGap, page.bottom(), kBorderCaption, node.lines * kCaptionLine};
                break;
            case Shape::Tile:
                placed.tile = page;
                placed.label = captionOf(page, node.lines);
                break;
            case Shape::Frame:
                placed.label = {middle - titleWidth / 2, page.y, titleWidth, std::min(kZoneHeader, page.height)};
                if (node.symbol && page.width >= kCaptionWidth && page.height >= kTile + kCaption) {
                    placed.tile = {middle - kTile / 2, page.y + (page.height - kTile - kCaption) / 2, kTile, kTile};
                    placed.label = captionOf(placed.tile, node.lines);
                }
                break;
            case Shape::Plain: placed.label = page; break;
        }
        return placed;
    }

    const NodeTree& m_tree;
    std::vector<Work> m_nodes;
    std::vector<bool> m_done = std::vector<bool>(m_tree.nodes.size(), false);
    Node m_pageNode;
};

} // namespace

Placement placementOf(const topology::Topology& topology) {
    const NodeTree tree = readNodes(topology);
    Builder builder(tree);
    const bool bare = std::none_of(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) { return node.frame.has_value(); });
    return bare ? builder.buildTidy(topology) : builder.build();
}

Placement placementOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    return placementOf(topology::Topology::of(diagram, catalog));
}

} // namespace sky::layout
