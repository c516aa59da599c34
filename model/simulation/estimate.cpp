// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/estimate.h"

#include <algorithm>
#include <map>

namespace sky::simulation {
namespace {

struct Branch {
    std::uint32_t call = kNone;
    double times = 0.0; // per request of the station
};

class Estimator {
  public:
    explicit Estimator(const Plan& plan) : m_plan(plan), m_net(plan.network), m_rates(m_net.stations.size(), 0.0), m_answers(m_net.stations.size(), 0.0), m_waits(m_net.stations.size(), 0.0), m_seen(m_net.stations.size(), 0) {
        for (const FleetPlan& fleet : plan.fleets) {
            for (std::size_t slot = static_cast<std::size_t>(fleet.desired); slot < fleet.slots.size(); ++slot) {
                for (const std::uint32_t call : fleet.slotCalls[slot]) m_idle[call] = true;
            }
        }
    }

    Estimate make() {
        Estimate made;
        for (const Source& source : m_net.sources) order(source.to);
        std::reverse(m_order.begin(), m_order.end());
        for (const Source& source : m_net.sources) {
            const double rate = source.users != 0 ? source.users / std::max(1e-3, source.think.mean) : source.profile.empty() ? 1.0 / source.between.mean : source.profile.rate(0.0);
            if (source.users != 0) made.warnings.push_back(say("{} think between requests: the estimate takes their fastest pace.", "{}은(는) 요청 사이에 생각합니다. 추정은 가장 빠른 속도로 봅니다.", source.id));
            m_rates[source.to] += rate;
            made.rate += rate;
        }
        for (const std::uint32_t station : m_order) {
            for (const Branch& branch : branches(station)) m_rates[m_net.calls[branch.call].to] += m_rates[station] * branch.times;
        }
        for (auto at = m_order.rbegin(); at != m_order.rend(); ++at) answer(*at);
        for (const Source& source : m_net.sources) {
            const double rate = source.users != 0 ? source.users / std::max(1e-3, source.think.mean) : source.profile.rate(0.0);
            if (made.rate > 0.0) made.answer += rate / made.rate * m_answers[source.to];
        }
        elements(made);
        return made;
    }

  private:
    void order(std::uint32_t station) {
        if (m_seen[station] != 0) return;
        m_seen[station] = 1;
        const Station& here = m_net.stations[station];
        for (std::uint32_t call = here.firstCall; call < here.firstCall + here.calls; ++call) order(m_net.calls[call].to);
        m_order.push_back(station);
    }

    std::vector<Branch> branches(std::uint32_t station) const {
        const Station& here = m_net.stations[station];
        std::vector<Branch> found;
        if (here.fan == Fan::One) {
            double sum = 0.0;
            const bool ranked = here.choice == Choice::Failover;
            for (const bool secondary : {false, true}) {
                for (std::uint32_t call = here.firstCall; call < here.firstCall + here.calls; ++call) {
                    const Call& each = m_net.calls[call];
                    if (m_idle.contains(call) || each.spare || (ranked && each.secondary != secondary) || (!ranked && secondary)) continue;
                    found.push_back({call, each.weight});
                    sum += each.weight;
                }
                if (!found.empty()) break;
            }
            for (Branch& branch : found) branch.times = sum > 0.0 ? branch.times / sum * (1.0 - m_net.calls[branch.call].edgeHit) : 0.0;
            return found;
        }
        for (std::uint32_t call = here.firstCall; call < here.firstCall + here.calls; ++call) {
            const Call& each = m_net.calls[call];
            if (each.spare) continue;
            const double times = each.count * (1.0 - each.edgeHit);
            found.push_back({call, times});
            if (each.fallback != kNone) found.push_back({each.fallback, times * (1.0 - each.hit)});
        }
        return found;
    }

    void answer(std::uint32_t station) {
        const Station& here = m_net.stations[station];
        double time = here.work.mean;
        if (!here.work.zero() && here.servers != kUnlimited) {
            const double load = m_rates[station] * here.work.mean;
            if (load < here.servers) {
                m_waits[station] = erlangC(load, here.servers) * here.work.mean / (here.servers - load) * (1.0 + std::min(10.0, here.work.squaredVariation())) / 2.0;
            }
            time += m_waits[station];
        }
        for (const Branch& branch : branches(station)) {
            const Call& call = m_net.calls[branch.call];
            if (call.wait) time += branch.times * (call.delayOut + call.delayBack + m_answers[call.to]);
        }
        m_answers[station] = time;
    }

    void elements(Estimate& made) const {
        std::map<ElementId, ElementEstimate> found;
        for (std::uint32_t i = 0; i < m_plan.stations.size(); ++i) {
            const PlannedStation& station = m_plan.stations[i];
            if (!station.fails || m_rates[i] <= 0.0) continue;
            ElementEstimate& element = found[station.element];
            element.element = station.element;
            element.rate += m_rates[i];
            element.wait = std::max(element.wait, m_waits[i]);
            element.answer = std::max(element.answer, m_answers[i]);
            const Station& here = m_net.stations[i];
            if (here.servers == kUnlimited || here.work.zero()) continue;
            element.utilisation = std::max(element.utilisation, m_rates[i] * here.work.mean / here.servers);
            element.overloaded = element.overloaded || element.utilisation >= 1.0;
        }
        for (auto& [id, element] : found) {
            if (element.overloaded) {
                made.warnings.push_back(say("{} gets more work than it can do ({} % of it): there is no steady state.", "{}에 처리량을 넘는 일이 옵니다({} %). 정상 상태가 없습니다.", id.str(), static_cast<std::int64_t>(element.utilisation * 100.0)));
            } else if (element.utilisation > 0.9) {
                made.warnings.push_back(say("{} is {} % busy: small changes of the load change the wait a lot.", "{}의 사용률이 {} %입니다. 부하가 조금만 변해도 대기 시간이 크게 변합니다.", id.str(), static_cast<std::int64_t>(element.utilisation * 100.0)));
            }
            made.elements.push_back(std::move(element));
        }
        for (const BlockedLink& link : m_plan.blocked) made.warnings.push_back(say("{} carries nothing; the estimate counts it as if it did.", "{}은(는) 아무것도 전달하지 못하지만 추정은 전달하는 것으로 셉니다.", link.link.str()));
    }

    const Plan& m_plan;
    const StationNetwork& m_net;
    std::vector<double> m_rates;
    std::vector<double> m_answers;
    std::vector<double> m_waits;
    std::vector<std::uint8_t> m_seen;
    std::vector<std::uint32_t> m_order;
    std::map<std::uint32_t, bool> m_idle; // calls to instances that do not run
};

} // namespace

double erlangC(double load, std::uint32_t servers) {
    if (load >= servers) return 1.0;
    if (load <= 0.0) return 0.0;
    double blocked = 1.0; // Erlang B, one server more at a time
    for (std::uint32_t n = 1; n <= servers; ++n) blocked = load * blocked / (n + load * blocked);
    return blocked / (1.0 - load / servers * (1.0 - blocked));
}

Estimate estimate(const Plan& plan) {
    return Estimator(plan).make();
}

} // namespace sky::simulation
