// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/library.h"

#include "catalog/roles.h"

#include <algorithm>

namespace sky::simulation {
namespace {

namespace role = catalog::role;
using diagram::EventAction;

constexpr std::int64_t kMinute = 60ll * 1000000000ll;

struct Found { // of each kind the first by id
    std::string zone;
    std::string region;
    std::string instance;
    std::string fleet;
    std::string database;
    std::string cache;
    std::string dependency;
    std::vector<std::pair<ElementId, std::int64_t>> callers; // with their rates
};

Found look(const topology::Topology& topology) {
    Found found;
    const auto first = [](std::string& place, const std::string& id) {
        if (place.empty()) place = id;
    };
    // What is about one region is about the home region, not about its spare.
    const std::string* home = topology.diagram().project().properties.text("homeRegion");
    for (const diagram::Element& element : topology.diagram().elements()) {
        const catalog::Service* service = topology.service(element.id);
        if (!service) continue;
        const std::string& code = topology.placement(element.id).regionCode;
        if (home && !code.empty() && code != *home) continue;
        const std::string& id = element.id.str();
        const bool asked = !topology.callers(element.id).empty();
        if (service->is(catalog::Trait::Caller) && !topology.calls(element.id).empty()) {
            const auto rate = topology.property(element.id, "rate").quantity();
            if (rate && rate->amount > 0) found.callers.emplace_back(element.id, rate->amount);
        }
        if (!asked) continue;
        const auto zones = topology.zones(element.id);
        const bool placed = service->plays(role::kInstance) || service->plays(role::kFleet) || service->plays(role::kDatabase);
        if (placed && !zones.empty() && !zones.front().region.empty()) first(found.zone, zones.front().domain);
        if (service->plays(role::kFleet)) {
            first(found.fleet, id);
            first(found.instance, id + "/i-1");
        }
        if (service->plays(role::kInstance) && !topology.pictures(element.id)) first(found.instance, id);
        if (service->plays(role::kCache)) first(found.cache, id);
        else if (service->plays(role::kDatabase)) first(found.database, id);
        if (service->plays(role::kTable) || service->plays(role::kObjectStore) || service->is(catalog::Trait::Caller)) first(found.dependency, id);
        if (!code.empty()) first(found.region, code);
    }
    return found;
}

diagram::Scenario scenario(const char* id, Text name, std::int64_t minutes) {
    diagram::Scenario made;
    made.id = ScenarioId(id);
    made.name = std::move(name);
    made.seed = 1;
    made.duration = minutes * kMinute;
    return made;
}

void add(diagram::Scenario& to, std::int64_t minute, EventAction action, std::string subject, std::int64_t minutes, catalog::Record with = {}) {
    diagram::Event event;
    event.at = minute * kMinute;
    event.action = action;
    event.to = std::move(subject);
    if (minutes > 0) event.lasting = minutes * kMinute;
    event.with = std::move(with);
    to.events.push_back(std::move(event));
}

catalog::Record with(const char* key, Quantity quantity) {
    catalog::Record record;
    record.set(key, quantity);
    return record;
}

void spike(diagram::Scenario& to, const Found& found, std::int64_t times, std::int64_t from, std::int64_t until) {
    for (const auto& [caller, rate] : found.callers) {
        diagram::StepRates steps;
        steps.points = {{0, rate}, {from * kMinute, rate * times}, {until * kMinute, rate}};
        to.workload.push_back({caller, steps});
    }
}

} // namespace

std::vector<diagram::Scenario> readyScenarios(const topology::Topology& topology) {
    const Found found = look(topology);
    std::vector<diagram::Scenario> ready;
    if (found.callers.empty()) return ready;
    if (!found.zone.empty()) {
        diagram::Scenario power = scenario("az-power-interruption", say("Power interruption of {}", "{} 정전", found.zone), 60);
        add(power, 5, EventAction::Fail, found.zone, 30); // FIS: 30 minutes of symptoms, 30 of recovery
        ready.push_back(power);
        diagram::Scenario storm = scenario("replay-2012-06-14", say("2012-06-14 replayed: power lost for 82 minutes in one zone", "2012-06-14 재현: 한 영역의 82분 정전"), 120);
        add(storm, 5, EventAction::Fail, found.zone, 82); // 20:57-22:19 PDT (aws.amazon.com/message/67457)
        ready.push_back(storm);
        diagram::Scenario winter = scenario("replay-2021-12-22", say("2021-12-22 replayed: power lost for 64 minutes in one zone", "2021-12-22 재현: 한 영역의 64분 정전"), 100);
        add(winter, 5, EventAction::Fail, found.zone, 64); // 04:35-05:39 PST
        ready.push_back(winter);
    }
    if (!found.instance.empty()) {
        diagram::Scenario terminate = scenario("ec2-terminate-instances", say("{} fails", "{} 장애", found.instance), 20);
        add(terminate, 5, EventAction::Fail, found.instance, 0);
        ready.push_back(terminate);
    }
    if (!found.database.empty()) {
        diagram::Scenario failover = scenario("rds-failover-db-cluster", say("{} fails over", "{} 장애 조치", found.database), 20);
        add(failover, 5, EventAction::Failover, found.database, 0);
        ready.push_back(failover);
        diagram::Scenario slow = scenario("slow-database", say("{} becomes five times slower", "{} 5배 느려짐", found.database), 25);
        add(slow, 5, EventAction::Slow, found.database, 10, with("factor", {5, Unit::Count}));
        ready.push_back(slow);
        diagram::Scenario storm = scenario("retry-storm", say("{} fails most calls for two minutes", "{} 2분간 대부분 실패", found.database), 25);
        add(storm, 5, EventAction::Error, found.database, 2, with("errors", {800000000000, Unit::Percent}));
        ready.push_back(storm);
    }
    if (!found.region.empty()) {
        diagram::Scenario outage = scenario("region-outage", say("Region {} fails", "리전 {} 장애", found.region), 40);
        add(outage, 5, EventAction::Fail, "region:" + found.region, 20);
        ready.push_back(outage);
    }
    if (!found.cache.empty()) {
        diagram::Scenario flush = scenario("cache-flush", say("{} is emptied", "{} 비우기", found.cache), 20);
        add(flush, 5, EventAction::Flush, found.cache, 0);
        ready.push_back(flush);
    }
    if (!found.dependency.empty()) {
        std::int64_t rate = 0;
        for (const auto& [caller, each] : found.callers) rate += each;
        diagram::Scenario throttled = scenario("dependency-throttling", say("{} is throttled", "{} 제한", found.dependency), 25);
        add(throttled, 5, EventAction::Throttle, found.dependency, 10, with("rate", {std::max<std::int64_t>(1000, rate / 20), Unit::Rate}));
        ready.push_back(throttled);
    }
    diagram::Scenario surge = scenario("traffic-spike", say("Five times the requests for ten minutes", "10분간 요청 5배"), 30);
    spike(surge, found, 5, 5, 15);
    ready.push_back(surge);
    if (!found.fleet.empty()) {
        diagram::Scenario shortage = scenario("capacity-shortage", say("Three times the requests while {} cannot launch", "{} 증설이 안 되는 동안 요청 3배", found.fleet), 40);
        spike(shortage, found, 3, 5, 30);
        add(shortage, 5, EventAction::Capacity, found.fleet, 15);
        ready.push_back(shortage);
    }
    std::sort(ready.begin(), ready.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return ready;
}

} // namespace sky::simulation
