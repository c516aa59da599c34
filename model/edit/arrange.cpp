// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/arrange.h"

#include "edit/lock.h"
#include "edit/places.h"

#include <algorithm>

namespace sky::edit {
namespace {

using diagram::Diagram;

struct Placed {
    ElementId id;
    Rect page;
};

Result<std::vector<Placed>> placed(const Diagram& diagram, const std::vector<ElementId>& elements, std::size_t least) {
    for (const ElementId& id : elements)
        if (!diagram.element(id)) return noSuchThing(id.str());
    std::vector<Placed> found;
    for (const ElementId& id : outermost(diagram, elements))
        if (const std::optional<Rect> frame = pageFrame(diagram, id)) found.push_back({id, *frame});
    if (found.size() < least)
        return Error{ErrorCode::BadUsage, "",
                     say("This needs at least {} placed things.", "배치된 요소가 {}개 이상 필요합니다.", least),
                     say("Select more.", "더 고르세요.")};
    return found;
}

// What is locked is aligned to, but stays.
void moveTo(Draft& draft, const Placed& thing, std::int32_t x, std::int32_t y) {
    if (draft.diagram().element(thing.id)->locked) return;
    const Rect& frame = *draft.diagram().element(thing.id)->frame;
    draft.setFrame(thing.id, frame.translated(Point{x, y} - thing.page.topLeft()));
}

} // namespace

Result<Step> align(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& elements,
                   Edge edge) {
    Result<std::vector<Placed>> things = placed(diagram, elements, 2);
    if (!things) return std::move(things).error();
    Rect all;
    for (const Placed& thing : *things) all = all.united(thing.page);
    Draft draft(diagram, catalog);
    for (const Placed& thing : *things) {
        std::int32_t x = thing.page.x;
        std::int32_t y = thing.page.y;
        switch (edge) {
        case Edge::Left:
            x = all.left();
            break;
        case Edge::Middle:
            x = all.center().x - thing.page.width / 2;
            break;
        case Edge::Right:
            x = all.right() - thing.page.width;
            break;
        case Edge::Top:
            y = all.top();
            break;
        case Edge::Centre:
            y = all.center().y - thing.page.height / 2;
            break;
        case Edge::Bottom:
            y = all.bottom() - thing.page.height;
            break;
        }
        moveTo(draft, thing, x, y);
    }
    return draft.finish(say("Align {} things", "{}개 정렬", things->size()));
}

Result<Step> distribute(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& elements,
                        Axis axis) {
    Result<std::vector<Placed>> found = placed(diagram, elements, 3);
    if (!found) return std::move(found).error();
    std::vector<Placed>& things = *found;
    const bool across = axis == Axis::Across;
    const auto start = [&](const Placed& p) { return across ? p.page.x : p.page.y; };
    const auto length = [&](const Placed& p) { return across ? p.page.width : p.page.height; };
    std::stable_sort(things.begin(), things.end(),
                     [&](const Placed& a, const Placed& b) { return start(a) < start(b); });
    std::int64_t free = std::int64_t{start(things.back())} - start(things.front()) - length(things.front());
    for (std::size_t i = 1; i + 1 < things.size(); ++i) free -= length(things[i]);
    Draft draft(diagram, catalog);
    const auto gaps = static_cast<std::int64_t>(things.size() - 1);
    std::int64_t taken = std::int64_t{start(things.front())} + length(things.front());
    for (std::size_t i = 1; i + 1 < things.size(); ++i) {
        const auto at = static_cast<std::int32_t>(taken + free * static_cast<std::int64_t>(i) / gaps);
        taken += length(things[i]);
        moveTo(draft, things[i], across ? at : things[i].page.x, across ? things[i].page.y : at);
    }
    return draft.finish(say("Distribute {} things", "{}개 균등 배치", things.size()));
}

Result<Step> sameSize(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& elements) {
    Result<std::vector<Placed>> things = placed(diagram, elements, 2);
    if (!things) return std::move(things).error();
    const std::optional<Rect> model = pageFrame(diagram, elements.front());
    if (!model) return noSuchThing(elements.front().str());
    Draft draft(diagram, catalog);
    for (const Placed& thing : *things) {
        if (diagram.element(thing.id)->locked) continue;
        Rect frame = *diagram.element(thing.id)->frame;
        frame.width = model->width;
        frame.height = model->height;
        draft.setFrame(thing.id, frame);
    }
    return draft.finish(say("Make {} things the same size", "{}개 크기 맞추기", things->size()));
}

} // namespace sky::edit
