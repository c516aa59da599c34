// SPDX-License-Identifier: GPL-3.0-or-later
// Auto Scaling groups: launching, registering, draining, replacing, and the policies that set how many.
#include "simulation/operations.h"

#include <algorithm>
#include <cmath>

namespace sky::simulation {
namespace {

constexpr double kStatusCheck = 60.0;   // AWS: every minute
constexpr double kImpairedAfter = 120.0; // "after a few minutes"

} // namespace

void Operations::beginFleet(std::uint32_t fleet) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    FleetState& state = m_fleets[fleet];
    state.slots.resize(plan.slots.size());
    state.desired = plan.desired;
    state.above.assign(plan.policies.size(), 0);
    state.below.assign(plan.policies.size(), 0);
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        const bool runs = static_cast<int>(slot) < plan.desired;
        state.slots[slot].state = runs ? Slot::InService : Slot::Empty;
        for (const std::uint32_t call : plan.slotCalls[slot]) m_engine.setWeight(call, runs ? 1.0 : 0.0);
        if (!runs) m_engine.setCondition(plan.slots[slot], Condition::Refusing);
    }
    for (std::uint32_t target = 0; target < m_plan.targets.size(); ++target) {
        const TargetPlan& each = m_plan.targets[target];
        if (each.fleet != fleet) continue;
        const auto slot = std::find(plan.slots.begin(), plan.slots.end(), each.station) - plan.slots.begin();
        if (slot < plan.desired) registerTarget(target, false, 0.0);
        else openTarget(target, false);
    }
    after(kStatusCheck * m_random.uniform(), [=, this](double now) { statusChecks(fleet, now); });
    for (const PolicyPlan& policy : plan.policies) {
        if (policy.kind != "scheduled") continue;
        after(policy.at, [=, this](double now) { setDesired(fleet, policy.desired, now, say("the schedule asks for {}", "예약에 따라 {}대", policy.desired)); });
    }
    if (!plan.policies.empty()) after(60.0, [=, this](double now) { metrics(fleet, now); });
}

int Operations::counted(std::uint32_t fleet) const {
    int count = 0;
    for (const SlotState& slot : m_fleets[fleet].slots) count += slot.state == Slot::InService || slot.state == Slot::Pending;
    return count;
}

void Operations::launch(std::uint32_t fleet, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    FleetState& state = m_fleets[fleet];
    std::map<std::string, int> zones; // that are up, with how many run there
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        const std::string& drawn = m_plan.stations[plan.slots[slot]].zone;
        if (!m_downZones.contains(drawn)) zones.emplace(drawn, 0);
    }
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        const Slot now_ = state.slots[slot].state;
        const auto zone = zones.find(m_zones[plan.slots[slot]]);
        if (zone != zones.end() && (now_ == Slot::InService || now_ == Slot::Pending)) ++zone->second;
    }
    const std::string& region = m_plan.stations[plan.slots.front()].region;
    if (zones.empty() || state.noCapacity || m_downZones.contains("region:" + region)) return; // tried again every minute
    const auto best = std::min_element(zones.begin(), zones.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        if (state.slots[slot].state != Slot::Empty) continue;
        SlotState& made = state.slots[slot];
        m_zones[plan.slots[slot]] = best->first;
        m_downStations.erase(plan.slots[slot]);
        made.state = Slot::Pending;
        made.since = now;
        const std::uint32_t life = ++made.launches;
        const std::string& part = m_plan.stations[plan.slots[slot]].part;
        made.cause = cause(CauseKind::Launch, now, part, say("{} starts: boot {} s, application {} s, then the first health check", "{} 시작: 부팅 {}초, 애플리케이션 {}초, 첫 상태 확인", part,
                                                            static_cast<int>(plan.boot), static_cast<int>(plan.start)));
        after(now + plan.boot + plan.start, [=, this](double at) { ready(fleet, slot, life, at); });
        return;
    }
}

void Operations::ready(std::uint32_t fleet, std::uint32_t slot, std::uint32_t life, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    SlotState& state = m_fleets[fleet].slots[slot];
    if (state.launches != life || state.state != Slot::Pending) return;
    const std::uint32_t station = plan.slots[slot];
    if (down(station)) { // its zone failed meanwhile
        gone(fleet, slot, now);
        return;
    }
    m_engine.setCondition(station, Condition::Up);
    m_downSince.erase(station);
    state.state = Slot::InService;
    state.since = now;
    endCause(state.cause, now);
    for (const std::uint32_t call : plan.slotCalls[slot]) m_engine.setWeight(call, 1.0);
    for (std::uint32_t target = 0; target < m_plan.targets.size(); ++target) {
        if (m_plan.targets[target].station == station) registerTarget(target, true, now);
    }
}

// Out of the balancer at once, gone when its requests have ended or the delay is over.
void Operations::retire(std::uint32_t fleet, std::uint32_t slot, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    SlotState& state = m_fleets[fleet].slots[slot];
    state.state = Slot::Draining;
    const std::uint32_t life = ++state.launches;
    double drain = 0.0;
    for (const std::uint32_t call : plan.slotCalls[slot]) m_engine.setWeight(call, 0.0);
    for (std::uint32_t target = 0; target < m_plan.targets.size(); ++target) {
        if (m_plan.targets[target].station != plan.slots[slot]) continue;
        deregisterTarget(target);
        drain = std::max(drain, m_plan.targets[target].drain);
    }
    const std::string& part = m_plan.stations[plan.slots[slot]].part;
    state.cause = cause(CauseKind::Drain, now, part, say("{} drains: its requests end, no new ones come", "{} 등록 취소: 처리 중인 요청만 끝냄", part));
    after(now, [=, this](double at) { drained(fleet, slot, life, now + drain, at); });
}

void Operations::drained(std::uint32_t fleet, std::uint32_t slot, std::uint32_t life, double deadline, double now) {
    SlotState& state = m_fleets[fleet].slots[slot];
    if (state.launches != life) return;
    const std::uint32_t station = m_plan.fleets[fleet].slots[slot];
    if (now < deadline && m_engine.inside(station) > 0) {
        after(std::min(deadline, now + 1.0), [=, this](double at) { drained(fleet, slot, life, deadline, at); });
        return;
    }
    endCause(state.cause, now);
    gone(fleet, slot, now);
}

void Operations::gone(std::uint32_t fleet, std::uint32_t slot, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    SlotState& state = m_fleets[fleet].slots[slot];
    if (state.state == Slot::Pending) endCause(state.cause, now);
    state.state = Slot::Empty;
    ++state.launches;
    const std::uint32_t station = plan.slots[slot];
    for (const std::uint32_t call : plan.slotCalls[slot]) m_engine.setWeight(call, 0.0);
    for (std::uint32_t target = 0; target < m_plan.targets.size(); ++target) {
        if (m_plan.targets[target].station == station && m_targets[target].registered) deregisterTarget(target);
    }
    if (m_engine.condition(station) != Condition::Refusing) m_engine.setCondition(station, Condition::Refusing);
    m_downStations.erase(station);
    m_downSince.erase(station);
}

void Operations::statusChecks(std::uint32_t fleet, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        if (m_fleets[fleet].slots[slot].state != Slot::InService) continue;
        const auto since = m_downSince.find(plan.slots[slot]);
        if (since == m_downSince.end() || now - since->second < kImpairedAfter) continue;
        const std::string& part = m_plan.stations[plan.slots[slot]].part;
        const std::size_t told = cause(CauseKind::Detection, since->second, part, say("status checks of {} fail", "{}의 상태 검사 실패", part));
        endCause(told, now);
        gone(fleet, slot, now);
    }
    keepDesired(fleet, now);
    after(now + kStatusCheck, [=, this](double at) { statusChecks(fleet, at); });
}

void Operations::balancerSays(std::uint32_t target, double now) {
    const std::uint32_t fleet = m_plan.targets[target].fleet;
    if (fleet == kNone || !m_plan.fleets[fleet].balancerChecks) return;
    const FleetPlan& plan = m_plan.fleets[fleet];
    const auto slot = static_cast<std::uint32_t>(std::find(plan.slots.begin(), plan.slots.end(), m_plan.targets[target].station) - plan.slots.begin());
    SlotState& state = m_fleets[fleet].slots[slot];
    if (state.state != Slot::InService || now - state.since < plan.grace) return;
    gone(fleet, slot, now);
    keepDesired(fleet, now);
}

void Operations::keepDesired(std::uint32_t fleet, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    FleetState& state = m_fleets[fleet];
    for (int missing = state.desired - counted(fleet); missing > 0; --missing) launch(fleet, now);
    for (int more = counted(fleet) - state.desired; more > 0; --more) {
        // The youngest leaves, of the fullest zone first when they are of one age.
        std::uint32_t best = kNone;
        for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
            if (state.slots[slot].state != Slot::InService) continue;
            if (best == kNone || state.slots[slot].since >= state.slots[best].since) best = slot;
        }
        if (best == kNone) return;
        retire(fleet, best, now);
    }
}

void Operations::setDesired(std::uint32_t fleet, int desired, double now, const Text& why) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    desired = std::clamp(desired, plan.least, plan.most);
    FleetState& state = m_fleets[fleet];
    if (desired == state.desired) return;
    const std::size_t told = cause(CauseKind::Scaling, now, plan.element.str(),
                                   say("{} from {} to {} instances: {}", "{} 인스턴스 {} → {}: {}", plan.element.str(), state.desired, desired, why));
    endCause(told, now);
    state.desired = desired;
    state.lastScaling = now;
    keepDesired(fleet, now);
}

// Once a minute; a metric with a period of five minutes counts five times at once.
void Operations::metrics(std::uint32_t fleet, double now) {
    const FleetPlan& plan = m_plan.fleets[fleet];
    FleetState& state = m_fleets[fleet];
    const Tallies& tallies = m_engine.tallies();
    double busy = 0.0;
    std::uint64_t served = 0;
    double servers = 0.0;
    double inside = 0.0;
    int running = 0;
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        busy += tallies.stations[plan.slots[slot]].areaBusy;
        served += tallies.stations[plan.slots[slot]].served;
        if (state.slots[slot].state != Slot::InService || down(plan.slots[slot])) continue;
        if (plan.warmup > 0.0 && state.slots[slot].since > 0.0 && now - state.slots[slot].since < plan.warmup) continue;
        servers += m_engine.servers(plan.slots[slot]);
        inside += m_engine.inside(plan.slots[slot]);
        ++running;
    }
    const double passed = now - state.lookedAt;
    const double cpu = servers > 0.0 ? (busy - state.busy) / passed / servers : 0.0;
    const double requests = running > 0 ? static_cast<double>(served - state.served) / passed * 60.0 / running : 0.0;
    state.busy = busy;
    state.served = served;
    state.lookedAt = now;
    for (std::size_t i = 0; i < plan.policies.size(); ++i) {
        const PolicyPlan& policy = plan.policies[i];
        if (policy.kind == "scheduled" || running == 0) continue;
        const double value = policy.metric == "requests" ? requests
                           : policy.metric == "workers" ? inside / (running * m_plan.network.stations[plan.slots.front()].workers) : cpu;
        const bool tracking = policy.kind == "target-tracking";
        const double high = tracking ? policy.target : policy.above;
        const double low = tracking ? 0.9 * policy.target : policy.below;
        state.above[i] = value > high ? state.above[i] + 1 : 0;
        state.below[i] = value < low ? state.below[i] + 1 : 0;
        const std::string shown = policy.metric == "requests" ? std::to_string(static_cast<int>(value)) : std::to_string(static_cast<int>(std::lround(value * 100.0))) + " %";
        const bool cooling = policy.kind == "simple" && now - state.lastScaling < policy.cooldown;
        if (state.above[i] >= policy.outPeriods && !cooling) {
            const int wanted = tracking ? static_cast<int>(std::ceil(counted(fleet) * value / policy.target - 1e-9)) : state.desired + policy.by;
            if (wanted > state.desired) {
                setDesired(fleet, wanted, now, say("{} at {} for {} periods", "{} {}, {}회 연속", policy.metric, shown, policy.outPeriods));
                state.above[i] = 0;
            }
        } else if (policy.scaleIn && state.below[i] >= policy.inPeriods && !cooling && counted(fleet) == state.desired) {
            const int wanted = tracking ? static_cast<int>(std::ceil(counted(fleet) * value / policy.target - 1e-9)) : state.desired - policy.by;
            if (wanted < state.desired) {
                setDesired(fleet, wanted, now, say("{} at {} for {} periods", "{} {}, {}회 연속", policy.metric, shown, policy.inPeriods));
                state.below[i] = 0;
            }
        }
    }
    after(now + plan.period, [=, this](double at) { metrics(fleet, at); });
}

} // namespace sky::simulation
