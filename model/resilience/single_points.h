// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts of a drawing told to people: "Losing AZ a stops Shop, because orders-db is only there." Cuts that differ only in
// which instance of a fleet in a zone, or which tunnel of a link, fails are told once. And the other way round: what
// does the failure of each thing stop.
#pragma once

#include "resilience/cut_sets.h"
#include "resilience/needs_of.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sky::resilience {

struct Told {
    std::vector<Event> events;      // of the first of the alike cuts
    std::uint64_t cuts = 1;         // how many it stands for
    std::vector<ElementId> stops;   // goals, sorted
    std::vector<ElementId> because; // whose hardening, or second copy elsewhere, would help; of order 1; sorted
    bool ofRegion = false;          // a region is lost
    Text text;
    Text remedy; // of order 1; may be empty
};
[[nodiscard]] std::vector<Told> tell(const topology::Topology& topology, const DrawnNeeds& needs, const CutSets& sets,
                                     int order);

// "AZ a", "region ap-northeast-2", "Orders", "an instance of Web servers in AZ a"
[[nodiscard]] Text nameOf(const topology::Topology& topology, const DrawnNeeds& needs, Event event);

// Names of the goals, as a list.
[[nodiscard]] Text goalNames(const topology::Topology& topology, const DrawnNeeds& needs);

struct Blast {
    std::string id;               // element or link, or "az:…", "region:…"
    std::vector<ElementId> stops; // elements that go down with it, sorted; not itself
    bool stopsGoal = false;
    friend bool operator==(const Blast&, const Blast&) = default;
};
// Of every element and line that can be down, every zone and every region; sorted by id.
[[nodiscard]] std::vector<Blast> blastsOf(const DrawnNeeds& needs);

} // namespace sky::resilience
