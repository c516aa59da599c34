// SPDX-License-Identifier: GPL-3.0-or-later
// The steady state of a plan by queueing formulas, in microseconds to milliseconds: for figures beside the drawing while
// it is edited. Arrivals are taken for Poisson, stations for independent (Jackson), waits by Erlang C with Allen and
// Cunneen's factor for the spread of the work. Where that does not hold it says so. Exact availability is resilience's.
#pragma once

#include "simulation/plan.h"

#include <vector>

namespace sky::simulation {

struct ElementEstimate {
    ElementId element;
    double rate = 0.0;         // requests per second that come to it
    double utilisation = -1.0; // of the busiest of its parts; negative: it has no servers to be busy
    double wait = 0.0;         // before its own work, seconds
    double answer = 0.0;       // until it answers, its calls included, seconds
    bool overloaded = false;   // more work than its servers can do: no steady state
};

struct Estimate {
    double rate = 0.0;
    double answer = 0.0;                   // mean over all callers, seconds
    std::vector<ElementEstimate> elements; // by id
    std::vector<Text> warnings;            // where the formulas do not hold
};

[[nodiscard]] Estimate estimate(const Plan& plan); // with the rates at the scenario's beginning

// The part of arrivals that find all servers busy; 1 from a load of the number of servers on.
[[nodiscard]] double erlangC(double load, std::uint32_t servers);

} // namespace sky::simulation
