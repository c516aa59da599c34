// SPDX-License-Identifier: GPL-3.0-or-later
// Derived facts as sentences for people: "Private because data-rt has no route to an internet gateway."
#pragma once

#include "base/text.h"
#include "topology/topology.h"

namespace sky::topology {

[[nodiscard]] Text nameOf(const Topology& topology, const ElementId& element); // its name, else its id
[[nodiscard]] Text describe(const Topology& topology, const SubnetExposure& exposure);

} // namespace sky::topology
