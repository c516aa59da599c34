// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a plan: the same seed gives the same result, whatever the number of threads. Memory stays bounded however long
// the run is: the series keeps seconds for ten minutes around each event and thins elsewhere. A run that is cancelled
// gives what it has so far, marked as cut off.
#pragma once

#include "base/cancel.h"
#include "simulation/result.h"

namespace sky::simulation {

struct RunOptions {
    std::optional<std::uint64_t> seed;     // else the scenario's
    std::size_t replications = 1;          // 2 and more give intervals
    unsigned threads = 1;                  // of replications
    Progress progress = {};
};

// Refused when an event names what is not in the plan.
[[nodiscard]] Result<RunResult> run(const Plan& plan, const RunOptions& options);

} // namespace sky::simulation
