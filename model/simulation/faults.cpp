// SPDX-License-Identifier: GPL-3.0-or-later
// The `do` words of a scenario, and what follows from a loss by itself: databases fail over, balancers' dead nodes leave
// the name.
#include "simulation/operations.h"

#include <algorithm>

namespace sky::simulation {
namespace {

double amount(const catalog::Record& with, std::initializer_list<const char*> keys, double otherwise) {
    for (const char* key : keys) {
        const catalog::Scalar* scalar = with.find(key);
        if (!scalar) continue;
        if (const auto* quantity = std::get_if<Quantity>(scalar)) return toDouble(*quantity);
        if (const auto* text = std::get_if<std::string>(scalar)) {
            if (const auto parsed = parseQuantity(*text)) return toDouble(*parsed);
        }
    }
    return otherwise;
}

bool placeName(const std::string& subject) {
    return subject.rfind("az:", 0) == 0 || subject.rfind("region:", 0) == 0;
}

} // namespace

// "az:a" is the zone with that letter, when one region is drawn.
std::string Operations::zoneNamed(const std::string& subject) const {
    if (subject.rfind("az:", 0) != 0 || subject.size() != 4) return subject;
    for (const std::string& region : m_plan.regions) {
        if (!region.empty()) return "az:" + region + subject.substr(3);
    }
    return subject;
}

bool Operations::known(const Plan& plan, const std::string& subject) {
    if (subject.rfind("region:", 0) == 0) return std::find(plan.regions.begin(), plan.regions.end(), subject.substr(7)) != plan.regions.end();
    const bool letter = subject.rfind("az:", 0) == 0 && subject.size() == 4;
    const auto zone = [&](const std::string& domain) {
        return domain == subject || (letter && plan.regions.size() == 1 && domain == "az:" + plan.regions.front() + subject.substr(3));
    };
    for (const PlannedStation& station : plan.stations) {
        if (station.element.str() == subject || station.part == subject || zone(station.zone)) return true;
    }
    for (const PlannedCall& call : plan.calls) {
        if (call.link.str() == subject) return true;
    }
    for (const auto& [thing, place] : plan.passedZones) {
        if (thing == subject || zone(place)) return true;
    }
    for (const DatabasePlan& database : plan.databases) {
        if (std::any_of(database.spare.begin(), database.spare.end(), zone)) return true;
        if (database.element.str() + "/primary" == subject || database.element.str() + "/standby" == subject) return true;
    }
    return false;
}

std::vector<std::uint32_t> Operations::stationsOf(const std::string& subject) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < m_plan.stations.size(); ++i) {
        const PlannedStation& station = m_plan.stations[i];
        const bool primary = subject == station.element.str() + "/primary" && station.part == station.element.str();
        if (station.fails && (station.element.str() == subject || station.part == subject || primary)) found.push_back(i);
    }
    return found;
}

// Along a link, or to an element.
std::vector<std::uint32_t> Operations::callsOf(const std::string& subject) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < m_plan.calls.size(); ++i) {
        if (m_plan.calls[i].link.str() == subject || (m_plan.calls[i].to.str() == subject && !m_plan.calls[i].link.empty())) found.push_back(i);
    }
    return found;
}

void Operations::setDown(const std::string& subject, double now, bool fails) {
    if (placeName(subject)) {
        const std::string domain = zoneNamed(subject);
        if (fails) m_downZones.insert(domain);
        else m_downZones.erase(domain);
    } else {
        for (const std::uint32_t station : stationsOf(subject)) {
            int& count = m_downStations[station];
            count = std::max(0, count + (fails ? 1 : -1));
        }
        if (fails) m_downThings.insert(subject);
        else m_downThings.erase(subject);
    }
    refreshAll();
    nodesAfter(now);
    for (std::uint32_t i = 0; i < m_plan.databases.size(); ++i) {
        if (fails && down(m_plan.databases[i].station) && !m_failovers[i]) failover(i, now);
    }
}

void Operations::failover(std::uint32_t index, double now) {
    const DatabasePlan& plan = m_plan.databases[index];
    const std::string here = m_zones[plan.station];
    std::vector<std::string> zones = plan.spare;
    if (here != plan.zone) zones.push_back(plan.zone);
    const auto place = std::find_if(zones.begin(), zones.end(), [&](const std::string& zone) {
        return zone != here && !m_downZones.contains(zone) && !m_downZones.contains("region:" + m_plan.stations[plan.station].region);
    });
    if (place == zones.end()) { // nowhere to go: it is back when its place is
        m_lost.insert(plan.station);
        return;
    }
    const double takes = plan.failover + m_random.uniform() * (plan.failoverMost - plan.failover);
    const std::string part = plan.element.str();
    m_failovers[index] = cause(CauseKind::Failover, now, part, say("{} fails over to {}", "{} 장애 조치: {}로 전환", part, *place));
    m_downStations[plan.station] += 1;
    refresh(plan.station);
    after(now + takes, [=, this, zone = *place](double at) {
        endCause(*m_failovers[index], at);
        m_failovers[index].reset();
        m_zones[plan.station] = zone;
        m_downStations[plan.station] = 0; // what failed was the instance that is left behind
        refresh(plan.station);
        if (down(plan.station)) failover(index, at);
    });
}

// A balancer's node in a dead zone leaves the name after its own checks (10 s, three of them); clients keep the address
// for a minute.
void Operations::nodesAfter(double now) {
    for (std::uint32_t i = 0; i < m_plan.nodes.size(); ++i) {
        const NodePlan& node = m_plan.nodes[i];
        const bool out = down(node.station);
        if (out == m_nodeOut[i] || node.call == kNone) continue;
        m_nodeOut[i] = out;
        const double noticed = now + 20.0 + 10.0 * m_random.uniform();
        const std::string& part = m_plan.stations[node.station].part;
        if (out) {
            const std::size_t told = cause(CauseKind::Names, now, part, say("the address of {} leaves the name: checks, then a time to live of 60 s", "{}의 주소가 이름에서 빠짐: 확인 후 TTL 60초", part));
            endCause(told, noticed + 60.0);
        }
        after(noticed, [=, this](double) {
            if (m_nodeOut[i] == out) shift({{node.call, out ? 0.0 : 1.0}}, 60.0);
        });
    }
}

void Operations::changeCalls(const diagram::Event& event, bool undo) {
    const auto& base = m_plan.network.calls;
    switch (event.action) {
    case diagram::EventAction::Delay: {
        const double more = undo ? 0.0 : amount(event.with, {"delay", "by"}, 0.1) / 2.0;
        for (const std::uint32_t call : callsOf(event.to)) m_engine.setDelay(call, base[call].delayOut + more, base[call].delayBack + more);
        return;
    }
    case diagram::EventAction::Loss: {
        const double part = undo ? 0.0 : std::clamp(amount(event.with, {"loss", "share", "part"}, 1.0), 0.0, 1.0);
        for (const std::uint32_t call : callsOf(event.to)) m_lossFault[call] = part;
        refreshPasses();
        return;
    }
    case diagram::EventAction::Partition: {
        const std::string domain = zoneNamed(event.to);
        for (std::uint32_t station = 0; station < m_plan.stations.size(); ++station) {
            const Station& from = m_plan.network.stations[station];
            for (std::uint32_t call = from.firstCall; call < from.firstCall + from.calls; ++call) {
                const std::string& there = m_zones[m_plan.network.calls[call].to];
                const bool crosses = !m_zones[station].empty() && !there.empty() && (m_zones[station] == domain) != (there == domain);
                const bool named = m_plan.calls[call].link.str() == event.to || m_plan.calls[call].to.str() == event.to || m_plan.stations[station].element.str() == event.to;
                if (placeName(event.to) ? crosses : named) m_lossFault[call] = undo ? 0.0 : 1.0;
            }
        }
        refreshPasses();
        return;
    }
    default: return;
    }
}

void Operations::changeStations(const diagram::Event& event, double now, bool undo) {
    const auto& base = m_plan.network.stations;
    for (const std::uint32_t station : stationsOf(event.to)) {
        switch (event.action) {
        case diagram::EventAction::Throttle: {
            const double rate = amount(event.with, {"rate"}, 10.0);
            m_engine.setQuota(station, undo ? base[station].perSecond : rate, undo ? base[station].burst : rate);
            break;
        }
        case diagram::EventAction::Error:
            m_engine.setFailure(station, undo ? base[station].failure : std::clamp(amount(event.with, {"errors", "share", "part"}, 1.0), 0.0, 1.0));
            break;
        case diagram::EventAction::Slow: m_engine.setSpeed(station, undo ? 1.0 : std::clamp(amount(event.with, {"factor"}, 5.0), 0.001, 1e6)); break;
        case diagram::EventAction::Set:
            if (event.with.find("errors")) m_engine.setFailure(station, undo ? base[station].failure : std::clamp(amount(event.with, {"errors"}, 0.0), 0.0, 1.0));
            if (event.with.find("work") && base[station].work.mean > 0.0) m_engine.setSpeed(station, undo ? 1.0 : amount(event.with, {"work"}, 1.0) / base[station].work.mean);
            if (event.with.find("workers")) m_engine.setWorkers(station, undo ? base[station].workers : static_cast<std::uint32_t>(std::max(1.0, amount(event.with, {"workers"}, 1.0))));
            if (event.with.find("servers")) m_engine.setServers(station, undo ? base[station].servers : static_cast<std::uint32_t>(std::max(1.0, amount(event.with, {"servers"}, 1.0))));
            break;
        default: break;
        }
    }
    for (std::uint32_t i = 0; i < m_plan.caches.size(); ++i) {
        if (event.action != diagram::EventAction::Flush || undo || m_plan.caches[i].element.str() != event.to) continue;
        m_caches[i].cold = 1.0;
        for (const std::uint32_t call : m_plan.caches[i].calls) m_engine.setHit(call, 0.0);
        m_caches[i].cause = cause(CauseKind::Warming, now, event.to, say("{} is cold and fills again", "{} 캐시가 비어 다시 채워짐", event.to));
    }
    for (std::uint32_t i = 0; i < m_plan.databases.size(); ++i) {
        const std::string id = m_plan.databases[i].element.str();
        if (event.action == diagram::EventAction::Failover && !undo && (event.to == id || event.to == id + "/primary") && !m_failovers[i]) failover(i, now);
    }
    for (std::uint32_t i = 0; i < m_plan.fleets.size(); ++i) {
        const bool meant = m_plan.fleets[i].element.str() == event.to || placeName(event.to);
        if (!meant) continue;
        if (event.action == diagram::EventAction::Capacity) m_fleets[i].noCapacity = !undo;
        if (event.action == diagram::EventAction::Scale) {
            setDesired(i, undo ? m_plan.fleets[i].desired : static_cast<int>(amount(event.with, {"desired", "to"}, m_plan.fleets[i].desired)), now,
                       say("the scenario asks for it", "시나리오의 요청"));
        }
    }
}

void Operations::fault(std::size_t index, double now, bool undo) {
    const diagram::Event& event = m_plan.scenario.events[index];
    using diagram::EventAction;
    const bool recovers = event.action == EventAction::Recover;
    const bool harmless = recovers || event.action == EventAction::Scale || event.action == EventAction::Set;
    if (!undo && !harmless && !m_firstFault) m_firstFault = now;
    if (undo) {
        if (const auto told = m_faultCauses.find(index); told != m_faultCauses.end()) endCause(told->second, now);
    } else if (!harmless) {
        m_faultCauses[index] = cause(CauseKind::Fault, now, event.to, say("{} {}", "{1} {2}", std::string(diagram::toText(event.action)), event.to));
        if (!event.lasting && event.action == EventAction::Flush) endCause(m_faultCauses[index], now);
    }
    if (recovers) {
        for (const auto& [other, told] : m_faultCauses) {
            const diagram::Event& past = m_plan.scenario.events[other];
            if (zoneNamed(past.to) == zoneNamed(event.to) && m_causes[told].end < 0.0) endCause(told, now);
        }
    }
    if (event.action == EventAction::Fail || recovers) setDown(event.to, now, recovers == undo);
    changeCalls(event, undo);
    changeStations(event, now, undo);
}

} // namespace sky::simulation
