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

int linesIn(double height, double line) {
    return std::max(1, static_cast<int>(height / line));
}

// Its own number, else the one after the step before it.
std::int64_t stepNumber(const DrawingContext& context, const diagram::Element& step) {
    std::int64_t number = 0;
    for (const diagram::Element& element : context.topology.diagram().elements()) {
        if (element.service != step.service) continue;
        const std::optional<Quantity> own = element.properties.quantity("number");
        number = own ? own->amount : number + 1;
        if (element.id == step.id) break;
    }
    return number;
}

void drawStep(Sketch& sketch, const DrawingContext& context, const diagram::Element& step, const RectD& frame,
              const std::string& words) {
    const PointD center{frame.x + kStepRadius, frame.y + kStepRadius};
    sketch.add(Layer::Callouts, Disc{center, kStepRadius, context.theme.callout, {}});
    sketch.addWords(Layer::Callouts, std::to_string(stepNumber(context, step)), {center.x, center.y + 3.6},
                    Align::Center, 10, true, context.theme.onCallout, 2 * kStepRadius + 4, kDetailScale);
    const double left = 2 * kStepRadius + kMargin;
    if (frame.width < left + 16 || (!step.properties.has("text") && step.name.empty())) return;
    sketch.addWrapped(Layer::Callouts, words, {frame.x + left, center.y + 4}, Align::Left, kTextSize, false,
                      context.theme.text, frame.width - left, linesIn(frame.height, kLineHeight), kNameScale);
}

void drawNote(Sketch& sketch, const DrawingContext& context, const diagram::Element& note, const RectD& frame,
              const std::string& words) {
    const std::string* tone = context.topology.property(note.id, "tone").text();
    Theme::Note colors = context.theme.plainNote;
    if (tone && *tone == "info") colors = context.theme.infoNote;
    if (tone && *tone == "warning") colors = context.theme.warningNote;
    if (tone && *tone == "question") colors = context.theme.questionNote;
    sketch.add(Layer::Tiles, Box{frame, 4, colors.fill, {colors.border, 1, Dash::Solid}});
    sketch.addWrapped(Layer::Tiles, words, {frame.x + kMargin, frame.y + kMargin + 12}, Align::Left, kTextSize, false,
                      context.theme.text, std::max(16.0, frame.width - 2 * kMargin),
                      linesIn(frame.height - 2 * kMargin, kLineHeight), kNameScale);
}

void drawText(Sketch& sketch, const DrawingContext& context, const diagram::Element& text, const RectD& frame,
              const std::string& words) {
    const std::string* size = context.topology.property(text.id, "size").text();
    const std::string* align = context.topology.property(text.id, "align").text();
    int pixels = kTextSize;
    if (size && *size == "small") pixels = kSmallTextSize;
    if (size && *size == "large") pixels = 16;
    if (size && *size == "title") pixels = 24;
    PointD at{frame.x, frame.y + pixels};
    Align side = Align::Left;
    if (align && *align == "center") {
        side = Align::Center;
        at.x = frame.x + frame.width / 2;
    } else if (align && *align == "right") {
        side = Align::Right;
        at.x = frame.right();
    }
    sketch.addWrapped(Layer::Tiles, words, at, side, pixels, pixels >= 24, context.theme.text,
                      std::max(16.0, frame.width), linesIn(frame.height, lineHeight(pixels)), kNameScale);
}

} // namespace

Figure drawAnnotation(const DrawingContext& context, const diagram::Element& element, const layout::Placed& placed) {
    const RectD frame = toRectD(placed.frame);
    const std::string words = wordsOf(context, element);
    Sketch sketch({OwnerKind::Element, element.id.str()});
    const catalog::Service* service = context.topology.catalog().find(element.service);
    if (service && service->property("number")) {
        drawStep(sketch, context, element, frame, words);
    } else if (service && service->property("tone")) {
        drawNote(sketch, context, element, frame, words);
    } else {
        drawText(sketch, context, element, frame, words);
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
