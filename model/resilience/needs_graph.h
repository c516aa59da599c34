// SPDX-License-Identifier: GPL-3.0-or-later
// Who needs whom to be up, and where each thing can die: the one form that cut sets and availability are computed
// from, whether it comes from a drawing (needs_of.h) or from a file of cases. A component is up while it has not failed
// itself, its place is alive and every group of its needs has at least `min` members up. Needs may go in circles: all
// in the circle are up unless something takes one of them down (the greatest fixpoint). A plain value.
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace sky::resilience {

enum class PlaceKind : std::uint8_t {
    Global,  // dies with nothing
    Region,  // dies with its region
    Zone,    // dies with its zone, and so with its region
    AnyZone, // alive while one of its zones is
};
struct Place {
    PlaceKind kind = PlaceKind::Global;
    std::uint32_t region = 0;         // of NeedsGraph::regions; of a place in a region
    std::vector<std::uint32_t> zones; // of NeedsGraph::zones; one of a Zone, at least one of an AnyZone
    friend bool operator==(const Place&, const Place&) = default;
};

struct NeedGroup {
    std::vector<std::uint32_t> any; // of NeedsGraph::components; named twice counts twice
    std::uint32_t min = 1;          // 0: never missed; more than there are: never enough
    friend bool operator==(const NeedGroup&, const NeedGroup&) = default;
};

struct Component {
    std::string id;
    Place place;
    bool managed = false; // redundant inside its place: never fails by itself
    std::vector<NeedGroup> needs;
    friend bool operator==(const Component&, const Component&) = default;
};

inline constexpr std::uint32_t kNoRegion = 0xFFFFFFFFu; // of a zone that nobody drew into one
struct Zone {
    std::string id;
    std::uint32_t region = 0;
    friend bool operator==(const Zone&, const Zone&) = default;
};

struct NeedsGraph {
    std::vector<std::string> regions;
    std::vector<Zone> zones;
    std::vector<Component> components;
    std::vector<std::uint32_t> goals; // all of them must be up
    friend bool operator==(const NeedsGraph&, const NeedsGraph&) = default;
};

// Every index leads somewhere, every place has its zones, ids are there once, and there is a goal.
[[nodiscard]] Result<void> check(const NeedsGraph& graph);

// What can happen: a component that is not managed fails, a zone or a region is lost.
enum class EventKind : std::uint8_t { Zone, Component, Region };
struct Event {
    EventKind kind = EventKind::Component;
    std::uint32_t index = 0;
    friend auto operator<=>(const Event&, const Event&) = default;
    friend bool operator==(const Event&, const Event&) = default;
};
[[nodiscard]] std::string nameOf(const NeedsGraph& graph, Event event); // "c:web", "az:a", "region:r1"

// Is every goal up after these events?
[[nodiscard]] bool isUp(const NeedsGraph& graph, const std::vector<Event>& events);
// … and each component, in their order.
[[nodiscard]] std::vector<bool> upAfter(const NeedsGraph& graph, const std::vector<Event>& events);

} // namespace sky::resilience
