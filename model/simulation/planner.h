// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a Plan: stations by need from the callers on, then the calls between them. Used by plan.cpp and its helpers.
#pragma once

#include "simulation/plan.h"

#include <map>
#include <optional>
#include <set>

namespace sky::simulation {

struct Spot { // where something is, for the time packets take
    std::string region;
    std::string zone;
    bool edge = false; // CloudFront, names: near whoever asks
    bool known = false;
    double latitude = 0.0;
    double longitude = 0.0;
};

class Planner {
  public:
    Planner(const topology::Topology& topology, const network::LinkWalks& walks, const diagram::Scenario& scenario)
        : m_topology(topology), m_walks(walks), m_scenario(scenario) {}
    [[nodiscard]] Result<Plan> make();

  private:
    // plan_stations.cpp
    [[nodiscard]] std::uint32_t entry(const ElementId& element);
    [[nodiscard]] std::uint32_t makeEntry(const diagram::Element& element, const catalog::Service& service);
    [[nodiscard]] std::uint32_t addStation(const diagram::Element& element, const std::string& part, const Spot& spot, bool works);
    [[nodiscard]] std::uint32_t makeBalancer(const diagram::Element& element);
    [[nodiscard]] std::uint32_t makeFleet(const diagram::Element& element);
    [[nodiscard]] std::uint32_t makeDatabase(const diagram::Element& element, const catalog::Service& service);
    [[nodiscard]] std::uint32_t gateTo(const ElementId& fleet, const std::string& name, const Spot& from, Choice choice, const std::string& onlyZone,
                                       const TargetPlan* target);
    void workOf(const diagram::Element& element, const catalog::Service& service, Station& station);
    [[nodiscard]] std::uint32_t processors(const diagram::Element& element, const catalog::Service& service);

    // plan_calls.cpp
    void callsOf(const ElementId& element);
    [[nodiscard]] Call callAlong(const LinkId& link, const Spot& from, const std::string& caller, PlannedCall& planned);
    void add(std::uint32_t station, const Call& call, const PlannedCall& planned);
    [[nodiscard]] double roundTrip(const Spot& from, const Spot& to);
    [[nodiscard]] Spot spotOf(const ElementId& element);
    [[nodiscard]] Spot spotOf(const std::optional<topology::Zone>& zone, const ElementId& element);
    void poller(const ElementId& queue, const LinkId& link, std::uint32_t station);

    // plan.cpp
    [[nodiscard]] Result<void> findCircle();
    [[nodiscard]] Result<void> sources();
    void finish();
    void assume(const ElementId& element, std::string_view property);
    void assume(Text what, std::string source);

    [[nodiscard]] double seconds(const ElementId& element, std::string_view key, double otherwise);
    [[nodiscard]] double number(const ElementId& element, std::string_view key, double otherwise);
    [[nodiscard]] std::string word(const ElementId& element, std::string_view key, std::string otherwise);
    [[nodiscard]] bool flag(const ElementId& element, std::string_view key, bool otherwise);
    [[nodiscard]] const std::string nameOf(const ElementId& element) const;

    const topology::Topology& m_topology;
    const network::LinkWalks& m_walks;
    const diagram::Scenario& m_scenario;
    Plan m_plan;
    std::map<ElementId, std::uint32_t> m_entries;
    std::map<ElementId, std::vector<std::uint32_t>> m_working; // stations of an element that make its calls
    std::vector<ElementId> m_todo;                             // elements whose calls are not made yet
    std::vector<std::vector<std::pair<Call, PlannedCall>>> m_calls; // by station
    std::vector<Spot> m_spots;                                      // by station
    std::set<std::string> m_assumed;
    Spot m_users; // of the caller, for what is at the edge
};

} // namespace sky::simulation
