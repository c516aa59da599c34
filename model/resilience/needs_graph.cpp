// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/needs_graph.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace sky::resilience {
namespace {

Error wrong(std::string place, Text what, Text remedy = {}) {
    return {ErrorCode::Invalid, std::move(place), std::move(what), std::move(remedy)};
}

std::optional<Error> flawOf(const NeedsGraph& graph, const Component& component) {
    const std::string place = "components[" + component.id + "]";
    const Place& stands = component.place;
    for (const std::uint32_t zone : stands.zones)
        if (zone >= graph.zones.size())
            return wrong(place, say("it stands in a zone that is not there.", "없는 가용 영역에 있습니다."));
    if (stands.kind == PlaceKind::Region && stands.region >= graph.regions.size())
        return wrong(place, say("it stands in a region that is not there.", "없는 리전에 있습니다."));
    const bool enough = stands.kind == PlaceKind::Zone ? stands.zones.size() == 1
                                                       : stands.kind != PlaceKind::AnyZone || !stands.zones.empty();
    if (!enough)
        return wrong(place, say("its place names no zone, or more than one of a single zone.",
                                "위치에 가용 영역이 없거나, 하나여야 하는데 여러 개입니다."));
    for (const NeedGroup& group : component.needs)
        for (const std::uint32_t member : group.any)
            if (member >= graph.components.size())
                return wrong(place, say("it needs a component that is not there.", "없는 구성 요소가 필요합니다."));
    return std::nullopt;
}

} // namespace

Result<void> check(const NeedsGraph& graph) {
    std::set<std::string_view> ids;
    for (const Zone& zone : graph.zones)
        if (zone.region >= graph.regions.size() && zone.region != kNoRegion)
            return wrong("zones[" + zone.id + "]", say("its region is not there.", "가용 영역의 리전이 없습니다."));
    for (const Component& component : graph.components) {
        if (!ids.insert(component.id).second)
            return wrong("components[" + component.id + "]",
                         say("there are two components of this name.", "같은 이름의 구성 요소가 둘 있습니다."));
        if (auto flaw = flawOf(graph, component)) return std::move(*flaw);
    }
    if (graph.goals.empty()) return wrong("goal", say("no goal is given.", "목표가 없습니다."));
    for (const std::uint32_t goal : graph.goals)
        if (goal >= graph.components.size())
            return wrong("goal", say("the goal is no component.", "목표가 구성 요소가 아닙니다."));
    return {};
}

std::string nameOf(const NeedsGraph& graph, Event event) {
    switch (event.kind) {
    case EventKind::Zone:
        return "az:" + graph.zones[event.index].id;
    case EventKind::Region:
        return "region:" + graph.regions[event.index];
    case EventKind::Component:
        break;
    }
    return "c:" + graph.components[event.index].id;
}

std::vector<bool> upAfter(const NeedsGraph& graph, const std::vector<Event>& events) {
    std::vector<bool> regionDown(graph.regions.size(), false);
    std::vector<bool> zoneDown(graph.zones.size(), false);
    std::vector<bool> up(graph.components.size(), true);
    for (const Event event : events) {
        if (event.kind == EventKind::Region) regionDown[event.index] = true;
        if (event.kind == EventKind::Zone) zoneDown[event.index] = true;
        if (event.kind == EventKind::Component) up[event.index] = false;
    }
    for (std::size_t zone = 0; zone < graph.zones.size(); ++zone)
        if (graph.zones[zone].region != kNoRegion && regionDown[graph.zones[zone].region]) zoneDown[zone] = true;
    std::vector<std::vector<std::uint32_t>> neededBy(graph.components.size());
    for (std::uint32_t i = 0; i < graph.components.size(); ++i) {
        const Component& component = graph.components[i];
        for (const NeedGroup& group : component.needs)
            for (const std::uint32_t member : group.any) neededBy[member].push_back(i);
        if (component.place.kind == PlaceKind::Region && regionDown[component.place.region]) up[i] = false;
        if (component.place.kind != PlaceKind::Zone && component.place.kind != PlaceKind::AnyZone) continue;
        bool alive = false;
        for (const std::uint32_t zone : component.place.zones) alive = alive || !zoneDown[zone];
        if (!alive) up[i] = false;
    }
    const auto served = [&](const Component& component) {
        for (const NeedGroup& group : component.needs) {
            std::size_t there = 0;
            for (const std::uint32_t member : group.any) there += up[member] ? 1 : 0;
            if (there < group.min) return false;
        }
        return true;
    };
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < graph.components.size(); ++i) {
        if (up[i] && !served(graph.components[i])) up[i] = false;
        if (!up[i]) open.push_back(i);
    }
    while (!open.empty()) {
        const std::uint32_t down = open.back();
        open.pop_back();
        for (const std::uint32_t caller : neededBy[down])
            if (up[caller] && !served(graph.components[caller])) {
                up[caller] = false;
                open.push_back(caller);
            }
    }
    return up;
}

bool isUp(const NeedsGraph& graph, const std::vector<Event>& events) {
    const std::vector<bool> up = upAfter(graph, events);
    for (const std::uint32_t goal : graph.goals)
        if (!up[goal]) return false;
    return true;
}

} // namespace sky::resilience
