// SPDX-License-Identifier: GPL-3.0-or-later
// Text, notes and step callouts: drawn, never checked or run.
#include "catalog/roles.h"
#include "picture/draw.h"
#include "picture/look.h"
#include "picture/sketch.h"

#include <algorithm>

namespace sky::picture {
namespace {

constexpr double kMargin = 8;
constexpr double kStepRadius = 9;

std::string wordsOf(const DrawingContext& context, const diagram::Element& element) {
    const topology::Effective text = context.topology.property(element.id, "text");
    if (text.value) {
        if (const Text* both = std::get_if<Text>(text.value)) return both->in(context.language());
        if (const std::string* one = text.text()) return *one;
    }
    return captionOf(context.topology, element, context.language()).name;
}

} // namespace

Figure drawAnnotation(const DrawingContext& context, const diagram::Element& element, const layout::Placed& placed) {
    const RectD frame = toRectD(placed.frame);
    const std::string words = wordsOf(context, element);
    Sketch sketch({OwnerKind::Element, element.id.str()});
    const std::optional<Quantity> number = context.topology.property(element.id, "number").quantity();
    if (number) { // a step: its number in a disc, its words beside it
        const PointD center{frame.x + kStepRadius, frame.y + kStepRadius};
        sketch.add(Layer::Callouts, Disc{center, kStepRadius, context.theme.callout, {}});
        sketch.addWords(Layer::Callouts, std::to_string(number->amount), {center.x, center.y + 3.6}, Align::Center, 10,
                        true, context.theme.onCallout, 2 * kStepRadius, kDetailScale);
        if (frame.width > 3 * kStepRadius && (element.properties.has("text") || !element.name.empty()))
            sketch.addWrapped(Layer::Callouts, words, {frame.x + 2 * kStepRadius + kMargin, center.y + 4}, Align::Left,
                              kTextSize, false, context.theme.text, frame.width - 2 * kStepRadius - kMargin,
                              std::max(1, static_cast<int>(frame.height / kLineHeight)), kNameScale);
    } else {
        const catalog::Service* service = context.topology.catalog().find(element.service);
        const bool bare = service && service->category == "text";
        const double margin = bare ? 0 : kMargin;
        if (!bare)
            sketch.add(Layer::Tiles, Box{frame, 4, context.theme.noteFill, {context.theme.noteBorder, 1, Dash::Solid}});
        const int lines = std::max(1, static_cast<int>((frame.height - 2 * margin) / kLineHeight));
        sketch.addWrapped(Layer::Tiles, words, {frame.x + margin, frame.y + margin + 12}, Align::Left, kTextSize, false,
                          context.theme.text, std::max(16.0, frame.width - 2 * margin), lines, kNameScale);
    }
    sketch.figure().depth = placed.depth;
    return std::move(sketch).finish(frame, words);
}

Figure drawElement(const DrawingContext& context, const diagram::Element& element, const layout::Placed& placed) {
    switch (placed.shape) {
    case layout::Shape::Container:
        return drawContainer(context, element, placed);
    case layout::Shape::Frame:
        return drawSpan(context, element, placed);
    case layout::Shape::Plain:
        return drawAnnotation(context, element, placed);
    case layout::Shape::Tile:
    case layout::Shape::Border:
        break;
    }
    return drawTile(context, element, placed);
}

} // namespace sky::picture
