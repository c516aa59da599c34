// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram read into a flat tree for placing: only what is drawn, with indices instead of ids. Spanning databases stand
// in the subnet of their primary; their copies, and the room for the instances of a fleet without members, are nodes too.
#pragma once

#include "layout/frames.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sky::layout {

struct Node {
    ElementId id;
    std::string part;      // the address of a derived part; empty: the element itself
    std::optional<std::size_t> copyOf; // of a part: the element
    bool reserved = false; // room that is kept, with nothing drawn
    const catalog::Service* service = nullptr; // null: a service the catalog does not know
    Shape shape = Shape::Tile;
    std::optional<Rect> frame;          // from the diagram, relative to `frameOf`; unset when frames are not looked at
    std::optional<Rect> before;         // from the diagram, always
    bool locked = false;
    std::optional<std::size_t> frameOf; // the parent by the diagram; unset: the page
    std::optional<std::size_t> inside;  // where it is placed when it has no frame: its parent, or a span
    std::vector<std::size_t> children;  // those whose `inside` is this, in order of id
    std::vector<std::size_t> members;   // of a Frame: what it is drawn round
    std::vector<std::size_t> spans;     // drawn elements it spans, in the order given
    ElementId parent;
    std::int32_t depth = 0;
    Size size = {kTile, kTile}; // of something without an inside
    std::int32_t titleWidth = 0;
    std::int32_t lines = 2;     // of the caption below a tile
    bool symbol = false;        // a frame that has nothing to go round shows its own icon

    [[nodiscard]] bool isPlaced() const { return shape == Shape::Tile || shape == Shape::Container; } // by Tidy itself
};

struct NodeTree {
    std::vector<Node> nodes;
    std::vector<std::size_t> page;    // nodes that stand on the page
    std::vector<std::size_t> topDown; // every node, containers before their contents
};

[[nodiscard]] NodeTree readNodes(const topology::Topology& topology, bool withFrames = true);

} // namespace sky::layout
