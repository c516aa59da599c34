// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/places.h"

#include "diagram/limits.h"

#include <algorithm>

namespace sky::edit {

using diagram::Diagram;
using diagram::Element;

bool isReasonable(Point point) {
    constexpr std::int32_t kMost = 100 * diagram::limits::kCoordinate; // a frame on the page is a sum of up to 33
    return point.x >= -kMost && point.x <= kMost && point.y >= -kMost && point.y <= kMost;
}

Error tooFarOut() {
    return {ErrorCode::Invalid, "", say("That place is too far out.", "그 위치는 너무 멉니다."),
            say("Coordinates lie between -{} and {}.", "좌표는 -{}부터 {} 사이입니다.", diagram::limits::kCoordinate,
                diagram::limits::kCoordinate)};
}

std::optional<Point> originOf(const Diagram& diagram, const ElementId& container) {
    Point origin;
    std::size_t depth = 0;
    for (ElementId at = container; !at.empty() && depth <= diagram::limits::kDepth + 1; ++depth) {
        const Element* element = diagram.element(at);
        if (!element || !element->frame) return std::nullopt;
        origin = origin + element->frame->topLeft();
        at = element->parent;
    }
    return origin;
}

std::optional<Rect> pageFrame(const Diagram& diagram, const ElementId& id) {
    const Element* element = diagram.element(id);
    if (!element || !element->frame) return std::nullopt;
    const std::optional<Point> origin = originOf(diagram, element->parent);
    if (!origin) return std::nullopt;
    return element->frame->translated(*origin);
}

std::vector<ElementId> outermost(const Diagram& diagram, std::span<const ElementId> things) {
    const std::set<ElementId> chosen(things.begin(), things.end());
    std::vector<ElementId> out;
    for (const ElementId& id : chosen) {
        const Element* element = diagram.element(id);
        if (!element) continue;
        bool covered = false;
        std::size_t depth = 0;
        for (const Element* at = diagram.element(element->parent); at && !covered && depth <= diagram::limits::kDepth;
             at = diagram.element(at->parent), ++depth)
            covered = chosen.contains(at->id);
        if (!covered) out.push_back(id);
    }
    return out;
}

std::vector<ElementId> withInsides(const Diagram& diagram, std::span<const ElementId> things) {
    std::vector<ElementId> all = outermost(diagram, things);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const ElementId& child : diagram.children(ElementId(all[i]))) all.push_back(child);
    return all;
}

void moveKeepingPlace(Draft& draft, const ElementId& id, const ElementId& parent) {
    const Element* element = draft.diagram().element(id);
    if (!element || element->parent == parent) return;
    std::optional<Rect> frame = element->frame;
    if (frame) {
        const std::optional<Point> from = originOf(draft.diagram(), element->parent);
        const std::optional<Point> to = originOf(draft.diagram(), parent);
        if (from && to)
            frame = frame->translated(*from - *to);
        else
            frame.reset();
    }
    draft.setParent(id, parent);
    draft.setFrame(id, frame);
}

Rect boundsOfChildren(const Diagram& diagram, const ElementId& container) {
    Rect bounds;
    for (const ElementId& child : diagram.children(container))
        if (const Element* element = diagram.element(child); element && element->frame)
            bounds = bounds.united(*element->frame);
    return bounds;
}

namespace {

// Whatever stands in the same parent and begins beyond the old edge moves on by as much as the edge did.
void pushNeighbours(Draft& draft, const Element& grown, const Rect& before, const Rect& after) {
    const std::int32_t right = after.right() - before.right();
    const std::int32_t down = after.bottom() - before.bottom();
    const std::span<const ElementId> children = draft.diagram().children(grown.parent);
    for (const ElementId& id : std::vector<ElementId>(children.begin(), children.end())) {
        const Element* neighbour = draft.diagram().element(id);
        if (id == grown.id || !neighbour || !neighbour->frame) continue;
        Rect frame = *neighbour->frame;
        if (frame.left() >= before.right() && frame.top() < after.bottom() && before.top() < frame.bottom())
            frame.x += right;
        else if (frame.top() >= before.bottom() && frame.left() < after.right() && before.left() < frame.right())
            frame.y += down;
        draft.setFrame(id, frame);
    }
}

} // namespace

void growAround(Draft& draft, const ElementId& container) {
    std::size_t depth = 0;
    for (ElementId at = container; !at.empty() && depth <= diagram::limits::kDepth; ++depth) {
        const Element* element = draft.diagram().element(at);
        if (!element) return;
        const Element box = *element;
        const Rect inside = boundsOfChildren(draft.diagram(), at);
        if (box.frame && !inside.empty()) {
            Rect frame = *box.frame;
            frame.width = std::max(frame.width, inside.right() + kPadding);
            frame.height = std::max(frame.height, inside.bottom() + kPadding);
            if (frame != *box.frame) {
                draft.setFrame(at, frame);
                pushNeighbours(draft, box, *box.frame, frame);
            }
        }
        at = box.parent;
    }
}

} // namespace sky::edit
