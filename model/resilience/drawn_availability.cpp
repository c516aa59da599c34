// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/drawn_availability.h"

#include "catalog/promises.h"
#include "catalog/roles.h"
#include "resilience/circles.h"
#include "resilience/graph_chance.h"
#include "resilience/single_points.h"
#include "topology/words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

namespace sky::resilience {
namespace {

using catalog::Trait;
using topology::Topology;
constexpr double kHoursPerYear = 8760;

class Figures {
  public:
    Figures(const Topology& topology, const DrawnNeeds& needs) : m_topology(topology), m_needs(needs) {}

    // Its own chance to be down; nothing where the figure belongs to another component of the same thing.
    std::optional<Figure> of(std::uint32_t index) const {
        const Subject& subject = m_needs.subjects[index];
        const Component& component = m_needs.graph.components[index];
        if (subject.element.empty()) return subject.part.empty() ? std::optional(ofLine(subject.link)) : std::nullopt;
        const catalog::Service* service = m_topology.service(subject.element);
        if (!service || subject.part.find('>') != std::string::npos) return std::nullopt;
        if (component.managed && service->is(Trait::Caller)) return std::nullopt;                 // who asks
        if (component.managed && service->plays(catalog::role::kOnPremises)) return std::nullopt; // lost with who asks
        const topology::Effective own = m_topology.property(subject.element, "availability");
        // What is promised of a VPN is the connection, both ends of it: it counts once, at the link.
        if (service->plays(catalog::role::kVpnGateway) && own.origin != topology::Origin::Set) return std::nullopt;
        const bool whole = subject.part.empty();
        if (hasParts(index)) { // of a fleet: its instances fail, unless only the whole is promised
            if (ofInstances(*service)) return std::nullopt;
        } else if (!whole && !ofInstances(*service)) {
            return std::nullopt;
        }
        Figure figure;
        figure.id = subject.element.str();
        const bool several = hasParts(index) ? m_topology.zones(subject.element).size() > 1
                                             : component.place.kind == PlaceKind::AnyZone ||
                                                   (component.managed && component.place.kind != PlaceKind::Zone);
        const catalog::Promise* promise =
            catalog::promiseOf(service->key, several ? catalog::Promise::Over::Several : catalog::Promise::Over::One);
        if (own.origin != topology::Origin::Set && promise) {
            figure.from = Figure::From::Promise;
            figure.down = 1 - toDouble(promise->share);
            figure.source = promise->source;
            figure.of = promise->of;
        } else {
            take(own, figure);
        }
        return figure;
    }

  private:
    bool hasParts(std::uint32_t index) const { // instances or nodes that are components of their own
        const Component& component = m_needs.graph.components[index];
        if (!m_needs.subjects[index].part.empty() || component.needs.empty() || component.needs.front().any.empty())
            return false;
        const Subject& first = m_needs.subjects[component.needs.front().any.front()];
        return !first.part.empty() && first.element == m_needs.subjects[index].element &&
               first.part.find('>') == std::string::npos;
    }
    static bool ofInstances(const catalog::Service& service) {
        return catalog::promiseOf(service.key, catalog::Promise::Over::One) != nullptr;
    }
    static void take(const topology::Effective& own, Figure& figure) {
        const auto share = own.quantity();
        if (!share) return;
        const bool said = own.origin == topology::Origin::Set;
        figure.from = said ? Figure::From::User : Figure::From::Assumed;
        figure.down = 1 - toDouble(*share);
        if (own.property && !said) figure.source = own.property->source;
    }
    Figure ofLine(const LinkId& link) const { // of the connection as a whole, with all its tunnels
        Figure figure;
        figure.id = link.str();
        take(m_topology.property(link, "availability"), figure);
        return figure;
    }

    const Topology& m_topology;
    const DrawnNeeds& m_needs;
};

} // namespace

Result<DrawnAvailability> availabilityOf(const Topology& topology, const DrawnNeeds& needs, const Climate& climate) {
    const NeedsGraph& graph = needs.graph;
    if (auto sound = check(graph); !sound) return std::move(sound).error();
    Chances down{std::vector<double>(graph.components.size(), 0.0),
                 std::vector<double>(graph.zones.size(), climate.zoneDown),
                 std::vector<double>(graph.regions.size(), climate.regionDown)};
    DrawnAvailability result;
    std::map<std::string, Figure> figures;
    const Figures read(topology, needs);
    std::vector<bool> zones(graph.zones.size(), false), regions(graph.regions.size(), false);
    for (const std::vector<std::uint32_t>& circle : circlesOf(graph))
        for (const std::uint32_t index : circle) {
            const Place& place = graph.components[index].place;
            if (place.kind == PlaceKind::Region) regions[place.region] = true;
            if (place.kind == PlaceKind::Zone || place.kind == PlaceKind::AnyZone)
                for (const std::uint32_t zone : place.zones) zones[zone] = true;
            if (const auto figure = read.of(index)) {
                down.components[index] = figure->down;
                figures.insert_or_assign(figure->id, *figure);
            }
        }
    const auto assume = [&](Event event, double chance) {
        const std::string id = nameOf(graph, event);
        figures[id] = {id, Figure::From::Assumed, chance, {}, {}};
    };
    for (std::uint32_t i = 0; i < graph.zones.size(); ++i) {
        if (zones[i] && graph.zones[i].region != kNoRegion) regions[graph.zones[i].region] = true;
        if (zones[i]) assume({EventKind::Zone, i}, climate.zoneDown);
    }
    for (std::uint32_t i = 0; i < graph.regions.size(); ++i)
        if (regions[i]) assume({EventKind::Region, i}, climate.regionDown);
    const auto chance = chanceOf(graph, down);
    if (!chance) return chance.error();
    result.whole.unavailability = chance->down;
    result.whole.availability = 1 - chance->down;
    for (auto& [id, figure] : figures) result.figures.push_back(figure);

    std::map<std::string, Blame> blames;
    const auto blame = [&](const std::string& id, Text name, double share) {
        Blame& one = blames[id];
        if (one.id.empty()) one = {id, std::move(name), 0};
        one.hoursPerYear += share * kHoursPerYear;
    };
    for (std::uint32_t i = 0; i < graph.components.size(); ++i) {
        const double share = down.components[i] * chance->importance.components[i];
        if (share <= 0) continue;
        const Subject& subject = needs.subjects[i];
        const Event event{EventKind::Component, i};
        if (subject.element.empty())
            blame(subject.link.str(), nameOf(topology, needs, event), share);
        else
            blame(subject.element.str(), topology::nameOf(topology, subject.element), share);
    }
    for (std::uint32_t i = 0; i < graph.zones.size(); ++i)
        if (const double share = down.zones[i] * chance->importance.zones[i]; share > 0)
            blame(nameOf(graph, {EventKind::Zone, i}), nameOf(topology, needs, {EventKind::Zone, i}), share);
    for (std::uint32_t i = 0; i < graph.regions.size(); ++i)
        if (const double share = down.regions[i] * chance->importance.regions[i]; share > 0)
            blame(nameOf(graph, {EventKind::Region, i}), nameOf(topology, needs, {EventKind::Region, i}), share);
    for (auto& [id, one] : blames)
        if (one.hoursPerYear >= 1.0 / 3600) result.blames.push_back(std::move(one));
    std::stable_sort(result.blames.begin(), result.blames.end(),
                     [](const Blame& a, const Blame& b) { return a.hoursPerYear > b.hoursPerYear; });
    return result;
}

std::string percentText(double unavailability) {
    if (unavailability <= 0) return "100%";
    const int digits = std::clamp(static_cast<int>(std::ceil(-std::log10(unavailability * 100))) + 1, 2, 12);
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, 100 * (1 - unavailability));
    std::string percent = text;
    percent.erase(percent.find_last_not_of('0') + 1);
    if (percent.back() == '.') percent.pop_back();
    return percent + "%";
}

Text durationText(double hours) {
    const auto number = [](double value) {
        char text[64];
        std::snprintf(text, sizeof text, value < 9.95 ? "%.1f" : "%.0f", value);
        return std::string(text);
    };
    if (hours >= 48) return say("{} days", "{}일", number(hours / 24));
    if (hours >= 1.5) return say("{} hours", "{}시간", number(hours));
    if (hours * 60 >= 1.5) return say("{} minutes", "{}분", number(hours * 60));
    return say("{} seconds", "{}초", number(hours * 3600));
}

} // namespace sky::resilience
