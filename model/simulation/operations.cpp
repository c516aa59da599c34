// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a run's operations: timers, causes, who is down, and what happens every second.
#include "simulation/operations.h"

#include <algorithm>

namespace sky::simulation {

Operations::Operations(const Plan& plan, Engine& engine, std::uint64_t seed)
    : m_plan(plan), m_engine(engine), m_random(seed, "operations", "times"), m_fleets(plan.fleets.size()), m_targets(plan.targets.size()),
      m_caches(plan.caches.size()), m_failovers(plan.databases.size()), m_nodeOut(plan.nodes.size(), false) {
    for (const PlannedStation& station : plan.stations) m_zones.push_back(station.zone);
    for (const Call& call : plan.network.calls) {
        m_baseLoss.push_back(call.loss);
        m_hits.push_back(call.hit);
    }
    m_lossFault.assign(plan.network.calls.size(), 0.0);
    m_engine.onTimer([this](std::uint32_t index, double now) {
        const auto action = std::move(m_actions[index]);
        m_actions[index] = nullptr;
        m_freeActions.push_back(index);
        action(now);
    });
}

void Operations::after(double at, std::function<void(double)> action) {
    std::uint32_t index = static_cast<std::uint32_t>(m_actions.size());
    if (m_freeActions.empty()) {
        m_actions.push_back(std::move(action));
    } else {
        index = m_freeActions.back();
        m_freeActions.pop_back();
        m_actions[index] = std::move(action);
    }
    m_engine.planTimer(at, index);
}

void Operations::begin() {
    for (std::uint32_t fleet = 0; fleet < m_fleets.size(); ++fleet) beginFleet(fleet);
    for (std::uint32_t target = 0; target < m_targets.size(); ++target) {
        if (m_plan.targets[target].fleet == kNone) registerTarget(target, false, 0.0);
    }
    for (std::uint32_t names = 0; names < m_plan.names.size(); ++names) {
        const NamesPlan& plan = m_plan.names[names];
        const Station& station = m_plan.network.stations[plan.station];
        if (!plan.checks || station.calls < 2) continue;
        for (std::uint32_t call = station.firstCall; call < station.firstCall + station.calls; ++call) {
            after(m_random.uniform() * plan.interval, [=, this](double now) { checkNames(names, call, 0, now); });
        }
    }
    for (std::size_t i = 0; i < m_plan.scenario.events.size(); ++i) {
        const diagram::Event& event = m_plan.scenario.events[i];
        const double at = static_cast<double>(event.at) / 1e9;
        after(at, [=, this](double now) { fault(i, now, false); });
        if (event.lasting) after(at + static_cast<double>(*event.lasting) / 1e9, [=, this](double now) { fault(i, now, true); });
    }
    for (const PollerPlan& poller : m_plan.pollers) m_engine.setWorkers(poller.station, poller.ramps ? 5 : poller.most);
}

std::size_t Operations::cause(CauseKind kind, double begin, std::string subject, Text what) {
    if (m_causes.size() >= 2000) { // a run of months: the first ones are told
        m_causes.back().end = begin;
        return m_causes.size() - 1;
    }
    m_causes.push_back({kind, begin, -1.0, std::move(subject), std::move(what)});
    return m_causes.size() - 1;
}

std::vector<Cause> Operations::causes(double now) const {
    std::vector<Cause> causes = m_causes;
    for (Cause& cause : causes) {
        if (cause.end < 0.0) cause.end = now;
    }
    std::stable_sort(causes.begin(), causes.end(), [](const Cause& a, const Cause& b) { return a.begin < b.begin; });
    return causes;
}

bool Operations::down(std::uint32_t station) const {
    const auto own = m_downStations.find(station);
    if (own != m_downStations.end() && own->second > 0) return true;
    if (!m_zones[station].empty() && m_downZones.contains(m_zones[station])) return true;
    const std::string& region = m_plan.stations[station].region;
    return !region.empty() && m_downZones.contains("region:" + region);
}

void Operations::refresh(std::uint32_t station) {
    if (!m_plan.stations[station].fails) return;
    const Condition wanted = down(station) ? Condition::Silent : Condition::Up;
    if (m_engine.condition(station) == Condition::Refusing) return; // an empty slot of a fleet
    if (m_engine.condition(station) != wanted) m_engine.setCondition(station, wanted);
    if (wanted == Condition::Up) m_downSince.erase(station);
    else m_downSince.emplace(station, m_engine.now());
}

void Operations::refreshAll() {
    for (std::uint32_t station = 0; station < m_plan.stations.size(); ++station) refresh(station);
    refreshPasses();
}

// Calls through a gateway that is down, or along a link that is cut, are lost.
void Operations::refreshPasses() {
    for (std::uint32_t call = 0; call < m_plan.calls.size(); ++call) {
        double loss = std::max(m_baseLoss[call], m_lossFault[call]);
        for (const std::string& passed : m_plan.calls[call].passes) {
            const auto zone = m_plan.passedZones.find(passed);
            if (m_downThings.contains(passed) || (zone != m_plan.passedZones.end() && m_downZones.contains(zone->second))) loss = 1.0;
        }
        if (m_downThings.contains(m_plan.calls[call].link.str())) loss = 1.0;
        if (m_engine.call(call).loss != loss) m_engine.setLoss(call, loss);
    }
}

// Clients leave an old answer behind as their copies of it expire: a straight line over the time to live.
void Operations::shift(const std::vector<std::pair<std::uint32_t, double>>& to, double over) {
    std::vector<double> from;
    for (const auto& [call, weight] : to) from.push_back(m_engine.call(call).weight);
    const int steps = std::max(1, static_cast<int>(over));
    const double begin = m_engine.now();
    for (int step = 1; step <= steps; ++step) {
        after(begin + over * step / steps, [=, this](double) {
            const double part = static_cast<double>(step) / steps;
            for (std::size_t i = 0; i < to.size(); ++i) m_engine.setWeight(to[i].first, from[i] + (to[i].second - from[i]) * part);
        });
    }
}

void Operations::second(double now) {
    for (std::uint32_t i = 0; i < m_caches.size(); ++i) {
        CacheState& state = m_caches[i];
        const CachePlan& plan = m_plan.caches[i];
        std::uint64_t made = 0;
        std::uint64_t filled = 0;
        const Tallies& tallies = m_engine.tallies();
        for (const std::uint32_t call : plan.calls) {
            made += tallies.calls[call].made;
            const std::uint32_t fallback = m_plan.network.calls[call].fallback;
            if (fallback != kNone) filled += tallies.calls[fallback].outcomes[0];
        }
        if (state.cold > 0.0) {
            // It is filled again by the answers of what stands behind it: when that fails, the cache stays cold.
            const double whole = std::max(1.0, state.perSecond * plan.warmTime * 0.5);
            state.cold = std::max(0.0, state.cold - static_cast<double>(filled - state.filled) / whole);
            for (const std::uint32_t call : plan.calls) m_engine.setHit(call, m_hits[call] * (1.0 - state.cold));
            if (state.cold <= 0.0 && state.cause) {
                endCause(*state.cause, now);
                state.cause.reset();
            }
        } else {
            state.perSecond += (static_cast<double>(made - state.made) - state.perSecond) / std::min(30.0, now + 1.0);
        }
        state.made = made;
        state.filled = filled;
    }
    for (const FunctionPlan& plan : m_plan.functions) {
        auto& [since, most] = m_warmMost[plan.station];
        most = std::max(most, m_engine.inside(plan.station));
        if (now - since >= plan.keepWarm) { // environments nobody used for so long are gone
            if (m_engine.warm(plan.station) > most) m_engine.setWarm(plan.station, most);
            since = now;
            most = m_engine.inside(plan.station);
        }
    }
    for (const PollerPlan& plan : m_plan.pollers) {
        if (!plan.ramps) continue;
        // 5 at first, 300 more a minute while messages wait (AWS Lambda: SQS event sources).
        const std::uint32_t ramped = std::min(plan.most, 5 + static_cast<std::uint32_t>(now * 5.0));
        if (m_engine.waiting(plan.station) > 0) m_engine.setWorkers(plan.station, ramped);
    }
}

std::uint32_t Operations::inService() const {
    std::uint32_t count = 0;
    for (std::uint32_t fleet = 0; fleet < m_fleets.size(); ++fleet) {
        for (std::uint32_t slot = 0; slot < m_fleets[fleet].slots.size(); ++slot) {
            count += m_fleets[fleet].slots[slot].state == Slot::InService && !down(m_plan.fleets[fleet].slots[slot]);
        }
    }
    return count;
}

} // namespace sky::simulation
