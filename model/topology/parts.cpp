// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/parts.h"

#include "catalog/roles.h"
#include "topology/keys.h"
#include "topology/placing.h"

#include <algorithm>

namespace sky::topology {
namespace {

using catalog::Trait;
using diagram::Element;
namespace role = catalog::role;

struct Seat { // a subnet a part may live in
    ElementId subnet;
    std::optional<Zone> zone;
};

// The subnets an element lives in, in the order given; the one it stands in when it spans none.
std::vector<Seat> seatsOf(const Topology& topology, const Element& element) {
    std::vector<Seat> seats;
    for (const ElementId& subnet : element.spans)
        if (topology.diagram().element(subnet)) seats.push_back({subnet, topology.placement(subnet).zone});
    if (!seats.empty()) return seats;
    const Placement& placement = topology.placement(element.id);
    if (!placement.subnet.empty() || placement.zone) seats.push_back({placement.subnet, placement.zone});
    return seats;
}

bool sameZone(const Seat& a, const Seat& b) {
    return a.zone && b.zone ? a.zone->domain == b.zone->domain : !a.zone && !b.zone && a.subnet == b.subnet;
}

// Seats by zone: zones in the order first named, the subnets of one zone in the order given.
std::vector<std::vector<Seat>> byZone(const std::vector<Seat>& seats) {
    std::vector<std::vector<Seat>> zones;
    for (const Seat& seat : seats) {
        const auto zone = std::find_if(zones.begin(), zones.end(),
                                       [&](const std::vector<Seat>& group) { return sameZone(group.front(), seat); });
        if (zone == zones.end())
            zones.push_back({seat});
        else
            zone->push_back(seat);
    }
    return zones;
}

Part makePart(const Element& element, std::string name, PartKind kind, const Seat& seat) {
    Part part;
    part.element = element.id;
    part.kind = kind;
    part.id = name.empty() ? element.id.str() : element.id.str() + "/" + name;
    part.name = std::move(name);
    part.subnet = seat.subnet;
    part.zone = seat.zone;
    return part;
}

struct Count {
    std::int64_t value = 0;
    bool set = false;
};

std::optional<Count> countOf(const Topology& topology, const Element& element, std::string_view property) {
    const Effective count = topology.property(element.id, property);
    const std::optional<Quantity> quantity = count.quantity();
    if (!count.applies || !quantity || quantity->unit != Unit::Count) return std::nullopt;
    return Count{std::max<std::int64_t>(quantity->amount, 0), count.origin == Origin::Set};
}

std::size_t bounded(std::int64_t count) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, static_cast<std::int64_t>(kMostParts)));
}

// Each box that names the fleet pictures the first free instance of its own subnet, else of its zone, else any.
void picture(const Topology& topology, const Element& fleet, std::vector<Part>& instances) {
    std::vector<ElementId> boxes = topology.members(fleet.id);
    std::erase_if(boxes, [&](const ElementId& box) {
        const Element* element = topology.diagram().element(box);
        return !element || fleetOf(topology, *element) != fleet.id;
    });
    std::vector<bool> placed(boxes.size(), false);
    for (int pass = 0; pass < 3; ++pass) {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (placed[i]) continue;
            const Placement& box = topology.placement(boxes[i]);
            const auto fits = [&](const Part& part) {
                if (!part.picturedBy.empty()) return false;
                if (pass == 0) return !box.subnet.empty() && part.subnet == box.subnet;
                if (pass == 1) return box.zone && part.zone && part.zone->domain == box.zone->domain;
                return true;
            };
            const auto free = std::find_if(instances.begin(), instances.end(), fits);
            if (free == instances.end()) {
                if (pass == 2) return;
                continue;
            }
            free->picturedBy = boxes[i];
            placed[i] = true;
        }
    }
}

// AWS balances a group over its zones.
std::vector<Part> instances(const Topology& topology, const Element& element) {
    const std::vector<std::vector<Seat>> zones = byZone(seatsOf(topology, element));
    std::vector<Part> parts;
    const std::size_t count = bounded(instancesOf(topology, element).value);
    for (std::size_t n = 0; n < count; ++n) {
        const std::size_t zone = zones.empty() ? 0 : n % zones.size();
        const Seat seat = zones.empty() ? Seat{} : zones[zone][(n / zones.size()) % zones[zone].size()];
        parts.push_back(makePart(element, "i-" + std::to_string(n + 1), PartKind::Instance, seat));
    }
    picture(topology, element, parts);
    return parts;
}

std::vector<Part> databaseNodes(const Topology& topology, const Element& element) {
    std::vector<std::vector<Seat>> zones = byZone(seatsOf(topology, element));
    if (const std::string* wanted = topology.property(element.id, key::kPrimaryZone).text();
        wanted && !wanted->empty()) {
        const Placement& placement = topology.placement(element.id);
        const Zone zone = zoneOf(placement.regionCode, placement.region, *wanted, element.id);
        const auto at = std::find_if(zones.begin(), zones.end(), [&](const std::vector<Seat>& seats) {
            return seats.front().zone && (seats.front().zone->domain == zone.domain);
        });
        if (at != zones.end())
            std::rotate(zones.begin(), at, at + 1);
        else
            zones.insert(zones.begin(), {Seat{{}, zone}}); // as the user says, though no subnet of it is there
    }
    const auto seat = [&](std::size_t node) { return zones.empty() ? Seat{} : zones[node % zones.size()].front(); };
    const Effective multiAz = topology.property(element.id, key::kMultiAz);
    std::vector<Part> parts;
    if (!multiAz.applies) { // equal nodes without a primary
        const std::size_t count = bounded(countOf(topology, element, key::kNodes).value_or(Count{1, false}).value);
        for (std::size_t i = 0; i < count; ++i)
            parts.push_back(makePart(element, "node-" + std::to_string(i + 1), PartKind::Node, seat(i)));
        return parts;
    }
    const std::string mode = multiAz.text() ? *multiAz.text() : multiAz.flag().value_or(false) ? "instance" : "no";
    parts.push_back(makePart(element, "primary", PartKind::Primary, seat(0)));
    const std::size_t standbys = mode == "instance" ? 1 : 0;
    if (standbys) // never in the primary's zone; with no other zone it is nowhere
        parts.push_back(makePart(element, "standby", PartKind::Standby, zones.size() > 1 ? seat(1) : Seat{}));
    // Aurora and caches say how many copies there are (one of a cache's is its standby), at least one of a cluster;
    // a Multi-AZ cluster of RDS has two.
    std::optional<Count> copies = countOf(topology, element, key::kReaders);
    if (!copies) copies = countOf(topology, element, key::kReplicas);
    std::int64_t readers = copies ? copies->value - static_cast<std::int64_t>(standbys) : mode == "cluster" ? 2 : 0;
    if (mode == "cluster" && copies && !copies->set) readers = std::max<std::int64_t>(readers, 1);
    for (std::size_t i = 0; i < bounded(readers); ++i)
        parts.push_back(makePart(element, "reader-" + std::to_string(i + 1), PartKind::Reader, seat(i + 1 + standbys)));
    return parts;
}

std::vector<Part> nodes(const Topology& topology, const Element& element) {
    std::vector<Part> parts;
    if (element.spans.empty()) return parts;
    for (const std::vector<Seat>& zone : byZone(seatsOf(topology, element))) {
        const Seat& seat = zone.front();
        std::string name = seat.zone && !seat.zone->letter.empty() ? seat.zone->letter : seat.subnet.str();
        if (std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; }))
            name = seat.subnet.str();
        if (std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; })) continue;
        parts.push_back(makePart(element, std::move(name), PartKind::Node, seat));
    }
    return parts;
}

} // namespace

Setting<std::int64_t> instancesOf(const Topology& topology, const Element& fleet) {
    if (const auto desired = countOf(topology, fleet, key::kDesired))
        return {desired->value, desired->set ? Origin::Set : Origin::Default};
    if (const auto least = countOf(topology, fleet, key::kMin); least && least->set)
        return {least->value, Origin::Default};
    return {1, Origin::Assumed}; // a fleet that says nothing of itself is not drawn to do nothing
}

ElementId fleetOf(const Topology& topology, const Element& element) {
    if (element.groups.empty()) return {};
    if (const catalog::Service* service = topology.service(element.id); service && service->plays(role::kFleet))
        return {};
    for (const ElementId& group : element.groups)
        if (group != element.id && topology.plays(group, role::kFleet)) return group;
    return {};
}

std::vector<Part> partsOf(const Topology& topology, const Element& element) {
    const catalog::Service* service = topology.catalog().find(element.service);
    std::vector<Part> parts;
    if (service && service->plays(role::kFleet)) return instances(topology, element);
    if (service && service->plays(role::kDatabase) && service->property(key::kMultiAz))
        parts = databaseNodes(topology, element);
    else if (service && service->is(Trait::Spanning))
        parts = nodes(topology, element);
    if (parts.empty()) {
        const Placement& placement = topology.placement(element.id);
        parts.push_back(makePart(element, {}, PartKind::Whole, {placement.subnet, placement.zone}));
    }
    return parts;
}

} // namespace sky::topology
