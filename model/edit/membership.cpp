// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/membership.h"

#include "edit/add.h"

#include <algorithm>

namespace sky::edit {
namespace {

using diagram::Diagram;

Text named(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& things) {
    return callOf(diagram, catalog, Selection{things, {}, {}});
}

} // namespace

Result<Step> setSpans(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& things,
                      const std::vector<ElementId>& subnets) {
    if (things.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    bool any = false;
    for (const ElementId& id : things) {
        if (!diagram.element(id)) return noSuchThing(id.str());
        const catalog::Service* service = draft.serviceOf(id);
        if (!service || !service->is(catalog::Trait::Spanning)) continue;
        any = true;
        draft.setSpans(id, subnets);
    }
    if (!any)
        return Error{ErrorCode::BadUsage, things.front().str(),
                     say("{} stands in one place: it spans no subnets.", "{}은(는) 한 곳에만 놓이며 여러 서브넷에 걸치지 않습니다.",
                         named(diagram, catalog, things)),
                     say("Move it into the subnet instead.", "대신 서브넷 안으로 옮기세요.")};
    return draft.finish(say("Change the subnets of {}", "{}의 서브넷 변경", named(diagram, catalog, things)));
}

Result<Step> changeGroups(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& things,
                          const std::vector<ElementId>& joined, const std::vector<ElementId>& left) {
    if (things.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    for (const ElementId& group : joined) {
        if (!diagram.element(group)) return noSuchThing(group.str());
        const catalog::Service* service = draft.serviceOf(group);
        if (service && !service->is(catalog::Trait::Group))
            return Error{ErrorCode::BadUsage, group.str(),
                         say("{} is no group that things belong to.", "{}은(는) 요소가 속하는 그룹이 아닙니다.",
                             callOf(diagram, catalog, group)),
                         say("Pick a security group or a scaling group.", "보안 그룹이나 Auto Scaling 그룹을 고르세요.")};
    }
    for (const ElementId& id : things) {
        const diagram::Element* element = diagram.element(id);
        if (!element) return noSuchThing(id.str());
        std::vector<ElementId> groups = element->groups;
        std::erase_if(groups, [&](const ElementId& each) { return std::find(left.begin(), left.end(), each) != left.end(); });
        for (const ElementId& group : joined)
            if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
        draft.setGroups(id, groups);
    }
    return draft.finish(say("Change the groups of {}", "{}의 그룹 변경", named(diagram, catalog, things)));
}

Result<Built> addFor(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& things,
                     std::string_view key, std::string_view service, const ElementId& parent) {
    const catalog::Service* kind = catalog.find(service);
    const diagram::Element* place = diagram.element(parent);
    if (!kind) return noSuchThing(std::string(service));
    if (!place) return noSuchThing(parent.str());
    if (!kind->mayStandIn(place->service))
        return Error{ErrorCode::BadUsage, parent.str(),
                     say("{} does not stand in {}.", "{}은(는) {}에 둘 수 없습니다.", kind->shortName, callOf(diagram, catalog, parent)),
                     say("Put what it is for into a VPC first.", "먼저 대상을 VPC 안에 두세요.")};
    Draft draft(diagram, catalog);
    const ElementId made = addBelow(draft, *kind, parent, {});
    for (const ElementId& id : things) {
        const diagram::Element* element = diagram.element(id);
        if (!element) return noSuchThing(id.str());
        if (key.empty()) {
            std::vector<ElementId> groups = element->groups;
            groups.push_back(made);
            draft.setGroups(id, groups);
        } else {
            draft.setProperty(id, std::string(key), catalog::Value(catalog::Reference{made.str()}));
        }
    }
    Text name = things.empty() ? say("Add {}", "{} 추가", kind->shortName)
                               : say("Add {} for {}", "{2}에 {1} 추가", kind->shortName, named(diagram, catalog, things));
    return Built{draft.finish(std::move(name)), Selection{{made}, {}, {}}};
}

} // namespace sky::edit
