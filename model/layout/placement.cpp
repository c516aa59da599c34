// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/frames.h"

#include <algorithm>

namespace sky::layout {

namespace {

constexpr std::int32_t kPadding = 16;

std::uint32_t nextCharacter(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    std::uint32_t code = lead;
    std::size_t more = 0;
    if (lead >= 0xF0) {
        code = lead & 0x07u;
        more = 3;
    } else if (lead >= 0xE0) {
        code = lead & 0x0Fu;
        more = 2;
    } else if (lead >= 0xC0) {
        code = lead & 0x1Fu;
        more = 1;
    }
    for (; more > 0 && at < text.size(); --more) code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    return code;
}

} // namespace

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

Rect Placement::bounds() const {
    Rect all;
    for (const Placed& placed : m_elements) all = all.united(placed.body());
    for (const PlacedPart& part : m_parts) all = all.united(part.frame.united(part.tile).united(part.label));
    return all;
}

LeafParts leafParts(Rect frame) {
    LeafParts parts;
    const bool roomForLabel = frame.height >= kTileSide + kLabelHeight;
    const std::int32_t most = roomForLabel ? frame.height - kLabelHeight - 2 : frame.height;
    // Beyond the usual size the icon grows with its frame, to twice the usual side at most.
    const std::int32_t side = std::max(1, std::min({most, frame.width, roomForLabel ? 2 * kTileSide : most}));
    parts.tile = {frame.x + (frame.width - side) / 2, frame.y, side, side};
    const std::int32_t width = std::max(frame.width, roomForLabel ? frame.width : kLeafSize.width);
    parts.label = {frame.x + (frame.width - width) / 2, parts.tile.bottom() + 2, width, kLabelHeight};
    return parts;
}

std::int32_t roughTextWidth(std::string_view utf8) {
    std::int32_t tenths = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::uint32_t code = nextCharacter(utf8, at);
        const bool wide = code >= 0x1100; // Hangul, kana, Han and wider
        const bool narrow = code == 'i' || code == 'l' || code == 'j' || code == '.' || code == ',' || code == ' ';
        tenths += wide ? 125 : narrow ? 40 : 73;
    }
    return (tenths + 9) / 10;
}

Rect insideOf(Rect container) {
    Rect inside{container.x + kPadding, container.y + kTitleHeight + 8, container.width - 2 * kPadding,
                container.height - kTitleHeight - 8 - kPadding};
    inside.width = std::max(inside.width, 1);
    inside.height = std::max(inside.height, 1);
    return inside;
}

Rect freeFrame(const Placement& placement, const ElementId& parent, Size size, Point near) {
    const Placed* home = placement.find(parent);
    const Point origin = home ? home->frame.topLeft() : Point{};
    const Rect wanted{near.x - size.width / 2, near.y - size.height / 2, size.width, size.height};
    std::vector<Rect> taken;
    for (const Placed& placed : placement.elements()) {
        if (placed.parent != parent || placed.shape == Shape::Frame) continue;
        const Rect body = placed.body();
        if (body.intersects(wanted.grown(600))) taken.push_back(body);
    }
    constexpr std::int32_t kStep = 16;
    constexpr std::int32_t kRings = 32;
    const auto fits = [&](const Rect& place) {
        if (home && !insideOf(home->frame).contains(place)) return false;
        return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.intersects(place.grown(4)); });
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
