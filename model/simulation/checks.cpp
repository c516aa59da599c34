// SPDX-License-Identifier: GPL-3.0-or-later
// Health checks of load balancers and of names, and how clients follow a changed answer.
#include "simulation/operations.h"

#include <algorithm>

namespace sky::simulation {

void Operations::registerTarget(std::uint32_t target, bool fresh, double now) {
    TargetState& state = m_targets[target];
    ++state.life;
    state.registered = true;
    state.fresh = fresh;
    state.healthy = !fresh;
    state.failures = state.passes = 0;
    openTarget(target, !fresh);
    const std::uint32_t life = state.life;
    after(now + m_random.uniform() * m_plan.targets[target].check.interval, [=, this](double at) { checkTarget(target, life, at); });
}

void Operations::deregisterTarget(std::uint32_t target) {
    TargetState& state = m_targets[target];
    ++state.life;
    state.registered = false;
    if (state.cause) endCause(*state.cause, m_engine.now());
    state.cause.reset();
    openTarget(target, false);
}

void Operations::openTarget(std::uint32_t target, bool open) {
    for (const std::uint32_t call : m_plan.targets[target].calls) m_engine.setOpen(call, open);
}

// A host that is gone lets the check wait for its timeout; so does one that is full and gets nothing done.
void Operations::checkTarget(std::uint32_t target, std::uint32_t life, double now) {
    if (m_targets[target].life != life) return;
    const TargetPlan& plan = m_plan.targets[target];
    const Condition condition = m_engine.condition(plan.station);
    const std::uint64_t served = m_engine.tallies().stations[plan.station].served;
    const bool moves = served != m_targets[target].served;
    m_targets[target].served = served;
    const bool passed = condition == Condition::Up && (moves || !m_engine.full(plan.station));
    if (!passed && condition != Condition::Refusing) after(now + plan.check.timeout, [=, this](double at) { answerTarget(target, life, false, at); });
    else answerTarget(target, life, passed, now);
    after(now + plan.check.interval, [=, this](double at) { checkTarget(target, life, at); });
}

void Operations::answerTarget(std::uint32_t target, std::uint32_t life, bool passed, double now) {
    TargetState& state = m_targets[target];
    if (state.life != life) return;
    const TargetPlan& plan = m_plan.targets[target];
    const std::string& part = m_plan.stations[plan.station].part;
    if (passed) {
        state.failures = 0;
        if (state.healthy) {
            if (state.cause) endCause(*state.cause, now); // it came back before it was put out
            state.cause.reset();
            return;
        }
        if (++state.passes < (state.fresh ? 1 : plan.check.healthy)) return;
        state.healthy = true;
        state.fresh = false;
        openTarget(target, true);
        if (state.cause) endCause(*state.cause, now);
        state.cause.reset();
        return;
    }
    state.passes = 0;
    ++state.failures;
    if (state.failures == 1 && !state.cause && state.healthy) {
        const auto since = m_downSince.find(plan.station);
        state.cause = cause(CauseKind::Detection, since == m_downSince.end() ? now - plan.check.timeout : since->second, part,
                            say("{} does not answer and {} has not noticed yet", "{}이(가) 응답하지 않지만 {}이(가) 아직 알아채지 못함", part, plan.balancer.str()));
    }
    if (state.failures < plan.check.unhealthy || !state.healthy) return;
    state.healthy = false;
    openTarget(target, false);
    if (state.cause) endCause(*state.cause, now);
    state.cause.reset();
    balancerSays(target, now);
}

bool Operations::wellBehind(std::uint32_t call) const {
    if (m_downThings.contains(m_plan.calls[call].link.str())) return false;
    const ElementId& to = m_plan.calls[call].to;
    bool nodes = false;
    bool nodeUp = false;
    for (const NodePlan& node : m_plan.nodes) {
        if (node.balancer != to) continue;
        nodes = true;
        nodeUp = nodeUp || !down(node.station);
    }
    if (!nodes) return !down(m_plan.network.calls[call].to);
    bool targets = false;
    bool targetWell = false;
    for (std::uint32_t i = 0; i < m_plan.targets.size(); ++i) {
        if (m_plan.targets[i].balancer != to || !m_targets[i].registered) continue;
        targets = true;
        targetWell = targetWell || m_targets[i].healthy;
    }
    return nodeUp && (!targets || targetWell);
}

void Operations::checkNames(std::uint32_t names, std::uint32_t call, int failures, double now) {
    const NamesPlan& plan = m_plan.names[names];
    const bool well = wellBehind(call);
    const bool closed = m_closedNames[call];
    failures = well == closed ? failures + 1 : 0; // in a row, against what it is held for
    if (failures >= plan.threshold) {
        // A checker waits up to 6 s for an answer (AWS: TCP 4 s, 2 s for HTTP).
        const double wait = well ? 0.0 : 6.0 * m_random.uniform();
        after(now + wait, [=, this](double at) { turnNames(names, at); });
        m_closedNames[call] = !well;
        failures = 0;
    }
    after(now + plan.interval, [=, this](double at) { checkNames(names, call, failures, at); });
}

void Operations::turnNames(std::uint32_t names, double now) {
    const NamesPlan& plan = m_plan.names[names];
    const Station& station = m_plan.network.stations[plan.station];
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = station.firstCall; i < station.firstCall + station.calls; ++i) all.push_back(i);
    const auto chosen = [&](bool closedCounts) {
        std::vector<std::uint32_t> found;
        for (const bool secondary : {false, true}) {
            for (const std::uint32_t each : all) {
                const bool closed = closedCounts ? m_closedNames[each] : !m_engine.open(each);
                if (!closed && m_plan.network.calls[each].secondary == secondary && m_plan.network.calls[each].weight > 0.0) found.push_back(each);
            }
            if (!found.empty()) return found;
        }
        return all;
    };
    const std::vector<std::uint32_t> before = chosen(false);
    const std::vector<std::uint32_t> next = chosen(true);
    const std::uint32_t turn = ++m_shifts[names];
    const auto in = [](const std::vector<std::uint32_t>& list, std::uint32_t each) { return std::find(list.begin(), list.end(), each) != list.end(); };
    if (before == next) {
        for (const std::uint32_t each : all) m_engine.setOpen(each, !m_closedNames[each]);
        return;
    }
    const std::size_t told = cause(CauseKind::Names, now, plan.element.str(),
                                   say("{} gives another answer; clients keep the old one for its time to live", "{}의 응답이 바뀌었지만 클라이언트는 TTL 동안 이전 응답을 씀", plan.element.str()));
    endCause(told, now + plan.ttl);
    for (const std::uint32_t each : all) m_engine.setOpen(each, true);
    m_engine.setChoice(plan.station, Choice::Random);
    const int steps = std::max(1, static_cast<int>(plan.ttl));
    for (int step = 0; step <= steps; ++step) {
        const auto apply = [=, this](double) {
            if (m_shifts[names] != turn) return;
            const double part = static_cast<double>(step) / steps;
            for (const std::uint32_t each : all) {
                const double base = m_plan.network.calls[each].weight;
                m_engine.setWeight(each, step == steps ? base : base * ((in(before, each) ? 1.0 - part : 0.0) + (in(next, each) ? part : 0.0)));
            }
            if (step == steps) {
                for (const std::uint32_t each : all) m_engine.setOpen(each, !m_closedNames[each]);
                m_engine.setChoice(plan.station, Choice::Failover);
            }
        };
        if (step == 0) apply(now);
        else after(now + plan.ttl * step / steps, apply);
    }
}

} // namespace sky::simulation
