// SPDX-License-Identifier: GPL-3.0-or-later
// The parts an element is run, failed and billed by: nodes of a load balancer, instances of a fleet, primary and
// standby.
#pragma once

#include "topology/topology.h"

namespace sky::topology {

inline constexpr std::size_t kMostParts = 2000; // of one element; more are neither drawn nor given addresses

[[nodiscard]] std::vector<Part> partsOf(const Topology& topology, const diagram::Element& element);
[[nodiscard]] Setting<std::int64_t> instancesOf(const Topology& topology, const diagram::Element& fleet);
[[nodiscard]] ElementId fleetOf(const Topology& topology, const diagram::Element& element); // empty: pictures nothing

} // namespace sky::topology
