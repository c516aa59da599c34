// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/placing.h"

#include "catalog/roles.h"
#include "diagram/limits.h"
#include "topology/keys.h"

#include <algorithm>

namespace sky::topology {
namespace {

using catalog::Trait;
using diagram::Element;
namespace role = catalog::role;

std::string_view textOf(const Element& element, std::string_view property) {
    const std::string* text = element.properties.text(property);
    return text ? std::string_view(*text) : std::string_view();
}

// "ap-northeast-2a" names its region too.
std::string regionIn(const catalog::Catalog& catalog, std::string_view zoneText) {
    if (zoneText.size() < 2) return {};
    const std::string_view code = zoneText.substr(0, zoneText.size() - 1);
    return catalog.region(code) ? std::string(code) : std::string();
}

struct Found { // what a walk up the parents has seen
    Placement placement;
    const Element* zoneSays = nullptr; // a zone box, else the nearest thing with a zone of its own
    const Element* spans = nullptr;    // the nearest thing that spans subnets
};

Found walkUp(const Drawing& drawing, const Drawing::Thing& start) {
    Found found;
    Placement& place = found.placement;
    const Element* ownZone = nullptr;
    std::string_view ownRegion;
    const Drawing::Thing* thing = &start;
    for (std::size_t depth = 0; thing->element && depth <= diagram::limits::kDepth + 1; ++depth) {
        const Element* at = thing->element;
        if (const catalog::Service* service = thing->service; service && !service->roles.empty()) {
            const auto take = [&](ElementId& into, std::string_view role) {
                if (into.empty() && service->plays(role)) into = at->id;
            };
            if (place.region.empty()) { // what lies beyond the nearest region box does not count
                take(place.subnet, role::kSubnet);
                take(place.zoneBox, role::kZone);
                take(place.vpc, role::kVpc);
                take(place.region, role::kRegion);
                if (place.region == at->id) place.regionCode = textOf(*at, key::kCode);
            }
            take(place.onPremises, role::kOnPremises);
            take(place.account, role::kAccount);
        }
        if (!ownZone && !textOf(*at, key::kZone).empty()) ownZone = at;
        if (ownRegion.empty()) ownRegion = textOf(*at, key::kRegion);
        if (!found.spans && !at->spans.empty()) found.spans = at;
        if (at->parent.empty()) break;
        thing = &drawing.thing(at->parent);
    }
    if (place.region.empty()) place.regionCode = ownRegion;
    found.zoneSays = place.zoneBox.empty() ? ownZone : drawing.thing(place.zoneBox).element;
    if (found.zoneSays) {
        const std::string_view text = textOf(*found.zoneSays, key::kZone);
        if (place.regionCode.empty()) place.regionCode = regionIn(drawing.catalog(), text);
        place.zone = zoneOf(place.regionCode, place.region, text, found.zoneSays->id);
    }
    return found;
}

void addSpanned(const Drawing& drawing, const std::vector<ElementId>& spans, std::vector<Zone>& zones) {
    for (const ElementId& id : spans) {
        const Found found = walkUp(drawing, drawing.thing(id));
        if (!found.placement.zone) continue;
        const auto same = [&](const Zone& zone) { return zone.domain == found.placement.zone->domain; };
        if (std::none_of(zones.begin(), zones.end(), same)) zones.push_back(*found.placement.zone);
    }
}

Placement placeAlone(const Drawing& drawing, const Drawing::Thing& thing) {
    Found found = walkUp(drawing, thing);
    if (found.spans && (found.spans == thing.element || !found.placement.zone))
        addSpanned(drawing, found.spans->spans, found.placement.spannedZones);
    return std::move(found.placement);
}

bool agree(const ElementId& own, const ElementId& holders) {
    return own.empty() || own == holders;
}

} // namespace

Zone zoneOf(const std::string& region, const ElementId& regionBox, std::string_view zoneText, const ElementId& says) {
    Zone zone{region, std::string(zoneText), {}};
    if (!region.empty() && zoneText.size() > region.size() && zoneText.starts_with(region))
        zone.letter = zoneText.substr(region.size());
    if (zone.letter.empty())
        zone.domain = "az:@" + says.str();
    else if (region.empty())
        zone.domain = "az:@" + regionBox.str() + "/" + zone.letter;
    else
        zone.domain = "az:" + region + zone.letter;
    return zone;
}

std::string regionDomain(const Placement& placement) {
    if (!placement.regionCode.empty()) return "region:" + placement.regionCode;
    if (!placement.region.empty()) return "region:@" + placement.region.str();
    return {};
}

catalog::LinkKind kindOf(const Drawing& drawing, const diagram::Link& link) {
    if (link.kind) return *link.kind;
    const catalog::Service* from = drawing.thing(link.from).service;
    const catalog::Service* to = drawing.thing(link.to).service;
    if (!from || !to) return catalog::LinkKind::Plain;
    const std::vector<catalog::LinkKind> kinds = drawing.catalog().kindsBetween(*from, *to);
    return kinds.empty() ? catalog::LinkKind::Plain : kinds.front();
}

Placement place(const Drawing& drawing, const ElementId& element, const ElementId& holder) {
    const Drawing::Thing& thing = drawing.thing(element);
    Placement own = placeAlone(drawing, thing);
    own.holder = holder;
    if (holder.empty() || own.zone || !own.spannedZones.empty()) return own;
    const Drawing::Thing& held = drawing.thing(holder);
    if (!held.element || (thing.service && thing.service->is(Trait::Container))) return own;
    Placement theirs = placeAlone(drawing, held);
    const bool fits = agree(own.region, theirs.region) && agree(own.vpc, theirs.vpc) &&
                      agree(own.subnet, theirs.subnet) && agree(own.account, theirs.account) &&
                      (own.regionCode.empty() || own.regionCode == theirs.regionCode);
    if (!fits) return own; // a contradiction: what is drawn of the thing itself stands
    theirs.holder = holder;
    theirs.byHolder = true;
    return theirs;
}

} // namespace sky::topology
