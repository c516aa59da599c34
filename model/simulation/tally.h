// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine counts: per station, per call and per source, since the last reset. Plain values.
#pragma once

#include "simulation/log_histogram.h"
#include "simulation/station_network.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sky::simulation {

struct StationTally {
    std::uint64_t arrivals = 0;
    std::uint64_t refused = 0;   // backlog full
    std::uint64_t throttled = 0; // quota used up
    std::uint64_t abandoned = 0;
    std::uint64_t waited = 0;    // found all servers busy, those who left included
    std::uint64_t served = 0;    // own work done
    std::uint64_t failed = 0;    // own work done, with an error
    double waitSum = 0.0;        // of all who began or left
    double workSum = 0.0;
    double slowdownSum = 0.0;    // sharing: time here / work
    double areaHere = 0.0;       // integral of how many are waiting or worked on
    double areaBusy = 0.0;       // integral of busy servers
    LogHistogram waits{-30, 24};
    LogHistogram sojourns{-30, 24};
    LogHistogram answers{-20, 14};
    std::vector<double> levels;  // time at each number here
};

struct CallTally {
    std::uint64_t made = 0; // retries included
    std::uint64_t retried = 0;
    std::uint64_t edgeHits = 0;
    std::uint64_t misses = 0;
    std::array<std::uint64_t, kOutcomes> outcomes{};
};

struct SourceTally {
    std::uint64_t born = 0;
    std::array<std::uint64_t, kOutcomes> outcomes{};
    double thinkSum = 0.0;
    LogHistogram sojourns{-30, 24}; // of those answered well
    [[nodiscard]] std::uint64_t ended() const {
        std::uint64_t sum = 0;
        for (const std::uint64_t count : outcomes) sum += count;
        return sum;
    }
};

struct Tallies {
    double since = 0.0;
    double until = 0.0;
    std::vector<StationTally> stations;
    std::vector<CallTally> calls;
    std::vector<SourceTally> sources;
    [[nodiscard]] double time() const { return until - since; }
};

} // namespace sky::simulation
