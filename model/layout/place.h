// SPDX-License-Identifier: GPL-3.0-or-later
// Tidy: frames for everything drawn, as somebody who knows AWS would place it. Users first, then the edge, then the
// region; a VPC's zones as equal columns with the same order of subnets, public above private above data; load balancers
// between the zones; managed services beside the VPC; what nothing is linked to in a quiet strip below. The result is a
// value: the caller makes one step of it. Same input, same output; nothing depends on what was placed before, unless the
// arrangement is to be respected.
#pragma once

#include "layout/frames.h"
#include "topology/topology.h"

#include <optional>
#include <utility>
#include <vector>

namespace sky::layout {

enum class Direction : std::uint8_t { Right, Down }; // where the flow goes

struct PlaceOptions {
    Direction direction = Direction::Right;
    std::int32_t compactness = 50;     // 0 airy … 100 tight
    std::vector<ElementId> selection;  // only these and what they contain; empty: everything
    std::vector<ElementId> keep;       // stay where they are; so does every element that is locked
    bool respectArrangement = false;   // order and rough places stay; only overlaps, alignment and room are mended
};

struct Arrangement {
    std::vector<std::pair<ElementId, Rect>> frames; // only those that change, relative to the parent; sorted by id
    std::vector<LinkId> straightened;               // links whose hand-set waypoints no longer fit: to be cleared
    [[nodiscard]] bool empty() const { return frames.empty() && straightened.empty(); }
};

[[nodiscard]] Arrangement arrange(const topology::Topology& topology, const PlaceOptions& options = {});

} // namespace sky::layout
