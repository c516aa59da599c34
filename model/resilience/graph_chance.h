// SPDX-License-Identifier: GPL-3.0-or-later
// The exact chance that the goals of a needs graph are down, its events being independent: zones and regions are asked
// first, so that all which stands in one fails with it. Shared needs count once however many ways lead to them.
#pragma once

#include "resilience/availability.h"

namespace sky::resilience {

struct GraphChance {
    double down = 0;
    // P(down | the event happened) - P(down | it did not): how much each event matters.
    Chances importance;
};

// `down` fits the graph, or its lists are empty.
[[nodiscard]] Result<GraphChance> chanceOf(const NeedsGraph& graph, const Chances& down);

} // namespace sky::resilience
