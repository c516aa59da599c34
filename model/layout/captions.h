// SPDX-License-Identifier: GPL-3.0-or-later
// The words that stand with a thing: its name, and one line of detail (kind, size, address, count). Layout keeps room
// for them and picture draws them, so they are made in one place.
#pragma once

#include "base/text.h"
#include "topology/topology.h"

namespace sky::layout {

struct Caption {
    Text name;   // its own, else what AWS calls such a thing; never empty
    Text detail; // may be empty
};

// Inside a VPC it sits on the VPC's border, and its words have less room than those below a tile.
[[nodiscard]] bool isGateway(const catalog::Service& service);

[[nodiscard]] Caption captionTextOf(const topology::Topology& topology, const diagram::Element& element);

} // namespace sky::layout
