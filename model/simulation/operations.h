// SPDX-License-Identifier: GPL-3.0-or-later
// What AWS and the scenario do to a run while it goes: faults, health checks, fleets, failover, names, caches, pollers.
// Drives an Engine by timers, keeps the list of causes. One per run, one thread.
#pragma once

#include "simulation/engine.h"
#include "simulation/plan.h"
#include "simulation/result.h"

#include <functional>
#include <map>
#include <set>

namespace sky::simulation {

class Operations {
  public:
    Operations(const Plan& plan, Engine& engine, std::uint64_t seed);
    void begin(); // plans everything; before the first run()

    [[nodiscard]] std::uint32_t inService() const;
    [[nodiscard]] std::vector<Cause> causes(double now) const; // by begin; what goes on ends now
    [[nodiscard]] bool everLost(std::uint32_t station) const { return m_lost.contains(station); } // to a copy elsewhere
    [[nodiscard]] std::optional<double> firstFault() const { return m_firstFault; }
    void second(double now); // once a second

    // Names a station, call, zone or region of the plan? For the check of a scenario.
    [[nodiscard]] static bool known(const Plan& plan, const std::string& subject);

  private:
    enum class Slot : std::uint8_t { Empty, Pending, InService, Draining };
    struct SlotState {
        Slot state = Slot::Empty;
        double since = 0.0;
        std::uint32_t launches = 0; // tells a timer whether it is still about this life
        std::size_t cause = 0;
    };
    struct FleetState {
        std::vector<SlotState> slots;
        int desired = 0;
        bool noCapacity = false;
        double lastScaling = -1.0e9;
        std::vector<int> above; // by policy: periods in a row
        std::vector<int> below;
        double busy = 0.0; // of the last look
        std::uint64_t served = 0;
        double lookedAt = 0.0;
    };
    struct TargetState {
        bool healthy = true;
        bool registered = false;
        bool fresh = false; // one pass is enough
        int failures = 0;
        int passes = 0;
        std::uint32_t life = 0;
        std::uint64_t served = 0; // at the last check
        std::optional<std::size_t> cause;
    };

    // operations.cpp
    void after(double at, std::function<void(double)> action);
    std::size_t cause(CauseKind kind, double begin, std::string subject, Text what);
    void endCause(std::size_t index, double at) { m_causes[index].end = at; }
    [[nodiscard]] bool down(std::uint32_t station) const;
    void refresh(std::uint32_t station);
    void refreshAll();
    void refreshPasses();
    void shift(const std::vector<std::pair<std::uint32_t, double>>& to, double over);

    // faults.cpp
    void fault(std::size_t event, double now, bool undo);
    void changeCalls(const diagram::Event& event, bool undo);
    void changeStations(const diagram::Event& event, double now, bool undo);
    [[nodiscard]] std::string zoneNamed(const std::string& subject) const;
    [[nodiscard]] std::vector<std::uint32_t> stationsOf(const std::string& subject) const;
    [[nodiscard]] std::vector<std::uint32_t> callsOf(const std::string& subject) const;
    void setDown(const std::string& subject, double now, bool fails);
    void databasesAfter(double now, std::size_t why);
    void failover(std::uint32_t database, double now);
    void nodesAfter(double now);

    // checks.cpp
    void checkTarget(std::uint32_t target, std::uint32_t life, double now);
    void registerTarget(std::uint32_t target, bool fresh, double now);
    void deregisterTarget(std::uint32_t target);
    void openTarget(std::uint32_t target, bool open);
    void checkNames(std::uint32_t names, std::uint32_t call, int failures, double now);
    void answerTarget(std::uint32_t target, std::uint32_t life, bool passed, double now);
    void turnNames(std::uint32_t names, double now);
    [[nodiscard]] bool wellBehind(std::uint32_t call) const;

    // fleets.cpp
    void beginFleet(std::uint32_t fleet);
    void launch(std::uint32_t fleet, double now);
    void ready(std::uint32_t fleet, std::uint32_t slot, std::uint32_t life, double now);
    void retire(std::uint32_t fleet, std::uint32_t slot, double now);
    void drained(std::uint32_t fleet, std::uint32_t slot, std::uint32_t life, double deadline, double now);
    void gone(std::uint32_t fleet, std::uint32_t slot, double now);
    void statusChecks(std::uint32_t fleet, double now);
    void metrics(std::uint32_t fleet, double now);
    void setDesired(std::uint32_t fleet, int desired, double now, const Text& why);
    void keepDesired(std::uint32_t fleet, double now);
    void balancerSays(std::uint32_t target, double now);
    [[nodiscard]] int counted(std::uint32_t fleet) const;

    const Plan& m_plan;
    Engine& m_engine;
    RandomStream m_random;
    std::vector<std::function<void(double)>> m_actions;
    std::vector<std::uint32_t> m_freeActions;
    std::vector<Cause> m_causes;
    std::optional<double> m_firstFault;
    std::set<std::string> m_downZones;   // "az:…", "region:…"
    std::map<std::uint32_t, int> m_downStations; // by faults of their own
    std::set<std::string> m_downThings;  // gateways and the like, links
    std::vector<std::string> m_zones;    // of each station, now
    std::vector<double> m_baseLoss;      // of each call
    std::vector<double> m_lossFault;
    std::vector<double> m_hits;          // of each call, by the drawing
    std::vector<FleetState> m_fleets;
    std::vector<TargetState> m_targets;
    struct CacheState {
        double cold = 0.0; // part of what it held that is missing
        double perSecond = 0.0;
        std::uint64_t made = 0;
        std::uint64_t filled = 0;
        std::optional<std::size_t> cause;
    };
    std::vector<CacheState> m_caches;
    std::vector<std::optional<std::size_t>> m_failovers; // causes, while they go on
    std::vector<bool> m_nodeOut;
    std::set<std::uint32_t> m_lost; // databases that were down with no place of their own to go to
    std::map<std::uint32_t, double> m_downSince;   // of stations
    std::map<std::uint32_t, bool> m_closedNames;   // calls of names that are held for unwell
    std::map<std::uint32_t, std::uint32_t> m_shifts; // of names: tells a timer whether it is still about this turn
    std::map<std::size_t, std::size_t> m_faultCauses; // of the scenario's events
    std::map<std::uint32_t, std::pair<double, std::uint32_t>> m_warmMost;
};

} // namespace sky::simulation
