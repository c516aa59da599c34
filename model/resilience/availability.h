// SPDX-License-Identifier: GPL-3.0-or-later
// Exact availability of systems that fail and are repaired: no SLA is ever multiplied with one that shares its fate.
// Either a needs graph whose events are independent (zones and regions are events of their own, so what shares them
// fails together), or one of the repair models below, solved as Markov chains. Times are in hours, chances 0 … 1.
// availabilityOf() refuses what makes no sense with a message. Pure; may be called from any thread.
#pragma once

#include "base/result.h"
#include "resilience/markov.h"
#include "resilience/needs_graph.h"

#include <optional>
#include <variant>
#include <vector>

namespace sky::resilience {

struct Availability {
    double availability = 1;
    double unavailability = 0;                    // not 1 - availability: right in its own digits
    std::optional<double> failuresPerHour;        // how often it goes down in the long run
    std::optional<double> meanTimeToFirstFailure; // hours, starting whole

    [[nodiscard]] double downtimeMinutesPerYear() const { return unavailability * 525600.0; } // 365 days
    [[nodiscard]] double nines() const; // 2 of .99, 3 of .999; infinite when it is never down
};

// Chance of each event of a graph, in the order of its components, zones and regions. Of a managed component it counts
// too: its service's own promise. Empty: never.
struct Chances {
    std::vector<double> components;
    std::vector<double> zones;
    std::vector<double> regions;
};

// Mean time to failure and to repair of one thing.
struct Repairable {
    double failure = 0;
    double repair = 0;
    [[nodiscard]] double unavailability() const { return repair / (failure + repair); }
};

struct GraphModel {
    NeedsGraph graph;
    Chances down;
    std::optional<Chances> repairHours; // mean repair times, in the order of `down`; they give failuresPerHour
};

// `count` alike things, `needed` of them; `crews` repair one each. Of a thing's failures the share `commonCause` comes
// from a cause that takes all of them at once (the beta factor).
struct GroupModel {
    int count = 1;
    int needed = 1;
    int crews = 0; // 0: as many as things
    Repairable each;
    double commonCause = 0;
};

// One works, one stands by. A failure that is noticed (`coverage`) costs the failover, after which a new standby is
// built; another costs the repair by hand, and so does a failure while there is no standby.
struct StandbyModel {
    double failure = 0;
    double failover = 0;
    double coverage = 1;
    double repair = 0;
    double rebuild = 0;
};

// Two sites, each up `availability` of the time and repaired in `repair`; the second takes over after `failover`, and
// the first takes back when it is repaired. While the switch is under way the second site is taken to hold.
struct SitesModel {
    double availability = 1;
    double repair = 0;
    double failover = 0;
};

struct ChainModel { // any other
    MarkovChain chain;
    std::vector<bool> up; // of each state
};

using AvailabilityModel = std::variant<GraphModel, GroupModel, StandbyModel, SitesModel, ChainModel>;

[[nodiscard]] Result<Availability> availabilityOf(const AvailabilityModel& model);

} // namespace sky::resilience
