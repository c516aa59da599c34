// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything drawn is on the page, in absolute pixels: boxes, tiles with their labels, gateways on the border of
// their VPC, frames of groups, ghosts of standbys. What has no frame in the diagram is placed here, in memory, the same
// way every time; nothing is ever written back. Values; compute once per revision, share by const reference.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "catalog/catalog.h"
#include "diagram/diagram.h"
#include "layout/metrics.h"
#include "topology/topology.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sky::layout {

enum class Shape : std::uint8_t {
    Container, // a box with an inside; `label` is its title
    Tile,      // an icon with its label below
    Border,    // a gateway: a tile centred on the border of the container it is attached to
    Frame,     // an outline over what it spans or groups; encloses by picture, not by parenthood
    Plain,     // an annotation: fills its frame
};

struct Placed {
    ElementId id;
    Shape shape = Shape::Tile;
    Rect frame;             // what a person takes hold of; relative to the page
    Rect tile;              // the icon of a tile, of a gateway, of a frame that does work itself; else empty
    Rect label;             // where name and kind are written: below a tile, at the top of a box
    ElementId parent;       // the nearest ancestor that is drawn; empty: the page
    ElementId inside;       // the container it stands in by picture: its parent, or the subnet a spanning thing is drawn in
    std::int32_t depth = 0; // number of drawn ancestors
    bool automatic = false; // the diagram holds no frame for it

    [[nodiscard]] Rect body() const { return frame.united(tile).united(label); } // what links go round
    friend bool operator==(const Placed&, const Placed&) = default;
};

struct PlacedPart { // derived: "orders/standby", drawn as a ghost
    std::string address;
    ElementId of;
    ElementId inside;
    Rect frame;
    Rect tile;
    Rect label;
    friend bool operator==(const PlacedPart&, const PlacedPart&) = default;
};

class Placement {
  public:
    Placement() = default;
    Placement(std::vector<Placed> elements, std::vector<PlacedPart> parts); // any order

    [[nodiscard]] std::span<const Placed> elements() const { return m_elements; } // drawn ones, sorted by id
    [[nodiscard]] std::span<const PlacedPart> parts() const { return m_parts; }   // sorted by address
    [[nodiscard]] const Placed* find(const ElementId& id) const;                  // null: not drawn
    void put(Placed placed); // in place of the one of the same id, which there must be
    [[nodiscard]] Rect bounds() const;                                            // of all bodies; empty: nothing drawn
    friend bool operator==(const Placement&, const Placement&) = default;

  private:
    std::vector<Placed> m_elements;
    std::vector<PlacedPart> m_parts;
};

[[nodiscard]] Placement placementOf(const topology::Topology& topology);
[[nodiscard]] Placement placementOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog);

// The space of a leaf for so many lines of writing below its tile (layout/metrics.h).
[[nodiscard]] Rect captionOf(Rect tile, std::int32_t lines);

// The room inside a container's frame for its children: below the title, inside the padding.
[[nodiscard]] Rect insideOf(Rect container);

// A frame for a new element, relative to its parent, near a point of the page: a free place, else the point itself.
[[nodiscard]] Rect freeFrame(const Placement& placement, const ElementId& parent, Size size, Point near);

} // namespace sky::layout
