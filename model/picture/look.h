// SPDX-License-Identifier: GPL-3.0-or-later
// How a thing looks, read off its roles, traits and category: colours, border style, where its name stands. The one
// place that knows AWS's drawing conventions; a service that is added by data alone gets its look from here.
#pragma once

#include "picture/color.h"
#include "picture/primitive.h"
#include "topology/topology.h"

#include <string>

namespace sky::picture {

struct Look {
    Color color;           // of tile, border, line art
    Color fill = kNoColor; // inside of a box
    Dash dash = Dash::Solid;
    bool centred = false; // name in the middle of the top edge, no corner icon
    std::string icon;     // key in the icon set
    std::string variant;  // "public", "postgresql"
};

[[nodiscard]] Look lookOf(const topology::Topology& topology, const diagram::Element& element, const Theme& theme);

// The words of layout/captions.h in the picture's language.
struct Caption {
    std::string name;
    std::string detail;
};
[[nodiscard]] Caption captionOf(const topology::Topology& topology, const diagram::Element& element, Language language);

// A security group's colour, the same on all its chips and in the legend.
[[nodiscard]] Color groupColor(const topology::Topology& topology, const ElementId& group);

} // namespace sky::picture
