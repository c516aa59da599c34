// SPDX-License-Identifier: GPL-3.0-or-later
// Ready scenarios for a drawing, named after those of the AWS Fault Injection Service; each only where the drawing has
// what it is about. They begin at minute five, with the callers' own rates.
#pragma once

#include "topology/topology.h"

#include <vector>

namespace sky::simulation {

[[nodiscard]] std::vector<diagram::Scenario> readyScenarios(const topology::Topology& topology);

} // namespace sky::simulation
