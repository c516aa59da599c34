// SPDX-License-Identifier: GPL-3.0-or-later
// From a drawing to its needs graph (SEMANTICS: section 3, rule 7). A thing needs whoever it calls and waits for, and
// the gateways those calls pass; a fleet needs `needed` of its instances; a database with a standby lives in any of its
// zones. What a splitter can route around is one need of several: targets of one listener, answers of a name service
// that watches their health, an origin and its secondary. What it cannot route around are several: the goal is every
// request. A blocked link is left out, and a note says so. Whatever was assumed stands in the notes. Pure.
#pragma once

#include "network/link_walks.h"
#include "resilience/needs_graph.h"
#include "topology/topology.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sky::resilience {

struct Subject {       // what a component stands for
    ElementId element; // empty: a link
    LinkId link;       // of a tunnel or connection
    std::string part;  // "web/i-3", "tunnels/tunnel-1"; empty: the thing itself
};

struct Note {
    enum class Kind : std::uint8_t {
        NeededAssumed,  // a fleet does not say how many instances are needed: one is
        BlockedLeftOut, // a link whose packets are blocked carries nothing
        UnknownTaken,   // something unset decides whether a link's packets pass: they are taken to
        UnwatchedNames, // a name service with several answers that watches nobody's health: all are needed
        NoInstances,    // a fleet of none
        OneZoneOnly,    // a standby is asked for but stands in no other zone
        GoalIsNothing,  // a goal that can be neither up nor down
    };
    Kind kind = Kind::NeededAssumed;
    std::string subject; // element or link
    Text text;
};

struct DrawnNeeds {
    NeedsGraph graph;              // of all that can fail or be called; its goals may be none
    std::vector<Subject> subjects; // of the components, in their order
    std::vector<Note> notes;       // by subject, then kind

    [[nodiscard]] std::optional<std::uint32_t> find(const ElementId& element) const; // the thing as a whole
    std::vector<std::pair<ElementId, std::uint32_t>> wholes;                         // by element
};

// `walks` by link id, as network::LinkWalks::all() gives them; a link without one carries and passes nothing.
// `goals`: callers, or things that must be up; none: those of the project, else all callers that call somebody.
[[nodiscard]] DrawnNeeds needsOf(const topology::Topology& topology, std::span<const network::LinkWalk> walks,
                                 std::span<const ElementId> goals = {});

} // namespace sky::resilience
