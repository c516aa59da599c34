// SPDX-License-Identifier: GPL-3.0-or-later
// A load balancer is two flows: from the client to each node, and from a node to each target (NETWORK rule 9).
#pragma once

#include "network/packet.h"
#include "network/walk.h"

namespace sky::network {

[[nodiscard]] Walk walkToBalancer(const Network& network, const Question& question, const Options& options);

// The first flow alone: is there a listener, and does the client get to the nodes?
[[nodiscard]] Walk walkToNodes(const Network& network, const Question& question, const Options& options);
// The second alone: from the nodes to those targets of a listener that belong to the owner, for this client.
[[nodiscard]] Walk walkFromNodes(const Network& network, Index balancer, Index listener, Index owner, const End& client,
                                 const Options& options);

// The address a sender that is no interface has.
[[nodiscard]] IpAddress clientAddress(const Network& network, const End& from, IpFamily family);

// Nothing: an end has no address of the family the other one speaks.
[[nodiscard]] std::optional<FlowEnds> endsOf(const Network& network, const Question& question);

} // namespace sky::network
