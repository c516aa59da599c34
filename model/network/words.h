// SPDX-License-Identifier: GPL-3.0-or-later
// Walks as sentences for people, with the names of the drawing and AWS's codes: what stops the packet, why, what to do.
#pragma once

#include "base/text.h"
#include "network/link_walks.h"

#include <vector>

namespace sky::network {

[[nodiscard]] Text nameOf(const topology::Topology& topology, const Network& network, Place place);
[[nodiscard]] Text explain(const topology::Topology& topology, const Network& network, const Blocker& blocker);
struct Explanation {
    Text verdict;              // "Web reaches Orders on port 3306."
    std::vector<Text> reasons; // one per blocker, in order; then what is assumed
};
[[nodiscard]] Explanation explain(const topology::Topology& topology, const Network& network, const LinkWalk& walk);

} // namespace sky::network
