// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as a whole: who asks, in which order stations are made, what is refused.
#include "simulation/planner.h"

#include "catalog/roles.h"
#include "network/words.h"

#include <algorithm>
#include <cmath>

namespace sky::simulation {
using catalog::Trait;

double Planner::seconds(const ElementId& element, std::string_view key, double otherwise) {
    return number(element, key, otherwise);
}

double Planner::number(const ElementId& element, std::string_view key, double otherwise) {
    const auto quantity = m_topology.property(element, key).quantity();
    return quantity ? toDouble(*quantity) : otherwise;
}

std::string Planner::word(const ElementId& element, std::string_view key, std::string otherwise) {
    const std::string* text = m_topology.property(element, key).text();
    return text ? *text : std::move(otherwise);
}

bool Planner::flag(const ElementId& element, std::string_view key, bool otherwise) {
    return m_topology.property(element, key).flag().value_or(otherwise);
}

const std::string Planner::nameOf(const ElementId& element) const {
    return element.str();
}

void Planner::assume(Text what, std::string source) {
    if (m_assumed.insert(what.en).second) m_plan.assumptions.push_back({std::move(what), std::move(source)});
}

// A property that is not set and takes effect all the same.
void Planner::assume(const ElementId& element, std::string_view property) {
    const topology::Effective effective = m_topology.property(element, property);
    if (effective.origin != topology::Origin::Default || !effective.property || !effective.value) return;
    const auto quantity = effective.quantity();
    const std::string value = quantity ? toText(*quantity) : effective.text() ? *effective.text() : std::string();
    if (value.empty()) return;
    assume(say("{}: {} is {}", "{}: {} = {}", nameOf(element), effective.property->label, value), effective.property->source.empty() ? "ours" : effective.property->source);
}

namespace {

Error refuse(std::string place, Text what, Text remedy) {
    return {ErrorCode::Invalid, std::move(place), std::move(what), std::move(remedy)};
}

double ofRate(std::int64_t rate) {
    return static_cast<double>(rate) / 1000.0;
}
double ofTime(std::int64_t time) {
    return static_cast<double>(time) / 1.0e9;
}

RateProfile profileOf(const diagram::Workload& workload) {
    RateProfile profile;
    const auto& shape = workload.shape;
    if (const auto* constant = std::get_if<diagram::ConstantRate>(&shape)) {
        profile.points.push_back({0.0, ofRate(constant->rate)});
    } else if (const auto* steps = std::get_if<diagram::StepRates>(&shape)) {
        double last = 0.0;
        for (const diagram::RatePoint& point : steps->points) {
            if (!profile.points.empty()) profile.points.push_back({ofTime(point.at), last});
            last = ofRate(point.rate);
            profile.points.push_back({ofTime(point.at), last});
        }
    } else if (const auto* ramp = std::get_if<diagram::RampRates>(&shape)) {
        for (const diagram::RatePoint& point : ramp->points) profile.points.push_back({ofTime(point.at), ofRate(point.rate)});
    } else if (const auto* wave = std::get_if<diagram::WaveRate>(&shape)) {
        profile.period = ofTime(wave->period);
        constexpr int kPieces = 96;
        for (int i = 0; i <= kPieces; ++i) {
            const double part = static_cast<double>(i) / kPieces;
            profile.points.push_back({part * profile.period, std::max(0.0, ofRate(wave->base) + ofRate(wave->amplitude) * std::sin(2.0 * 3.14159265358979323846 * part))});
        }
    } else if (const auto* trace = std::get_if<diagram::TraceRates>(&shape)) {
        for (std::size_t i = 0; i < trace->rates.size(); ++i) {
            const double at = ofTime(trace->step) * static_cast<double>(i);
            profile.points.push_back({at, ofRate(trace->rates[i])});
            profile.points.push_back({at + ofTime(trace->step), ofRate(trace->rates[i])});
        }
        if (!trace->rates.empty()) profile.points.push_back({profile.points.back().at, 0.0}); // a trace ends
    }
    std::stable_sort(profile.points.begin(), profile.points.end(), [](const ProfilePoint& a, const ProfilePoint& b) { return a.at < b.at; });
    return profile;
}

} // namespace

Result<void> Planner::sources() {
    std::map<ElementId, RateProfile> given;
    for (const diagram::Workload& workload : m_scenario.workload) {
        const catalog::Service* service = m_topology.service(workload.from);
        if (!service || !service->is(Trait::Caller)) {
            return refuse("workload", say("\"{}\" asks nothing: it is not there, or is no caller.", "\"{}\"은(는) 없거나 요청을 보내는 요소가 아닙니다.", workload.from.str()),
                          say("Name users or an external system of the drawing.", "그림에 있는 사용자나 외부 시스템의 id를 쓰세요."));
        }
        RateProfile profile = profileOf(workload);
        if (profile.highest() > 1.0e6) {
            return refuse("workload", say("{} asks more than a million times a second.", "{}의 요청률이 초당 100만 건을 넘습니다.", workload.from.str()),
                          say("Lower the rate.", "요청률을 낮추세요."));
        }
        given[workload.from] = std::move(profile);
    }
    for (const diagram::Element& element : m_topology.diagram().elements()) {
        const catalog::Service* service = m_topology.service(element.id);
        if (!service || !service->is(Trait::Caller) || m_topology.calls(element.id).empty()) continue;
        const auto own = given.find(element.id);
        if (own == given.end() && !m_scenario.workload.empty()) continue;
        const bool closed = word(element.id, "arrivals", "poisson") == "closed" && own == given.end();
        RateProfile profile = own != given.end() ? own->second : RateProfile{{{0.0, number(element.id, "rate", 0.0)}}, 0.0};
        if (!closed && profile.highest() <= 0.0) continue;
        if (own == given.end()) assume(element.id, "rate");
        m_users = spotOf(element.id);
        m_users.region.clear();
        if (!m_users.known) {
            for (const diagram::Element& region : m_topology.diagram().elements()) {
                const catalog::Service* kind = m_topology.service(region.id);
                if (!kind || !kind->plays(catalog::role::kRegion)) continue;
                const Spot near = spotOf(region.id);
                if (!near.known) continue;
                m_users.known = true;
                m_users.latitude = near.latitude;
                m_users.longitude = near.longitude;
                assume(say("{} are in the city of the region {}: no place is set.", "{}의 위치가 없어 리전 {}의 도시로 봅니다.", nameOf(element.id), near.region), "ours");
                break;
            }
        }
        Source source;
        source.id = element.id.str();
        if (closed) {
            source.users = static_cast<std::uint32_t>(std::clamp(number(element.id, "people", 100), 1.0, 100000.0));
            source.think = exponentialLaw(std::max(0.001, seconds(element.id, "thinkTime", 5.0)));
        } else {
            source.between = word(element.id, "arrivals", "poisson") == "constant" ? constantLaw(1.0) : exponentialLaw(1.0);
            source.profile = std::move(profile);
        }
        source.to = addStation(element, element.id.str(), m_users, false);
        m_working[element.id] = {source.to};
        if (!service->is(Trait::Station)) m_entries[element.id] = source.to;
        m_plan.network.sources.push_back(std::move(source));
        m_plan.sources.push_back(element.id);
        m_todo.push_back(element.id);
        while (!m_todo.empty()) { // with these users near the edge
            const ElementId next = m_todo.back();
            m_todo.pop_back();
            callsOf(next);
        }
    }
    if (m_plan.sources.empty()) {
        return refuse({}, say("Nobody asks anything: no caller with a rate and a link.", "요청하는 요소가 없습니다. 요청률과 연결이 있는 사용자가 필요합니다."),
                      say("Add users, link them to what they use, and give them a rate.", "사용자를 추가하고, 쓰는 대상에 연결하고, 요청률을 정하세요."));
    }
    return {};
}

Result<void> Planner::findCircle() {
    std::map<ElementId, int> seen;
    std::vector<ElementId> way;
    Result<void> found;
    const auto visit = [&](auto&& self, const ElementId& element) -> bool {
        seen[element] = 1;
        way.push_back(element);
        for (const LinkId& link : m_topology.calls(element)) {
            const topology::LinkMeaning meaning = m_topology.meaning(link);
            if (meaning.kind.value != catalog::LinkKind::Traffic || (meaning.wait.known() && !meaning.wait.value)) continue;
            const int state = seen.contains(meaning.to) ? seen[meaning.to] : 0;
            if (state == 2) continue;
            if (state == 1) {
                std::string circle;
                for (auto at = std::find(way.begin(), way.end(), meaning.to); at != way.end(); ++at) circle += at->str() + " → ";
                found = refuse(link.str(), say("These wait for one another in a circle: {}.", "서로를 기다리는 호출이 순환합니다: {}.", circle + meaning.to.str()),
                               say("Let one of the links not wait (\"wait\": false), or remove it.", "연결 하나의 wait를 false로 하거나 지우세요."));
                return false;
            }
            if (!self(self, meaning.to)) return false;
        }
        way.pop_back();
        seen[element] = 2;
        return true;
    };
    for (const diagram::Element& element : m_topology.diagram().elements()) {
        if (!seen.contains(element.id) && !visit(visit, element.id)) break;
    }
    return found;
}

// Stations and calls into flat arrays, and the places of the calls into what looks after them.
void Planner::finish() {
    for (std::uint32_t station = 0; station < m_calls.size(); ++station) {
        std::vector<Call> calls;
        const auto first = static_cast<std::uint32_t>(m_plan.network.calls.size());
        for (auto& [call, planned] : m_calls[station]) {
            if (!planned.fallback.empty()) {
                for (std::uint32_t i = 0; i < m_calls[station].size(); ++i) {
                    if (m_calls[station][i].second.link == planned.fallback) call.fallback = first + i;
                }
            }
            const auto index = first + static_cast<std::uint32_t>(calls.size());
            if (planned.fleet != kNone) m_plan.fleets[planned.fleet].slotCalls[planned.slot].push_back(index);
            if (planned.target != kNone) m_plan.targets[planned.target].calls.push_back(index);
            if (planned.node != kNone) m_plan.nodes[planned.node].call = index;
            if (planned.cache != kNone) m_plan.caches[planned.cache].calls.push_back(index);
            calls.push_back(call);
            m_plan.calls.push_back(planned);
        }
        m_plan.network.connect(station, calls);
    }
    for (const diagram::Link& link : m_topology.diagram().links()) {
        if (m_topology.kind(link.id) != catalog::LinkKind::Replication) continue;
        const std::string* mode = m_topology.property(link.id, "mode").text();
        const auto lag = m_topology.property(link.id, "lag").quantity();
        m_plan.copies.push_back({link.from, link.to, mode && *mode == "sync" ? 0.0 : lag ? toDouble(*lag) : 0.1});
    }
    std::set<ElementId> elements;
    for (const PlannedStation& station : m_plan.stations) elements.insert(station.element);
    for (const diagram::Element& element : m_topology.diagram().elements()) {
        const catalog::Service* kind = m_topology.service(element.id);
        if (kind && kind->plays(catalog::role::kRegion)) m_plan.regions.push_back(spotOf(element.id).region);
    }
    m_plan.elements.assign(elements.begin(), elements.end());
    for (const network::LinkWalk& walk : m_walks.all()) {
        const topology::LinkMeaning meaning = m_topology.meaning(walk.link);
        if (!meaning.carriesRequests || !elements.contains(meaning.from)) continue;
        const network::Explanation why = network::explain(m_topology, m_walks.network(), walk);
        const Text reason = why.reasons.empty() ? why.verdict : why.reasons.front();
        if (walk.verdict == network::Verdict::Blocked) m_plan.blocked.push_back({walk.link, reason});
        else if (walk.verdict == network::Verdict::Partial) m_plan.partial.push_back({walk.link, reason});
        else if (walk.assumed || walk.verdict == network::Verdict::Unknown) {
            assume(say("The packets of {} pass: something that decides is not set.", "연결 {}의 패킷이 통과한다고 봅니다. 정해지지 않은 것이 있습니다.", walk.link.str()), "drawing");
        }
    }
    std::sort(m_plan.assumptions.begin(), m_plan.assumptions.end(), [](const Assumption& a, const Assumption& b) { return a.what.en < b.what.en; });
}

Result<Plan> Planner::make() {
    if (m_scenario.duration <= 0) {
        return refuse("duration", say("The scenario has no duration.", "시나리오에 기간이 없습니다."), say("Give it one, such as \"20m\".", "\"20m\"처럼 기간을 정하세요."));
    }
    if (m_scenario.duration > 400ll * 24 * 3600 * 1000000000ll) {
        return refuse("duration", say("The scenario lasts longer than 400 days.", "시나리오가 400일보다 깁니다."), say("Shorten it.", "기간을 줄이세요."));
    }
    if (auto circle = findCircle(); !circle) return circle.error();
    if (auto asked = sources(); !asked) return asked.error();
    finish();
    m_plan.scenario = m_scenario;
    if (auto good = checkNetwork(m_plan.network); !good) return good.error();
    return std::move(m_plan);
}

Result<Plan> planOf(const topology::Topology& topology, const network::LinkWalks& walks, const diagram::Scenario& scenario) {
    return Planner(topology, walks, scenario).make();
}

} // namespace sky::simulation
