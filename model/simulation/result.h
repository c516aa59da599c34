// SPDX-License-Identifier: GPL-3.0-or-later
// What a run showed, as plain values: totals, a series over time, figures per element, the causes between fault and
// recovery, what was taken for granted. Times in seconds from the start.
#pragma once

#include "simulation/log_histogram.h"
#include "simulation/plan.h"

#include <array>
#include <optional>

namespace sky::simulation {

[[nodiscard]] Text nameOf(Outcome outcome); // "timed out", …
[[nodiscard]] std::string_view keyOf(Outcome outcome); // "timed-out"

struct SeriesRow {
    double at = 0.0; // begin
    double length = 1.0;
    std::uint64_t born = 0;
    std::array<std::uint64_t, kOutcomes> outcomes{};
    double p50 = 0.0;
    double p99 = 0.0;
    std::uint32_t instances = 0; // of fleets, in service
    std::uint64_t waiting = 0;   // in queues
    [[nodiscard]] std::uint64_t ended() const;
    [[nodiscard]] double success() const; // part of the ended; 1 when none ended
};

enum class CauseKind : std::uint8_t { Fault, Detection, Names, Launch, Drain, Failover, Scaling, Warming };
struct Cause {
    CauseKind kind = CauseKind::Fault;
    double begin = 0.0;
    double end = 0.0;
    std::string subject; // element, part or link
    Text what;
};

struct ElementResult {
    ElementId element;
    std::uint64_t requests = 0;
    std::uint64_t refused = 0;
    std::uint64_t throttled = 0;
    std::uint64_t failed = 0;
    std::uint64_t coldStarts = 0;
    double utilisation = -1.0; // negative: it has no servers to be busy
    double meanAnswer = 0.0;
    double p99Answer = 0.0;
    std::uint64_t mostWaiting = 0;
};

struct GoalResult {
    std::string goal; // "availability", "p99", "recovery", "cost", …
    std::string wanted;
    std::string measured;
    std::optional<bool> met; // none: not judged here
};

struct Interval { // of replications, 95 %
    double mean = 0.0;
    double half = 0.0;
};

struct RunResult {
    std::string scenario;
    std::uint64_t seed = 0;
    double duration = 0.0; // simulated
    bool cutOff = false;
    std::size_t replications = 1;
    std::uint64_t born = 0;
    std::array<std::uint64_t, kOutcomes> outcomes{};
    LogHistogram sojourns;
    std::vector<SeriesRow> series; // of the first replication
    std::vector<Cause> causes;     // of the first replication, by begin
    std::vector<ElementResult> elements;
    std::optional<double> firstFault;
    std::optional<double> recovery; // from the first fault until success is back above 99 %; none: not back
    bool hurt = false;              // success fell below 99 % after the fault
    std::uint64_t lost = 0;         // requests that failed from the first fault on
    std::optional<double> dataLost; // seconds of writes a failover to a copy may lose
    std::uint32_t instancesBegin = 0;
    std::uint32_t instancesMost = 0;
    std::uint32_t instancesEnd = 0;
    double instanceSeconds = 0.0;
    Interval availability;
    Interval p99;
    std::vector<GoalResult> goals;
    std::vector<Assumption> assumptions;
    std::vector<BlockedLink> blocked;
    std::vector<BlockedLink> partial;

    [[nodiscard]] std::uint64_t ended() const;
    [[nodiscard]] std::uint64_t good() const { return outcomes[0]; }
    [[nodiscard]] double success() const;
    [[nodiscard]] bool met() const; // no goal is missed
};

} // namespace sky::simulation
