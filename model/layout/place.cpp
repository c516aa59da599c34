// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/place.h"

#include "layout/arranger.h"
#include "layout/mend.h"

#include <algorithm>

namespace sky::layout {

namespace {

// Where a node is now, relative to what it stands in.
std::vector<std::optional<Rect>> currentPlaces(const NodeTree& tree, const Placement& now) {
    const auto pageOf = [&](std::size_t at) -> std::optional<Rect> {
        const Node& node = tree.nodes[at];
        if (node.reserved || !node.part.empty()) return std::nullopt;
        const Placed* placed = now.find(node.id);
        return placed ? std::optional(placed->frame) : std::nullopt;
    };
    std::vector<std::optional<Rect>> places(tree.nodes.size());
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        const auto page = pageOf(at);
        if (!page) continue;
        Point home;
        if (tree.nodes[at].inside) {
            const auto inside = pageOf(*tree.nodes[at].inside);
            if (!inside) continue;
            home = inside->topLeft();
        }
        places[at] = page->translated(Point{} - home);
    }
    return places;
}

bool names(const std::vector<ElementId>& list, const ElementId& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

} // namespace

Arrangement arrange(const topology::Topology& topology, const PlaceOptions& options) {
    const NodeTree tree = readNodes(topology, false);
    const Placement now = placementOf(topology);
    std::vector<std::optional<Rect>> current = currentPlaces(tree, now);
    std::vector<char> chosen(tree.nodes.size(), options.selection.empty() ? 1 : 0);
    for (const std::size_t at : tree.topDown) {
        const Node& node = tree.nodes[at];
        if (names(options.selection, node.id) || (node.inside && chosen[*node.inside])) chosen[at] = 1;
    }
    std::vector<std::optional<Rect>> pinned(tree.nodes.size());
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        const Node& node = tree.nodes[at];
        const bool stays = !chosen[at] || node.locked || names(options.keep, node.id);
        if (stays && node.part.empty() && !node.reserved) pinned[at] = current[at];
    }
    // A box chosen alone stays where it is; only what is in it is arranged.
    for (std::size_t at = 0; at < tree.nodes.size() && !options.selection.empty(); ++at) {
        const Node& node = tree.nodes[at];
        if (pinned[at] || node.shape != Shape::Container || !chosen[at] || (node.inside && chosen[*node.inside])) continue;
        const std::vector<std::size_t>& siblings = node.inside ? tree.nodes[*node.inside].children : tree.page;
        if (std::count_if(siblings.begin(), siblings.end(), [&](std::size_t other) { return chosen[other] != 0; }) == 1) pinned[at] = current[at];
    }
    std::vector<Rect> page;
    if (options.respectArrangement) {
        page = mend(tree, current, pinned);
    } else {
        Arranger arranger(topology, options, tree, std::move(pinned), std::move(current));
        arranger.run();
        for (std::size_t at = 0; at < tree.nodes.size(); ++at) page.push_back(arranger.page(at));
    }
    // Beside what was chosen only what is round it may change: it grows where it must.
    std::vector<char> concerned = chosen;
    for (auto at = tree.topDown.rbegin(); at != tree.topDown.rend(); ++at)
        if (const auto inside = tree.nodes[*at].inside; inside && concerned[*at]) concerned[*inside] = 1;
    Arrangement result;
    std::vector<ElementId> moved;
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        const Node& node = tree.nodes[at];
        if (node.reserved || !node.part.empty() || !concerned[at]) continue;
        if (node.shape == Shape::Frame && !node.before) continue; // goes round its members by itself
        const Point home = node.frameOf ? page[*node.frameOf].topLeft() : Point{};
        const Rect frame = page[at].translated(Point{} - home);
        const Placed* before = now.find(node.id);
        if (!before || before->frame.topLeft() != page[at].topLeft()) moved.push_back(node.id);
        if (node.before != frame) result.frames.emplace_back(node.id, frame);
    }
    std::sort(result.frames.begin(), result.frames.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::sort(moved.begin(), moved.end());
    for (const diagram::Link& link : topology.diagram().links()) {
        if (link.waypoints.empty()) continue;
        if (std::binary_search(moved.begin(), moved.end(), link.from) || std::binary_search(moved.begin(), moved.end(), link.to))
            result.straightened.push_back(link.id);
    }
    return result;
}

} // namespace sky::layout
