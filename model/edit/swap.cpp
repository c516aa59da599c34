// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/swap.h"

#include "edit/places.h"

#include <algorithm>

namespace sky::edit {

Result<Step> swapNesting(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const ElementId& outer,
                         const ElementId& inner) {
    for (const ElementId& id : {outer, inner})
        if (!diagram.element(id)) return noSuchThing(id.str());
    const catalog::Service* box = catalog.find(diagram.element(inner)->service);
    if (outer == inner || !diagram.isInside(inner, outer) || (box && !box->is(catalog::Trait::Container)))
        return Error{ErrorCode::BadUsage, inner.str(),
                     say("'{}' is no container inside '{}'.", "'{}'은(는) '{}' 안의 컨테이너가 아닙니다.",
                         callOf(diagram, catalog, inner), callOf(diagram, catalog, outer)),
                     say("Swapping is for two containers, one in the other.",
                         "하나가 다른 하나 안에 있는 두 컨테이너만 서로 바꿀 수 있습니다.")};
    Draft draft(diagram, catalog);
    const diagram::Element was = *diagram.element(outer);
    const std::optional<Rect> innerFrame = diagram.element(inner)->frame;
    const Rect contents = boundsOfChildren(diagram, inner);
    draft.setParent(inner, was.parent);
    draft.setParent(outer, inner);
    if (was.frame && innerFrame) {
        // The one that comes out takes the place on the page; the other goes below what it holds already.
        const std::int32_t top = contents.empty() ? kHeader : std::max(contents.bottom() + kGap, kHeader);
        draft.setFrame(outer, Rect{kPadding, top, was.frame->width, was.frame->height});
        draft.setFrame(inner, Rect{was.frame->x, was.frame->y, innerFrame->width, innerFrame->height});
        growAround(draft, inner);
    } else {
        draft.setFrame(outer, std::nullopt);
        draft.setFrame(inner, std::nullopt);
    }
    return draft.finish(
        say("Swap {} and {}", "{}과(와) {} 바꾸기", callOf(diagram, catalog, outer), callOf(diagram, catalog, inner)));
}

} // namespace sky::edit
