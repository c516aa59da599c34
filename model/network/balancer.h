// SPDX-License-Identifier: GPL-3.0-or-later
// A load balancer is two flows: from the client to each node, and from a node to each target (NETWORK rule 9).
#pragma once

#include "network/packet.h"
#include "network/walk.h"

namespace sky::network {

[[nodiscard]] Walk walkToBalancer(const Network& network, const Question& question, const Options& options);

// Nothing: an end has no address of the family the other one speaks.
[[nodiscard]] std::optional<FlowEnds> endsOf(const Network& network, const Question& question);

} // namespace sky::network
