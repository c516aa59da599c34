// SPDX-License-Identifier: GPL-3.0-or-later
// A figure: all that is drawn for one thing of the diagram (an element, a derived part, a link) or in the margin (title
// block, legend). Figures are immutable once made and shared between a scene, its snapshots and the painters.
#pragma once

#include "picture/primitive.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sky::picture {

enum class OwnerKind : std::uint8_t { Element, Part, Link, Margin };

struct Owner {
    OwnerKind kind = OwnerKind::Element;
    std::string id; // element or link id, "orders/standby", or "title" and "legend" in the margin
    friend auto operator<=>(const Owner&, const Owner&) = default;
    friend bool operator==(const Owner&, const Owner&) = default;
};

struct Figure {
    Owner owner;
    int depth = 0;                     // of containers: how many stand round it; orders Layer::Groups
    bool container = false;            // taken hold of by border and title only
    RectD bounds;                      // of everything drawn
    RectD body;                        // the frame: what a click takes hold of
    std::string title;                 // one line for tooltips, `title` in SVG and screen readers
    std::vector<Primitive> primitives; // in drawing order within each layer
    friend bool operator==(const Figure&, const Figure&) = default;
};

using FigurePointer = std::shared_ptr<const Figure>;

// Containers from the outside in, then by id: the order of drawing inside one layer.
[[nodiscard]] bool drawnBefore(const Figure& a, const Figure& b);

} // namespace sky::picture
