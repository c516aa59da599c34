// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario (SEMANTICS: section 5): workload, timed events and goals of a run, as plain values.
// Times are nanoseconds, rates 1/1000 per second (base/quantity.h).
#pragma once

#include "base/ids.h"
#include "base/quantity.h"
#include "base/text.h"
#include "catalog/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sky::diagram {

struct RatePoint {
    std::int64_t at = 0;
    std::int64_t rate = 0;
    friend bool operator==(const RatePoint&, const RatePoint&) = default;
};
struct ConstantRate {
    std::int64_t rate = 0;
    friend bool operator==(const ConstantRate&, const ConstantRate&) = default;
};
struct StepRates { // holds each rate from its time on
    std::vector<RatePoint> points;
    friend bool operator==(const StepRates&, const StepRates&) = default;
};
struct RampRates { // straight lines between the points
    std::vector<RatePoint> points;
    friend bool operator==(const RampRates&, const RampRates&) = default;
};
struct WaveRate { // base + amplitude * sin(2 pi t / period)
    std::int64_t base = 0;
    std::int64_t amplitude = 0;
    std::int64_t period = 0;
    friend bool operator==(const WaveRate&, const WaveRate&) = default;
};
struct TraceRates { // measured rates at equal steps
    std::int64_t step = 0;
    std::vector<std::int64_t> rates;
    friend bool operator==(const TraceRates&, const TraceRates&) = default;
};

struct Workload {
    ElementId from; // a caller
    std::variant<ConstantRate, StepRates, RampRates, WaveRate, TraceRates> shape;
    friend bool operator==(const Workload&, const Workload&) = default;
};

enum class EventAction : std::uint8_t {
    Fail, Recover, Delay, Loss, Partition, Throttle, Error, Slow, Flush, Failover, Scale, Capacity, Set
};
[[nodiscard]] std::string_view toText(EventAction action);
[[nodiscard]] std::optional<EventAction> eventAction(std::string_view text);

struct Event {
    std::int64_t at = 0;
    EventAction action = EventAction::Fail;
    std::string to;                     // element, part or link id, "region:CODE", "az:CODEa", "az:a"
    std::optional<std::int64_t> lasting; // recovers by itself after this long
    catalog::Record with;               // what the action needs: {"delay": 200ms}, {"rate": 50/s}
    friend bool operator==(const Event&, const Event&) = default;
};

struct Scenario {
    ScenarioId id;
    Text name;
    std::uint64_t seed = 1;
    std::int64_t duration = 0;
    std::vector<Workload> workload; // empty: the callers' own rates
    std::vector<Event> events;      // in the order given
    catalog::Record goals;          // {"availability": 99%, "p99": 800ms, "recovery": 180s, "cost": 400USD}
    Text hypothesis;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

} // namespace sky::diagram
