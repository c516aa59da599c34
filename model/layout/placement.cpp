// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/frames.h"

#include "base/ensure.h"

#include <algorithm>

namespace sky::layout {

Placement::Placement(std::vector<Placed> elements, std::vector<PlacedPart> parts)
    : m_elements(std::move(elements)), m_parts(std::move(parts)) {
    std::sort(m_elements.begin(), m_elements.end(), [](const Placed& a, const Placed& b) { return a.id < b.id; });
    std::sort(m_parts.begin(), m_parts.end(),
              [](const PlacedPart& a, const PlacedPart& b) { return a.address < b.address; });
}

const Placed* Placement::find(const ElementId& id) const {
    const auto at = std::lower_bound(m_elements.begin(), m_elements.end(), id,
                                     [](const Placed& placed, const ElementId& wanted) { return placed.id < wanted; });
    return at != m_elements.end() && at->id == id ? &*at : nullptr;
}

void Placement::put(Placed placed) {
    const auto at = std::lower_bound(m_elements.begin(), m_elements.end(), placed.id,
                                     [](const Placed& one, const ElementId& wanted) { return one.id < wanted; });
    ENSURE(at != m_elements.end() && at->id == placed.id, "only what is placed can be placed elsewhere");
    *at = std::move(placed);
}

Rect Placement::bounds() const {
    Rect all;
    for (const Placed& placed : m_elements) all = all.united(placed.body());
    for (const PlacedPart& part : m_parts) all = all.united(part.frame.united(part.tile).united(part.label));
    return all;
}

Rect captionOf(Rect tile, std::int32_t lines) {
    const std::int32_t width = std::max(tile.width, kCaptionWidth);
    return {tile.x + tile.width / 2 - width / 2, tile.bottom(), width, kCaption - (3 - std::min(lines, 3)) * kCaptionLine};
}

Rect insideOf(Rect container) {
    Rect inside{container.x + kPadding, container.y + kHeader + 8, container.width - 2 * kPadding,
                container.height - kHeader - 8 - kPadding};
    inside.width = std::max(inside.width, 1);
    inside.height = std::max(inside.height, 1);
    return inside;
}

Rect freeFrame(const Placement& placement, const ElementId& parent, Size size, Point near) {
    const Placed* home = placement.find(parent);
    const Point origin = home ? home->frame.topLeft() : Point{};
    // Tiles are placed with their captions.
    const bool tile = size.width <= kTile && size.height <= kTile;
    const auto space = [&](const Rect& place) { return tile ? withCaption(place) : place; };
    const Rect wanted{near.x - size.width / 2, near.y - size.height / 2, size.width, size.height};
    std::vector<Rect> taken;
    for (const Placed& placed : placement.elements()) {
        // What lives in a subnet stands in it by picture, though it is its VPC's child.
        if ((placed.parent != parent && placed.inside != parent) || placed.shape == Shape::Frame) continue;
        const Rect body = placed.body();
        if (body.intersects(wanted.grown(600))) taken.push_back(body);
    }
    for (const PlacedPart& part : placement.parts())
        if (part.inside == parent) taken.push_back(part.frame.united(part.tile).united(part.label));
    constexpr std::int32_t kStep = 16;
    constexpr std::int32_t kRings = 32;
    const auto fits = [&](const Rect& place) {
        if (home && !insideOf(home->frame).contains(space(place))) return false;
        return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.intersects(space(place).grown(4)); });
    };
    for (std::int32_t ring = 0; ring <= kRings; ++ring) {
        for (std::int32_t dy = -ring; dy <= ring; ++dy) {
            const std::int32_t step = dy == -ring || dy == ring || ring == 0 ? 1 : 2 * ring;
            for (std::int32_t dx = -ring; dx <= ring; dx += step) {
                const Rect place = wanted.translated({dx * kStep, dy * kStep});
                if (fits(place)) return place.translated(Point{} - origin);
            }
        }
    }
    return wanted.translated(Point{} - origin);
}

} // namespace sky::layout
