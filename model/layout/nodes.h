// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram read into a flat tree for placing: only what is drawn, with indices instead of ids. Spanning databases stand
// in the subnet of their primary; their standbys and the instances of fleets without members are nodes of their own.
#pragma once

#include "layout/frames.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sky::layout {

struct Node {
    ElementId id;
    std::string part; // the address of a derived part; empty: the element itself
    const catalog::Service* service = nullptr; // null: a service the catalog does not know
    Shape shape = Shape::Tile;
    std::optional<Rect> frame;          // from the diagram, relative to `frameOf`
    std::optional<std::size_t> frameOf; // the parent by the diagram; unset: the page
    std::optional<std::size_t> inside;  // where it is placed when it has no frame: its parent, or a span
    std::vector<std::size_t> children;  // those whose `inside` is this, in order of id
    std::vector<std::size_t> members;   // of a Frame: what it is drawn round
    std::vector<std::size_t> spans;     // drawn elements it spans, in the order given
    ElementId parent;
    std::int32_t depth = 0;
    Size leafSize = kLeafSize;
    std::int32_t titleWidth = 0;
};

struct NodeTree {
    std::vector<Node> nodes;
    std::vector<std::size_t> page;    // nodes that stand on the page
    std::vector<std::size_t> topDown; // every node, containers before their contents
};

[[nodiscard]] NodeTree readNodes(const diagram::Diagram& diagram, const catalog::Catalog& catalog);

} // namespace sky::layout
