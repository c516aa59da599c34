// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/move.h"

#include "edit/copies.h"
#include "edit/lock.h"
#include "edit/places.h"

#include <set>

namespace sky::edit {

using diagram::Diagram;
using diagram::Element;

Result<Step> moveBy(const Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection, Point delta) {
    for (const ElementId& id : selection.elements)
        if (!diagram.element(id)) return noSuchThing(id.str());
    if (selection.elements.empty() && selection.links.empty()) return nothingSelected();
    if (!isReasonable(delta)) return tooFarOut();
    const std::vector<ElementId> free = withoutLocked(diagram, outermost(diagram, selection.elements));
    if (free.empty() && selection.links.empty()) return allLocked(diagram, catalog, selection.elements);
    Draft draft(diagram, catalog);
    for (const ElementId& id : free)
        if (const Element* element = diagram.element(id); element->frame)
            draft.setFrame(id, element->frame->translated(delta));
    std::set<LinkId> links(selection.links.begin(), selection.links.end());
    for (const diagram::Link& link : linksAmong(diagram, withInsides(diagram, free)))
        links.insert(link.id);
    for (const LinkId& id : links) {
        const diagram::Link* link = diagram.link(id);
        if (!link) return noSuchThing(id.str());
        std::vector<Point> points = link->waypoints;
        for (Point& point : points) point = point + delta;
        draft.setWaypoints(id, points);
    }
    return draft.finish(say("Move {}", "{} 이동", callOf(diagram, catalog, selection)));
}

Result<Step> moveInto(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& elements,
                      const ElementId& parent) {
    if (elements.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    if (!parent.empty()) {
        const Element* box = diagram.element(parent);
        if (!box) return noSuchThing(parent.str());
        const catalog::Service* service = catalog.find(box->service);
        if (service && !service->is(catalog::Trait::Container))
            return Error{ErrorCode::BadUsage, parent.str(),
                         say("'{}' has no inside.", "'{}'에는 안쪽이 없습니다.", callOf(diagram, catalog, parent)),
                         say("Drop things into a container such as a VPC or a subnet.",
                             "VPC나 서브넷 같은 컨테이너에 놓으세요.")};
    }
    for (const ElementId& id : elements) {
        if (!diagram.element(id)) return noSuchThing(id.str());
        if (!parent.empty() && diagram.isInside(parent, id))
            return Error{ErrorCode::BadUsage, id.str(),
                         say("'{}' cannot go into its own inside.", "'{}'은(는) 자기 안으로 들어갈 수 없습니다.",
                             callOf(diagram, catalog, id)),
                         say("Swap the two containers instead.", "두 컨테이너를 서로 바꾸세요.")};
    }
    for (const ElementId& id : outermost(diagram, elements)) moveKeepingPlace(draft, id, parent);
    Selection moved;
    moved.elements = elements;
    const Text what = callOf(diagram, catalog, moved);
    if (parent.empty()) return draft.finish(say("Move {} to the page", "{}을(를) 페이지로 이동", what));
    return draft.finish(say("Move {} into {}", "{}을(를) {}(으)로 이동", what, callOf(diagram, catalog, parent)));
}

Result<Step> resize(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& id, Rect frame) {
    const Element* element = diagram.element(id);
    if (!element) return noSuchThing(id.str());
    if (element->locked) return allLocked(diagram, catalog, {id});
    if (!isReasonable(frame.topLeft())) return tooFarOut();
    Draft draft(diagram, catalog);
    draft.setFrame(id, frame);
    if (element->frame) {
        const Point moved = frame.topLeft() - element->frame->topLeft();
        for (const ElementId& child : diagram.children(id))
            if (const Element* inner = diagram.element(child); inner->frame)
                draft.setFrame(child, inner->frame->translated(Point{} - moved));
    }
    return draft.finish(say("Resize {}", "{} 크기 변경", callOf(diagram, catalog, id)));
}

} // namespace sky::edit
