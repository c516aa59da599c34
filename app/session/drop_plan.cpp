// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drop_plan.h"

#include "catalog/roles.h"
#include "edit/add.h"
#include "edit/draft.h"
#include "edit/places.h"

#include <algorithm>

namespace sky::session {

namespace {

using catalog::Catalog;
using catalog::Service;
using catalog::Trait;
using diagram::Diagram;
namespace role = catalog::role;

const Service* serviceOf(const Diagram& diagram, const Catalog& catalog, const ElementId& id) {
    const diagram::Element* element = diagram.element(id);
    return element ? catalog.find(element->service) : nullptr;
}

// "VPC or Region": where a service may stand, in the order of the catalog.
Text placesOf(const Catalog& catalog, const Service& service) {
    Text places;
    int shown = 0;
    for (const std::string& key : service.parents) {
        const Service* container = catalog.find(key);
        if (key != "page" && (!container || container->plays(role::kFrame))) continue;
        const Text name = container ? container->shortName : Text{"the page", "페이지"};
        places = shown == 0 ? name : say("{} or {}", "{} 또는 {}", places, name);
        if (++shown == 2) break;
    }
    return places;
}

// The nearest container, outwards, that is more than a drawn frame.
ElementId meaningful(const Diagram& diagram, const Catalog& catalog, ElementId at) {
    for (const Service* service = serviceOf(diagram, catalog, at); service && service->plays(role::kFrame);
         service = serviceOf(diagram, catalog, at))
        at = diagram.element(at)->parent;
    return at;
}

std::string keyOf(const Diagram& diagram, const ElementId& container) {
    const diagram::Element* element = diagram.element(container);
    return element ? element->service : "page";
}

Text callOfPlace(const Diagram& diagram, const Catalog& catalog, const ElementId& container) {
    return container.empty() ? Text{"the page", "페이지"} : edit::callOf(diagram, catalog, container);
}

// May a thing of this service stand in the container as it is, and if not, in the network the subnet is a part of?
bool findPlace(const Diagram& diagram, const Catalog& catalog, const Service& service, DropPlan& plan) {
    plan.parent = plan.lit;
    const ElementId inside = meaningful(diagram, catalog, plan.lit);
    if (service.mayStandIn(keyOf(diagram, inside)) || service.mayStandIn(keyOf(diagram, plan.lit))) return true;
    if (!service.is(Trait::Spanning) && !service.is(Trait::Router) && !service.is(Trait::Config)) return false;
    // A database let go over a subnet stands in the VPC and lives in that subnet; a gateway goes to its VPC.
    for (ElementId at = inside; !at.empty(); at = diagram.element(at)->parent) {
        const Service* container = serviceOf(diagram, catalog, at);
        if (!container) return false;
        if (container->plays(role::kSubnet) && service.is(Trait::Spanning)) plan.spans = {at};
        if (!container->plays(role::kSubnet) && !container->plays(role::kZone) && !service.mayStandIn(container->key) &&
            !container->plays(role::kFrame))
            return false;
        if (service.mayStandIn(container->key)) {
            plan.parent = at;
            return true;
        }
    }
    return false;
}

Text joins(const Diagram& diagram, const Catalog& catalog, const Text& what, const DropPlan& plan) {
    if (!plan.spans.empty())
        return say("{} joins {}", "{}이(가) {}에 들어갑니다", what, callOfPlace(diagram, catalog, plan.spans.front()));
    return say("{} joins {}", "{}이(가) {}에 들어갑니다", what, callOfPlace(diagram, catalog, plan.parent));
}

Text stands(const Catalog& catalog, const Service& service, const Service* refusing) {
    const Text where = placesOf(catalog, service);
    if (!refusing)
        return say("{} stands in {}, not on the page", "{}의 자리는 {}입니다. 페이지가 아닙니다", service.shortName,
                   where);
    return say("{} stands in {}, not in {}", "{}의 자리는 {}입니다. {} 안이 아닙니다", service.shortName, where,
               refusing->shortName);
}

Text namesOf(const Catalog& catalog, const std::vector<std::string>& keys) {
    Text names;
    for (const std::string& key : keys) {
        const Text& name = catalog.find(key)->shortName;
        names = names.empty() ? name : say("{} + {}", "{} + {}", names, name);
    }
    return names;
}

// A container over one that belongs inside it, as a VPC over a subnet that stands alone: may it take its place and take
// it in?
bool findSwap(const Diagram& diagram, const Catalog& catalog, const Service& service, const Text& what,
              const ElementId& over, DropPlan& plan) {
    const Service* there = serviceOf(diagram, catalog, over);
    if (!there || !service.is(Trait::Container) || there->plays(role::kFrame) || service.plays(role::kFrame)) return false;
    if (!there->mayStandIn(service.key) || service.mayStandIn(there->key)) return false;
    const ElementId around = diagram.element(over)->parent;
    if (!service.mayStandIn(keyOf(diagram, meaningful(diagram, catalog, around)))) return false;
    plan.swapsWith = over;
    plan.parent = around;
    plan.says = say("{} goes round {}", "{}이(가) {}을(를) 감쌉니다", what, edit::callOf(diagram, catalog, over));
    return true;
}

// One container held over the place of what stands in it, when that should hold it.
bool findTurn(const Diagram& diagram, const Catalog& catalog, const layout::Placement& placement,
              const ElementId& moved, Point at, DropPlan& plan) {
    const ElementId inside = containerAt(diagram, catalog, placement, at);
    if (inside == moved || !diagram.isInside(inside, moved)) return false;
    const Service* outer = serviceOf(diagram, catalog, moved);
    const Service* inner = serviceOf(diagram, catalog, inside);
    if (!outer || !inner || inner->mayStandIn(outer->key) || !outer->mayStandIn(inner->key)) return false;
    plan.lit = inside;
    plan.swapsWith = inside;
    plan.parent = diagram.element(moved)->parent;
    plan.says = say("{} goes into {}", "{}이(가) {} 안으로 들어갑니다", edit::callOf(diagram, catalog, moved),
                    edit::callOf(diagram, catalog, inside));
    return true;
}

DropPlan planInContainer(const Diagram& diagram, const Catalog& catalog, const Service& service, const ElementId& lit,
                         bool maySwap) {
    DropPlan plan;
    plan.lit = lit;
    if (findPlace(diagram, catalog, service, plan)) {
        plan.says = joins(diagram, catalog, service.shortName, plan);
        return plan;
    }
    plan.spans.clear();
    if (maySwap && findSwap(diagram, catalog, service, service.shortName, plan.lit, plan)) return plan;
    plan.parent = plan.lit;
    plan.missing = edit::missingContainers(diagram, catalog, service.key, plan.lit);
    // A frame that only groups counts as nothing on the way; the page is no place to begin a whole network.
    if (!plan.missing.empty()) {
        plan.says = say("{} brings {}", "{}와(과) 함께 {}이(가) 만들어집니다", service.shortName,
                        namesOf(catalog, plan.missing));
        return plan;
    }
    plan.verdict = DropVerdict::Refuse;
    plan.says = stands(catalog, service, serviceOf(diagram, catalog, plan.lit));
    return plan;
}

} // namespace

ElementId containerAt(const Diagram& diagram, const Catalog& catalog, const layout::Placement& placement, Point at,
                      const std::vector<ElementId>& moving) {
    const layout::Placed* best = nullptr;
    for (const layout::Placed& placed : placement.elements()) {
        if (placed.shape != layout::Shape::Container || !placed.frame.contains(at)) continue;
        if (best && placed.depth < best->depth) continue;
        const Service* service = serviceOf(diagram, catalog, placed.id);
        if (!service || !service->is(Trait::Container)) continue;
        const bool moved = std::any_of(moving.begin(), moving.end(),
                                       [&](const ElementId& id) { return diagram.isInside(placed.id, id); });
        if (!moved) best = &placed;
    }
    return best ? best->id : ElementId();
}

DropPlan planNew(const Diagram& diagram, const Catalog& catalog, const layout::Placement& placement,
                 const std::string& key, Point at) {
    DropPlan plan;
    const Service* service = catalog.find(key);
    if (!service) {
        plan.verdict = DropVerdict::Refuse;
        return plan;
    }
    if (!service->is(Trait::Container)) {
        for (const layout::Placed& placed : placement.elements()) {
            if (placed.shape != layout::Shape::Tile || !placed.tile.contains(at)) continue;
            const Service* there = serviceOf(diagram, catalog, placed.id);
            if (!there || there->key == key || there->is(Trait::Annotation) || service->is(Trait::Annotation)) continue;
            const diagram::Element* element = diagram.element(placed.id);
            if (!service->mayStandIn(keyOf(diagram, meaningful(diagram, catalog, element->parent)))) continue;
            plan.replaces = placed.id;
            plan.lit = placed.id;
            plan.says = say("{} replaces {}, its links stay", "{}(으)로 {}을(를) 바꿉니다. 연결은 그대로입니다",
                            service->shortName, edit::callOf(diagram, catalog, placed.id));
            return plan;
        }
    }
    return planInContainer(diagram, catalog, *service, containerAt(diagram, catalog, placement, at), true);
}

DropPlan planInto(const Diagram& diagram, const Catalog& catalog, const std::string& key, const ElementId& container) {
    const Service* service = catalog.find(key);
    if (service) return planInContainer(diagram, catalog, *service, container, false);
    DropPlan plan;
    plan.verdict = DropVerdict::Refuse;
    return plan;
}

DropPlan planMove(const Diagram& diagram, const Catalog& catalog, const layout::Placement& placement,
                  const std::vector<ElementId>& moving, Point at) {
    DropPlan plan;
    plan.lit = containerAt(diagram, catalog, placement, at, moving);
    const std::vector<ElementId> outer = edit::outermost(diagram, moving);
    if (outer.empty()) return plan;
    const ElementId first = outer.front();
    const ElementId before = diagram.element(first)->parent;
    const bool together = std::all_of(outer.begin(), outer.end(),
                                      [&](const ElementId& id) { return diagram.element(id)->parent == before; });
    plan.parent = plan.lit;
    if (outer.size() == 1 && findTurn(diagram, catalog, placement, first, at, plan)) return plan;
    if (together && plan.lit == before) return plan; // stays where it is: nothing to say
    for (const ElementId& id : outer) {
        const Service* service = serviceOf(diagram, catalog, id);
        if (!service) continue;
        if (diagram.element(id)->parent == plan.lit) continue;
        DropPlan one;
        one.lit = plan.lit;
        if (!findPlace(diagram, catalog, *service, one)) {
            if (outer.size() == 1 &&
                findSwap(diagram, catalog, *service, edit::callOf(diagram, catalog, id), plan.lit, plan))
                return plan;
            plan.verdict = DropVerdict::Refuse;
            plan.says = stands(catalog, *service, serviceOf(diagram, catalog, plan.lit));
            return plan;
        }
        plan.parent = one.parent;
        plan.spans = one.spans;
    }
    edit::Selection selection;
    selection.elements = outer;
    plan.says = joins(diagram, catalog, edit::callOf(diagram, catalog, selection), plan);
    return plan;
}

} // namespace sky::session
