// SPDX-License-Identifier: GPL-3.0-or-later
// The availability of a drawing, exactly: what the user says of each thing, else what AWS promises for it in so many
// zones, else the catalog's default for it, put into the needs graph, where zones and regions are events of their own.
// Never a product of SLAs. A figure that nobody knows is counted as never failing and listed as unknown, so that the
// answer is "at most". Pure.
#pragma once

#include "resilience/availability.h"
#include "resilience/needs_of.h"

#include <string>
#include <vector>

namespace sky::resilience {

struct Climate {              // chances that nobody promises: ours, of the order of AWS's own reports of larger events
    double zoneDown = 5e-4;   // 4.4 hours a year
    double regionDown = 1e-4; // 53 minutes a year
};

struct Figure { // how often one thing is down by itself
    enum class From : std::uint8_t { User, Promise, Assumed, Unknown };
    std::string id; // element or link; "az:…", "region:…"
    From from = From::Unknown;
    double down = 0;
    std::string source; // of a promise or default; empty: ours
    Text of;            // what the promise is for
};

struct Blame {      // what would be gained if it never failed
    std::string id; // as in Figure
    Text name;
    double hoursPerYear = 0;
};

struct DrawnAvailability {
    Availability whole;
    std::vector<Figure> figures; // of what the goal needs, by id
    std::vector<Blame> blames;   // most first; what costs less than a second a year is left out
};

[[nodiscard]] Result<DrawnAvailability> availabilityOf(const topology::Topology& topology, const DrawnNeeds& needs,
                                                       const Climate& climate = {});

// "99.95%", with as many digits as two of its downtime need; "3.2 hours", "12 minutes", "40 seconds".
[[nodiscard]] std::string percentText(double unavailability);
[[nodiscard]] Text durationText(double hours);

} // namespace sky::resilience
