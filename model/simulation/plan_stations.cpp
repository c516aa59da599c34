// SPDX-License-Identifier: GPL-3.0-or-later
// From elements to stations: what each works with, and the parts it is run by.
#include "simulation/planner.h"

#include "catalog/roles.h"

#include <algorithm>

namespace sky::simulation {
namespace role = catalog::role;
using catalog::Trait;

std::uint32_t Planner::entry(const ElementId& element) {
    if (const auto found = m_entries.find(element); found != m_entries.end()) return found->second;
    const diagram::Element* drawn = m_topology.diagram().element(element);
    const catalog::Service* service = m_topology.service(element);
    if (!drawn || !service) return kNone;
    return makeEntry(*drawn, *service);
}

std::uint32_t Planner::processors(const diagram::Element& element, const catalog::Service& service) {
    if (const double set = number(element.id, "servers", 0.0); set >= 1.0) return static_cast<std::uint32_t>(set);
    for (const char* key : {"instanceType", "class", "nodeType"}) {
        const topology::Effective effective = m_topology.property(element.id, key);
        const std::string* type = effective.text();
        if (!type || !effective.property) continue;
        if (const catalog::InstanceType* known = m_topology.catalog().type(effective.property->table, *type)) {
            return static_cast<std::uint32_t>(std::max(1, known->vcpus));
        }
    }
    if (service.is(Trait::Managed) || service.is(Trait::Caller)) return kUnlimited;
    assume(say("{} has two vCPUs: its type is not set.", "{}의 유형이 정해지지 않아 vCPU 2개로 봅니다.", nameOf(element.id)), "ours");
    return 2;
}

void Planner::workOf(const diagram::Element& element, const catalog::Service& service, Station& station) {
    const double mean = seconds(element.id, "work", 0.0);
    station.work = namedLaw(word(element.id, "workShape", "exponential"), mean).value_or(exponentialLaw(mean));
    assume(element.id, "work");
    station.failure = std::clamp(number(element.id, "errors", 0.0), 0.0, 1.0);
    station.servers = service.is(Trait::Splitter) ? kUnlimited : processors(element, service);
    if (service.plays(role::kInstance) || service.plays(role::kFleet)) {
        station.workers = static_cast<std::uint32_t>(std::max(1.0, number(element.id, "workers", 64)));
        station.backlog = static_cast<std::uint32_t>(number(element.id, "backlog", 128));
        assume(element.id, "workers");
        assume(element.id, "backlog");
    }
    if (service.plays(role::kDatabase)) {
        if (const double connections = number(element.id, "connections", 0.0); connections >= 1.0) station.workers = static_cast<std::uint32_t>(connections);
    }
    if (service.plays(role::kFunction)) {
        station.servers = kUnlimited;
        station.workers = static_cast<std::uint32_t>(std::max(1.0, number(element.id, "reservedConcurrency", number(element.id, "concurrency", 1000))));
        station.throttles = true;
        station.coldStart = seconds(element.id, "coldStart", 0.18);
        station.environments = number(element.id, "burst", 1000);
        assume(element.id, "concurrency");
        assume(element.id, "coldStart");
    }
    if (service.plays(role::kApi)) {
        station.perSecond = number(element.id, "throttle", 10000);
        station.burst = number(element.id, "burst", 5000);
    }
    if (const double capacity = number(element.id, "capacity", 0.0); capacity > 0.0) {
        station.perSecond = capacity;
        station.burst = capacity;
    }
    if (service.plays(role::kObjectStore)) {
        station.perSecond = number(element.id, "readRate", 5500) * std::max(1.0, number(element.id, "prefixes", 1));
        station.burst = station.perSecond;
    }
    if (service.plays(role::kTable)) {
        if (word(element.id, "billing", "on-demand") == "provisioned") {
            // Reads of 4 KB half price when eventually consistent; 300 s of what was not used are kept (AWS).
            station.perSecond = number(element.id, "readUnits", 5) * 2.0 + number(element.id, "writeUnits", 5);
            station.burst = 300.0 * station.perSecond;
        } else {
            station.perSecond = number(element.id, "maxReadRate", 40000);
            station.burst = station.perSecond;
        }
    }
    if (service.is(Trait::Caller) && service.is(Trait::Station)) {
        station.failure = std::max(station.failure, 1.0 - number(element.id, "availability", 0.999));
        assume(element.id, "availability");
    }
}

std::uint32_t Planner::addStation(const diagram::Element& element, const std::string& part, const Spot& spot, bool works) {
    Station station;
    station.id = part;
    if (works) {
        workOf(element, *m_topology.service(element.id), station);
        station.areas = station.answers = true;
    } else {
        station.servers = kUnlimited;
    }
    const std::uint32_t index = m_plan.network.add(std::move(station));
    m_plan.stations.push_back({element.id, part, spot.zone, spot.region, works});
    m_calls.emplace_back();
    m_spots.push_back(spot);
    return index;
}

std::uint32_t Planner::makeEntry(const diagram::Element& element, const catalog::Service& service) {
    if (service.plays(role::kLoadBalancer)) return makeBalancer(element);
    if (service.plays(role::kFleet)) return makeFleet(element);
    if (service.plays(role::kDatabase)) return makeDatabase(element, service);
    const std::uint32_t station = addStation(element, element.id.str(), spotOf(element.id), true);
    m_entries[element.id] = station;
    m_working[element.id] = {station};
    m_todo.push_back(element.id);
    Station& made = m_plan.network.stations[station];
    if (service.is(Trait::Splitter)) {
        made.fan = Fan::One;
        made.choice = Choice::Random;
    }
    if (service.plays(role::kDns)) {
        made.work = {}; // an answer is kept for its TTL: a request in a thousand asks
        const std::string policy = word(element.id, "policy", "simple");
        NamesPlan names{element.id, station};
        names.ttl = seconds(element.id, "ttl", 60.0);
        if (const catalog::Records* checks = m_topology.property(element.id, "healthCheck").records(); checks && !checks->empty()) {
            names.checks = true;
            if (const auto* interval = checks->front().find("interval")) {
                if (const auto* quantity = std::get_if<Quantity>(interval)) names.interval = toDouble(*quantity);
            }
            if (const auto* threshold = checks->front().find("threshold")) {
                if (const auto* quantity = std::get_if<Quantity>(threshold)) names.threshold = static_cast<int>(quantity->amount);
            }
        }
        names.checks = names.checks || policy == "failover" || policy == "multivalue" || flag(element.id, "evaluateTargetHealth", false);
        made.choice = Choice::Failover; // secondaries only when no primary is well; among equals by weight
        assume(element.id, "ttl");
        m_plan.names.push_back(names);
    }
    if (service.plays(role::kCdn)) {
        made.choice = Choice::Failover;
        assume(element.id, "hit");
    }
    if (service.plays(role::kFunction)) m_plan.functions.push_back({station, seconds(element.id, "keepWarm", 300.0)});
    if (service.is(Trait::Queue) && made.perSecond <= 0.0 && flag(element.id, "fifo", false)) made.perSecond = made.burst = 300.0;
    return station;
}

// A name that leads to one node per zone; every node chooses among the targets by itself.
std::uint32_t Planner::makeBalancer(const diagram::Element& element) {
    const std::uint32_t name = addStation(element, element.id.str(), spotOf(element.id), false);
    m_plan.network.stations[name].fan = Fan::One;
    m_plan.network.stations[name].choice = Choice::Random;
    m_entries[element.id] = name;
    for (const topology::Part& part : m_topology.parts(element.id)) {
        const Spot spot = spotOf(part.zone, element.id);
        const std::uint32_t node = addStation(element, part.id == element.id.str() ? part.id + "/node" : part.id, spot, true);
        m_plan.network.stations[node].fan = Fan::One;
        m_plan.network.stations[node].choice = Choice::Random;
        Call call;
        call.id = element.id.str() + ">" + part.id;
        call.to = node;
        call.timeout = seconds(element.id, "idleTimeout", 60.0);
        call.connect = 10.0;
        PlannedCall planned;
        planned.to = element.id;
        planned.node = static_cast<std::uint32_t>(m_plan.nodes.size());
        m_plan.nodes.push_back({element.id, node, kNone});
        add(name, call, planned);
        m_working[element.id].push_back(node);
    }
    m_todo.push_back(element.id);
    return name;
}

std::uint32_t Planner::makeFleet(const diagram::Element& element) {
    FleetPlan fleet;
    fleet.element = element.id;
    fleet.desired = static_cast<int>(std::clamp<std::int64_t>(m_topology.instances(element.id).value, 0, 500));
    fleet.least = static_cast<int>(std::clamp(number(element.id, "min", 0), 0.0, 500.0));
    fleet.most = static_cast<int>(std::clamp(number(element.id, "max", std::max(fleet.desired, fleet.least)), 1.0, 500.0));
    fleet.desired = std::clamp(fleet.desired, fleet.least, fleet.most);
    fleet.balancerChecks = word(element.id, "healthCheckType", "ec2") == "elb";
    fleet.grace = seconds(element.id, "healthGrace", 0.0);
    fleet.boot = seconds(element.id, "boot", 30.0);
    fleet.start = seconds(element.id, "start", 30.0);
    fleet.warmup = seconds(element.id, "warmup", 0.0);
    fleet.period = word(element.id, "monitoring", "basic") == "detailed" ? 60.0 : 300.0;
    assume(element.id, "boot");
    assume(element.id, "start");
    if (const catalog::Records* policies = m_topology.property(element.id, "scaling").records()) {
        for (const catalog::Record& record : *policies) {
            PolicyPlan policy;
            const auto text = [&](const char* key, const std::string& otherwise) {
                const auto* scalar = record.find(key);
                const auto* found = scalar ? std::get_if<std::string>(scalar) : nullptr;
                return found ? *found : otherwise;
            };
            const auto amount = [&](const char* key, double otherwise) {
                const auto* scalar = record.find(key);
                if (!scalar) return otherwise;
                if (const auto* quantity = std::get_if<Quantity>(scalar)) return toDouble(*quantity);
                if (const auto* written = std::get_if<std::string>(scalar)) {
                    if (const auto parsed = parseQuantity(*written)) return toDouble(*parsed);
                }
                return otherwise;
            };
            policy.kind = text("policy", "target-tracking");
            policy.metric = text("metric", "cpu");
            policy.target = amount("target", policy.metric == "cpu" ? 0.6 : 1000.0);
            policy.above = amount("above", policy.above);
            policy.below = amount("below", policy.below);
            policy.by = static_cast<int>(amount("by", 1));
            policy.outPeriods = static_cast<int>(amount("outPeriods", policy.kind == "target-tracking" ? 3 : 1));
            policy.inPeriods = static_cast<int>(amount("inPeriods", 15));
            policy.cooldown = amount("cooldown", 300.0);
            policy.at = amount("at", 0.0);
            policy.desired = static_cast<int>(amount("desired", 0));
            const auto* scaleIn = record.find("scaleIn");
            if (const bool* yes = scaleIn ? std::get_if<bool>(scaleIn) : nullptr) policy.scaleIn = *yes;
            fleet.policies.push_back(policy);
        }
    }
    std::vector<topology::Zone> zones = m_topology.zones(element.id);
    const std::vector<topology::Part> parts = m_topology.parts(element.id);
    for (int slot = 0; slot < fleet.most; ++slot) {
        std::optional<topology::Zone> zone;
        if (static_cast<std::size_t>(slot) < parts.size()) zone = parts[static_cast<std::size_t>(slot)].zone;
        else if (!zones.empty()) zone = zones[static_cast<std::size_t>(slot) % zones.size()];
        fleet.slots.push_back(addStation(element, element.id.str() + "/i-" + std::to_string(slot + 1), spotOf(zone, element.id), true));
    }
    fleet.slotCalls.resize(fleet.slots.size());
    m_working[element.id] = fleet.slots;
    m_plan.fleets.push_back(std::move(fleet));
    m_todo.push_back(element.id);
    const std::uint32_t gate = gateTo(element.id, element.id.str(), spotOf(element.id), Choice::RoundRobin, {}, nullptr);
    m_entries[element.id] = gate;
    return gate;
}

// A choice among the instances of a fleet, as one caller makes it.
std::uint32_t Planner::gateTo(const ElementId& element, const std::string& name, const Spot& from, Choice choice, const std::string& onlyZone,
                              const TargetPlan* target) {
    const auto found = std::find_if(m_plan.fleets.begin(), m_plan.fleets.end(), [&](const FleetPlan& fleet) { return fleet.element == element; });
    const auto index = static_cast<std::uint32_t>(found - m_plan.fleets.begin());
    const std::uint32_t gate = addStation(*m_topology.diagram().element(element), name, from, false);
    m_plan.network.stations[gate].fan = Fan::One;
    m_plan.network.stations[gate].choice = choice;
    for (std::uint32_t slot = 0; slot < m_plan.fleets[index].slots.size(); ++slot) {
        const std::uint32_t station = m_plan.fleets[index].slots[slot];
        if (!onlyZone.empty() && m_spots[station].zone != onlyZone) continue;
        Call call;
        call.id = name + ">" + m_plan.stations[station].part;
        call.to = station;
        call.delayOut = call.delayBack = roundTrip(from, m_spots[station]) / 2.0;
        call.timeout = target ? target->drain : 30.0; // the balancer's idle timeout, handed in
        call.connect = 10.0;
        PlannedCall planned;
        planned.to = element;
        planned.fleet = index;
        planned.slot = slot;
        if (target) {
            // One target per balancer and slot, whatever the number of nodes.
            const auto same = std::find_if(m_plan.targets.begin(), m_plan.targets.end(), [&](const TargetPlan& each) {
                return each.balancer == target->balancer && each.station == station;
            });
            planned.target = static_cast<std::uint32_t>(same - m_plan.targets.begin());
            if (same == m_plan.targets.end()) {
                TargetPlan made = *target;
                made.station = station;
                made.fleet = index;
                made.drain = seconds(target->balancer, "deregistrationDelay", 300.0);
                m_plan.targets.push_back(made);
            }
        }
        add(gate, call, planned);
    }
    return gate;
}

std::uint32_t Planner::makeDatabase(const diagram::Element& element, const catalog::Service& service) {
    DatabasePlan database;
    database.element = element.id;
    std::vector<topology::Part> readers;
    std::optional<topology::Zone> home;
    for (const topology::Part& part : m_topology.parts(element.id)) {
        if (part.kind == topology::PartKind::Reader) readers.push_back(part);
        if (part.kind == topology::PartKind::Primary || part.kind == topology::PartKind::Whole) {
            if (!home) home = part.zone;
        } else if (part.zone) {
            database.spare.push_back(part.zone->domain);
        }
    }
    const std::string multi = word(element.id, "multiAz", "no");
    if (multi == "no" && readers.empty()) database.spare.clear();
    const double typical = seconds(element.id, "failover", 90.0);
    // "60-120 s" of an RDS instance is a third around the middle; clusters and caches are quicker (AWS).
    database.failover = typical * 2.0 / 3.0;
    database.failoverMost = typical * 4.0 / 3.0;
    assume(element.id, "failover");
    Spot spot = spotOf(home, element.id);
    database.zone = spot.zone;
    const std::uint32_t primary = addStation(element, readers.empty() ? element.id.str() : element.id.str() + "/primary", spot, true);
    database.station = primary;
    m_plan.databases.push_back(database);
    m_working[element.id] = {primary};
    m_todo.push_back(element.id);
    if (service.plays(role::kCache)) m_plan.caches.push_back({element.id, primary, {}, seconds(element.id, "warmTime", 60.0)});
    m_entries[element.id] = primary;
    if (readers.empty()) return primary;
    const std::uint32_t gate = addStation(element, element.id.str(), spot, false);
    m_plan.network.stations[gate].fan = Fan::One;
    m_plan.network.stations[gate].choice = Choice::Random;
    double writes = 0.2;
    for (const LinkId& link : m_topology.callers(element.id)) {
        if (const auto set = m_topology.property(link, "writes").quantity()) writes = toDouble(*set);
    }
    const double reads = (1.0 - writes) / (1.0 + static_cast<double>(readers.size()));
    const auto to = [&](std::uint32_t station, double weight) {
        Call call;
        call.id = element.id.str() + ">" + m_plan.stations[station].part;
        call.to = station;
        call.weight = weight;
        call.timeout = 30.0;
        call.connect = 10.0;
        call.delayOut = call.delayBack = roundTrip(spot, m_spots[station]) / 2.0;
        PlannedCall planned;
        planned.to = element.id;
        add(gate, call, planned);
    };
    to(primary, writes + reads);
    for (const topology::Part& reader : readers) to(addStation(element, reader.id, spotOf(reader.zone, element.id), true), std::max(1e-9, reads));
    m_entries[element.id] = gate;
    return gate;
}

} // namespace sky::simulation
