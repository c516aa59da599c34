// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/group.h"

#include "catalog/roles.h"
#include "edit/places.h"
#include "edit/remove.h"

#include <algorithm>

namespace sky::edit {
namespace {

using diagram::Diagram;
using diagram::Element;

// The frame that most things may stand in.
const catalog::Service* plainBox(const catalog::Catalog& catalog) {
    const catalog::Service* best = nullptr;
    std::ptrdiff_t most = -1;
    for (const catalog::Service& candidate : catalog.services()) {
        if (!candidate.plays(catalog::role::kFrame) || !candidate.is(catalog::Trait::Container)) continue;
        const auto takes = std::count_if(catalog.services().begin(), catalog.services().end(),
                                         [&](const catalog::Service& s) { return s.mayStandIn(candidate.key); });
        if (takes > most) best = &candidate;
        most = std::max(most, takes);
    }
    return best;
}

} // namespace

Result<Built> group(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& elements,
                    const Text& name) {
    if (elements.empty()) return nothingSelected();
    for (const ElementId& id : elements) {
        const Element* element = diagram.element(id);
        if (!element) return noSuchThing(id.str());
        if (element->parent != diagram.element(elements.front())->parent)
            return Error{ErrorCode::BadUsage, id.str(),
                         say("The selected things stand in different containers.",
                             "선택한 것들이 서로 다른 컨테이너에 들어 있습니다."),
                         say("Select things of one container.", "한 컨테이너 안에서 고르세요.")};
    }
    const catalog::Service* box = plainBox(catalog);
    if (!box)
        return Error{
            ErrorCode::NotFound, "", say("The catalog has no plain box.", "카탈로그에 일반 상자가 없습니다."), {}};

    Draft draft(diagram, catalog);
    Element made;
    made.id = ElementId(draft.freshId(box->key));
    made.service = box->key;
    made.name = name;
    made.parent = diagram.element(elements.front())->parent;
    Rect bounds;
    bool known = true;
    for (const ElementId& id : elements) {
        const std::optional<Rect>& frame = diagram.element(id)->frame;
        known = known && frame;
        if (frame) bounds = bounds.united(*frame);
    }
    if (known)
        made.frame = Rect{bounds.x - kPadding, bounds.y - kHeader, bounds.width + 2 * kPadding,
                          bounds.height + kHeader + kPadding};
    const ElementId id = made.id;
    draft.put(std::move(made));
    for (const ElementId& element : elements) {
        const std::optional<Rect> frame = diagram.element(element)->frame;
        draft.setParent(element, id);
        if (known && frame)
            draft.setFrame(element, frame->translated({kPadding - bounds.x, kHeader - bounds.y}));
        else
            draft.setFrame(element, std::nullopt);
    }
    Built built;
    built.made.elements = {id};
    built.step = draft.finish(say("Group {} things", "{}개 그룹화", elements.size()));
    return built;
}

Result<Built> ungroup(const Diagram& diagram, const catalog::Catalog& catalog,
                      const std::vector<ElementId>& containers) {
    if (containers.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    Built built;
    for (const ElementId& id : containers) {
        const Element* box = draft.diagram().element(id);
        if (!box) return noSuchThing(id.str());
        const Element container = *box;
        const std::span<const ElementId> children = draft.diagram().children(id);
        for (const ElementId& child : std::vector<ElementId>(children.begin(), children.end())) {
            const std::optional<Rect> frame = draft.diagram().element(child)->frame;
            draft.setParent(child, container.parent);
            if (frame && container.frame)
                draft.setFrame(child, frame->translated(container.frame->topLeft()));
            else
                draft.setFrame(child, std::nullopt);
            built.made.elements.push_back(child);
        }
        Selection gone;
        gone.elements = {id};
        removeIn(draft, gone);
        std::erase(built.made.elements, id); // a box in a box, both taken away
    }
    Selection selection;
    selection.elements = containers;
    built.step = draft.finish(say("Ungroup {}", "{} 그룹 해제", callOf(diagram, catalog, selection)));
    return built;
}

} // namespace sky::edit
