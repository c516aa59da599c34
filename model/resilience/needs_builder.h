// SPDX-License-Identifier: GPL-3.0-or-later
// The work of needsOf() in three steps: components and where they stand, what they need, what the goal is.
#pragma once

#include "resilience/needs_of.h"

#include <map>
#include <unordered_map>

namespace sky::resilience {

class NeedsBuilder {
  public:
    NeedsBuilder(const topology::Topology& topology, std::span<const network::LinkWalk> walks)
        : m_topology(topology), m_walks(walks) {}

    DrawnNeeds build(std::span<const ElementId> goals);

  private:
    using Index = std::uint32_t;
    struct Made { // of one element
        Index whole = 0;
        std::vector<std::pair<topology::Part, Index>> parts; // instances of a fleet, nodes without a primary
    };
    struct Call {
        topology::LinkMeaning meaning;
        const network::LinkWalk* walk = nullptr;
    };

    // needs_places.cpp
    void makeComponents();
    void make(const diagram::Element& element);
    void makeFleet(const diagram::Element& element, const std::vector<topology::Part>& parts);
    void makeDatabase(const diagram::Element& element, const std::vector<topology::Part>& parts);
    void makeLine(const diagram::Link& link); // VPN, Direct Connect
    Index add(std::string id, Place place, bool managed, Subject subject);
    Place placeOf(const topology::Part& part);
    Place placeOf(const std::vector<topology::Part>& parts); // any of their zones
    Index zone(const std::string& domain, const std::string& region);
    Index region(const std::string& domain);

    // needs_builder.cpp
    void makeNeeds();
    void makeNeeds(const diagram::Element& element);
    [[nodiscard]] std::vector<Call> callsOf(const ElementId& element);
    void makeSplitterNeeds(const ElementId& element, const std::vector<Call>& calls, Index component);
    void needCall(Index component, const Call& call, const topology::Part* part);
    // Ways to serve a call: each is a list of components that are all needed for it.
    using Way = std::vector<Index>;
    [[nodiscard]] std::vector<Way> waysOf(const Call& call, const topology::Part* part) const;
    void needOneOf(Index component, std::vector<Way> ways, const std::string& name);
    [[nodiscard]] const network::LinkWalk* walkOf(const LinkId& link) const;
    [[nodiscard]] std::optional<Index> indexOf(const std::string& passed) const; // element or link
    [[nodiscard]] bool watchesHealth(const ElementId& names) const;
    void setGoals(std::span<const ElementId> goals);
    void note(Note::Kind kind, std::string subject, Text text);

    const topology::Topology& m_topology;
    std::span<const network::LinkWalk> m_walks;
    DrawnNeeds m_needs;
    std::unordered_map<std::string, Made> m_made; // by element or link id
    std::map<std::string, Index> m_zones;
    std::map<std::string, Index> m_regions;
    std::map<LinkId, bool> m_fallbacks; // links called only when another one fails
};

} // namespace sky::resilience
