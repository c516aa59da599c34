// SPDX-License-Identifier: GPL-3.0-or-later
// From links to calls, and how long packets take between two spots.
#include "simulation/planner.h"

#include "catalog/roles.h"
#include "network/words.h"

#include <algorithm>
#include <cmath>

namespace sky::simulation {
namespace role = catalog::role;
using catalog::Trait;

void Planner::add(std::uint32_t station, const Call& call, const PlannedCall& planned) {
    m_calls[station].emplace_back(call, planned);
}

Spot Planner::spotOf(const std::optional<topology::Zone>& zone, const ElementId& element) {
    Spot spot = spotOf(element);
    if (zone) {
        spot.zone = zone->domain;
        if (!zone->region.empty()) spot.region = zone->region;
    }
    return spot;
}

Spot Planner::spotOf(const ElementId& element) {
    Spot spot;
    const catalog::Service* service = m_topology.service(element);
    const topology::Placement& placement = m_topology.placement(element);
    spot.region = placement.regionCode;
    if (placement.zone) spot.zone = placement.zone->domain;
    if (service && (service->plays(role::kCdn) || service->plays(role::kDns))) spot.edge = true;
    if (const catalog::Region* region = m_topology.catalog().region(spot.region)) {
        spot.known = true;
        spot.latitude = region->latitude;
        spot.longitude = region->longitude;
    }
    if (const std::string* place = m_topology.property(element, "place").text()) {
        if (const auto city = m_topology.catalog().place(*place)) {
            spot.known = true;
            spot.latitude = city->latitude;
            spot.longitude = city->longitude;
        }
    }
    return spot;
}

// SEMANTICS, table of defaults: same zone 0.25 ms, other zone 1 ms, by distance 0.0157 ms a kilometre.
double Planner::roundTrip(const Spot& from, const Spot& to) {
    if (from.edge && !to.edge) {
        Spot user = m_users;
        return std::max(0.001, roundTrip(user, to) - 0.015); // the user's way to the edge is counted on the call to it
    }
    const bool fromUsers = from.region.empty();
    if (to.edge) return fromUsers ? 0.015 : 0.002;
    if (!fromUsers && from.region == to.region) {
        if (!from.zone.empty() && !to.zone.empty()) return from.zone == to.zone ? 0.00025 : 0.001;
        return 0.001;
    }
    const double base = fromUsers || to.region.empty() ? 0.017 : 0.002;
    if (!from.known || !to.known) return base;
    constexpr double kRadian = 3.14159265358979323846 / 180.0;
    const double a = std::sin((to.latitude - from.latitude) * kRadian / 2.0);
    const double b = std::sin((to.longitude - from.longitude) * kRadian / 2.0);
    const double half = a * a + std::cos(from.latitude * kRadian) * std::cos(to.latitude * kRadian) * b * b;
    const double kilometres = 2.0 * 6371.0 * std::asin(std::min(1.0, std::sqrt(half)));
    return std::round((base + kilometres * 0.0157e-3) * 1e6) / 1e6; // microseconds: the last bits of a sine are no fact
}

Call Planner::callAlong(const LinkId& link, const Spot& from, const std::string& caller, PlannedCall& planned) {
    const topology::LinkMeaning meaning = m_topology.meaning(link);
    const bool event = meaning.kind.value == catalog::LinkKind::Event;
    const auto duration = [&](const char* key, double otherwise) {
        const auto quantity = m_topology.property(link, key).quantity();
        return quantity ? toDouble(*quantity) : otherwise;
    };
    const catalog::Service* source = m_topology.service(meaning.from);
    const catalog::Service* target = m_topology.service(meaning.to);
    Call call;
    call.id = caller + ":" + link.str();
    call.to = entry(meaning.to);
    call.weight = meaning.share.known() ? toDouble(meaning.share.value) : 1.0;
    const double trip = call.to == kNone ? 0.0 : roundTrip(from, m_spots[call.to]);
    call.delayOut = call.delayBack = trip / 2.0;
    call.wait = !event && (!meaning.wait.known() || meaning.wait.value);
    call.need = !event && (!meaning.need.known() || meaning.need.value);
    call.secondary = meaning.role.known() && meaning.role.value == topology::LinkRole::Secondary;
    call.count = event ? call.weight : meaning.calls.known() ? std::min(1000.0, toDouble(meaning.calls.value)) : 1.0;
    call.connect = 10.0;
    call.timeout = duration("timeout", 0.0);
    if (call.timeout <= 0.0) {
        if (source && source->is(Trait::Caller)) call.timeout = seconds(meaning.from, "timeout", 30.0);
        else if (source && source->plays(role::kLoadBalancer)) call.timeout = seconds(meaning.from, "idleTimeout", 60.0);
        else if (source && source->plays(role::kCdn)) call.timeout = seconds(meaning.from, "responseTimeout", 30.0);
        else if (source && source->plays(role::kApi)) call.timeout = seconds(meaning.from, "timeout", 29.0);
        else {
            call.timeout = 30.0;
            if (!event && source && !source->is(Trait::Splitter)) {
                assume(say("Calls along {} are given up after 30 s: no timeout is set.", "연결 {}의 호출은 제한 시간이 없어 30초 뒤 포기합니다.", link.str()), "ours");
            }
        }
    }
    if (target && target->plays(role::kFunction)) call.timeout = std::min(call.timeout, std::max(0.1, seconds(meaning.to, "timeout", 3.0)));
    call.retries = static_cast<std::uint32_t>(std::clamp(duration("retries", 0.0), 0.0, 20.0));
    call.backoff = duration("backoff", 0.1);
    if (source && source->is(Trait::Caller) && m_topology.property(link, "retries").origin != topology::Origin::Set) {
        call.retries = static_cast<std::uint32_t>(std::clamp(number(meaning.from, "retries", 0.0), 0.0, 20.0));
        call.backoff = seconds(meaning.from, "backoff", 0.1);
    }
    call.budget = duration("retryBudget", -1.0);
    if (event) {
        call.retries = 3;
        call.backoff = 1.0;
    }
    const bool answersAtEdge = source && (source->plays(role::kCdn) || source->plays(role::kApi));
    if (answersAtEdge) call.edgeHit = std::clamp(duration("hit", number(meaning.from, "hit", 0.0)), 0.0, 1.0);
    if (target && target->plays(role::kCache)) {
        call.hit = std::clamp(duration("hit", number(meaning.to, "hit", 0.8)), 0.0, 1.0);
        assume(meaning.to, "hit");
        for (std::uint32_t i = 0; i < m_plan.caches.size(); ++i) {
            if (m_plan.caches[i].element == meaning.to) planned.cache = i;
        }
    } else if (!answersAtEdge && !meaning.fallback.empty()) {
        call.hit = std::clamp(duration("hit", 1.0), 0.0, 1.0);
    }
    planned.link = link;
    planned.to = meaning.to;
    planned.fallback = meaning.fallback;
    if (const network::LinkWalk* walk = m_walks.find(link)) {
        const network::Flow* own = nullptr; // that of this part, or of one that stands beside it
        for (const network::Flow& flow : walk->flows) {
            if (flow.from == caller) own = &flow;
            const auto part = own ? std::nullopt : m_topology.part(flow.from);
            if (!own && part && part->zone && part->zone->domain == from.zone) own = &flow;
        }
        planned.passes = own ? own->passes : walk->passes;
        if (own ? own->walk.verdict == network::Verdict::Blocked : !walk->carries()) call.loss = 1.0;
        for (const std::string& passed : planned.passes) {
            const topology::Placement& placement = m_topology.placement(ElementId(passed));
            m_plan.passedZones[passed] = placement.zone ? placement.zone->domain : std::string();
        }
    }
    return call;
}

void Planner::callsOf(const ElementId& element) {
    const catalog::Service* service = m_topology.service(element);
    const bool balancer = service->plays(role::kLoadBalancer);
    std::set<LinkId> spare;
    const std::vector<LinkId> links = m_topology.calls(element);
    for (const LinkId& link : links) {
        if (const LinkId fallback = m_topology.meaning(link).fallback; !fallback.empty()) spare.insert(fallback);
    }
    const std::vector<std::uint32_t> stations = m_working[element]; // a copy: making calls makes stations
    for (const std::uint32_t station : stations) {
        const Spot from = service->is(Trait::Caller) && !service->is(Trait::Station) ? m_users : m_spots[station];
        const std::string caller = m_plan.stations[station].part;
        for (const LinkId& link : links) {
            PlannedCall planned;
            Call call = callAlong(link, from, caller, planned);
            if (call.to == kNone) continue;
            call.spare = spare.contains(link);
            const topology::LinkMeaning meaning = m_topology.meaning(link);
            const catalog::Service* target = m_topology.service(meaning.to);
            if (service->is(Trait::Queue) && meaning.kind.value == catalog::LinkKind::Event && !service->plays(role::kPushes)) {
                poller(element, link, station);
                continue;
            }
            if (balancer && target) {
                TargetPlan plan;
                plan.balancer = element;
                if (const catalog::Records* checks = m_topology.property(element, "healthCheck").records(); checks && !checks->empty()) {
                    const auto value = [&](const char* key, double otherwise) {
                        const auto* scalar = checks->front().find(key);
                        const auto* quantity = scalar ? std::get_if<Quantity>(scalar) : nullptr;
                        return quantity ? toDouble(*quantity) : otherwise;
                    };
                    plan.check = {value("interval", 30), value("timeout", 5), static_cast<int>(value("healthy", 5)), static_cast<int>(value("unhealthy", 2))};
                } else {
                    assume(say("{} checks its targets every 30 s: 2 failures put one out.", "{}은(는) 대상을 30초마다 확인하고 두 번 실패하면 제외합니다.", nameOf(element)),
                           "Application Load Balancer user guide, health checks");
                }
                const std::string algorithm = word(element, "algorithm", "round-robin");
                const Choice choice = algorithm == "least-outstanding-requests" ? Choice::LeastBusy
                                    : algorithm == "round-robin" ? Choice::RoundRobin : Choice::Random;
                if (target->plays(role::kFleet)) {
                    const bool cross = flag(element, "crossZone", true);
                    plan.drain = call.timeout; // gateTo hands it to its calls
                    call.to = gateTo(meaning.to, caller + ":" + link.str(), from, choice, cross ? std::string() : from.zone, &plan);
                    call.delayOut = call.delayBack = 0.0;
                    call.timeout = 0.0;
                    call.connect = 0.0;
                } else if (target->plays(role::kInstance)) {
                    plan.drain = seconds(element, "deregistrationDelay", 300.0);
                    plan.station = call.to;
                    const auto same = std::find_if(m_plan.targets.begin(), m_plan.targets.end(), [&](const TargetPlan& each) {
                        return each.balancer == element && each.station == plan.station;
                    });
                    planned.target = static_cast<std::uint32_t>(same - m_plan.targets.begin());
                    if (same == m_plan.targets.end()) m_plan.targets.push_back(plan);
                    m_plan.network.stations[station].choice = choice;
                }
            }
            add(station, call, planned);
        }
    }
}

// A queue keeps its messages in the backlog of a poller, which calls the station and calls again, after the visibility
// timeout, what went wrong; after so many receives the message goes to the dead-letter queue, when there is one.
void Planner::poller(const ElementId& queue, const LinkId& link, std::uint32_t station) {
    const topology::LinkMeaning meaning = m_topology.meaning(link);
    const catalog::Service* target = m_topology.service(meaning.to);
    const std::string name = queue.str() + "/" + link.str();
    const std::uint32_t waiting = addStation(*m_topology.diagram().element(queue), name, m_spots[station], false);
    Station& made = m_plan.network.stations[waiting];
    const bool function = target && target->plays(role::kFunction);
    double workers = 64.0;
    if (function) workers = 1000.0;
    else if (target && target->plays(role::kFleet)) workers = 64.0 * static_cast<double>(std::max<std::int64_t>(1, m_topology.instances(meaning.to).value));
    made.workers = function ? 5 : static_cast<std::uint32_t>(workers);
    made.backlog = 300000;
    made.answers = true;
    m_plan.pollers.push_back({queue, waiting, static_cast<std::uint32_t>(workers), function});
    Call put;
    put.id = name + ":put";
    put.to = waiting;
    put.wait = put.need = false;
    PlannedCall planned;
    planned.to = queue;
    planned.link = link;
    add(station, put, planned);
    PlannedCall along;
    Call call = callAlong(link, m_spots[station], name, along);
    const auto batch = m_topology.property(link, "batch").quantity();
    call.count = 1.0 / std::max(1.0, batch ? toDouble(*batch) : 10.0);
    call.wait = true;
    call.need = true;
    call.pause = seconds(queue, "visibility", 30.0);
    call.timeout = std::min(call.timeout, call.pause);
    const ElementId dead = [&] {
        const std::string* id = m_topology.property(queue, "deadLetter").reference();
        return id ? ElementId(*id) : ElementId();
    }();
    call.retries = dead.empty() ? 100 : static_cast<std::uint32_t>(std::max(0.0, number(queue, "maxReceives", 3) - 1.0));
    assume(queue, "visibility");
    if (!dead.empty() && entry(dead) != kNone) {
        Call bury;
        bury.id = name + ":dead";
        bury.to = entry(dead);
        bury.spare = true;
        bury.need = false;
        PlannedCall buried;
        buried.to = dead;
        buried.link = LinkId(name + ":dead");
        along.fallback = buried.link;
        add(waiting, call, along);
        add(waiting, bury, buried);
    } else {
        add(waiting, call, along);
    }
}

} // namespace sky::simulation
