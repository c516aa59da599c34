// SPDX-License-Identifier: GPL-3.0-or-later
// Containers (region, VPC, subnet …) and the frames of what spans them (Auto Scaling groups, security groups).
#include "catalog/roles.h"
#include "picture/draw.h"
#include "picture/look.h"
#include "picture/sketch.h"

namespace sky::picture {
namespace {

constexpr double kCornerIcon = 24;
constexpr double kInset = 6;   // between corner icon and text, text and border
constexpr double kDescent = 4; // from baseline to the bottom of a line's box

std::string oneLine(const Caption& caption) {
    return caption.detail.empty() ? caption.name : caption.name + ", " + caption.detail;
}

// Name and detail beside the corner icon: on one line when both fit, else below each other.
void addTitle(Sketch& sketch, const Caption& caption, const Theme& theme, const RectD& frame, double left) {
    const double room = frame.right() - left - kInset;
    const double nameWidth = wordsWidth(caption.name, kTextSize, true);
    const double detailWidth = wordsWidth(caption.detail, kSmallTextSize, false);
    const double baseline = frame.y + kCornerIcon / 2 + kDescent;
    sketch.addWords(Layer::Groups, caption.name, {left, baseline}, Align::Left, kTextSize, true, theme.text, room,
                    kNameScale);
    if (caption.detail.empty()) return;
    if (nameWidth + 2 * kInset + detailWidth <= room) {
        sketch.addWords(Layer::Groups, caption.detail, {left + nameWidth + kInset, baseline}, Align::Left,
                        kSmallTextSize, false, theme.text2, room, kDetailScale);
    } else {
        sketch.addWords(Layer::Groups, caption.detail, {left, baseline + kLineHeight - 2}, Align::Left, kSmallTextSize,
                        false, theme.text2, room, kDetailScale);
    }
}

// In the middle of the top: icon, name, count.
void addSpanTitle(Sketch& sketch, const DrawingContext& context, const Look& look, const Caption& caption,
                  const RectD& frame) {
    constexpr double kIcon = 16;
    const bool icon = look.dash == Dash::Dashed; // AWS draws security groups without one
    const double nameWidth = wordsWidth(caption.name, kTextSize, true);
    const double detailWidth = caption.detail.empty() ? 0 : wordsWidth(caption.detail, kSmallTextSize, false) + kInset;
    const double width = std::min((icon ? kIcon + kInset : 0) + nameWidth + detailWidth, frame.width - 2 * kInset);
    double left = frame.x + (frame.width - width) / 2;
    const double right = left + width;
    const double baseline = frame.y + kCornerIcon / 2 + kDescent + 2;
    if (icon) {
        sketch.add(Layer::Spans,
                   Glyph{IconSet::builtin().iconFor(look.icon, look.variant).key,
                         {left, baseline - 13, kIcon, kIcon},
                         look.color},
                   kGlyphScale);
        left += kIcon + kInset;
    }
    sketch.addWords(Layer::Spans, caption.name, {left, baseline}, Align::Left, kTextSize, true, context.theme.text,
                    right - left, kNameScale);
    left += nameWidth + kInset;
    if (right - left > 16)
        sketch.addWords(Layer::Spans, caption.detail, {left, baseline}, Align::Left, kSmallTextSize, false,
                        context.theme.text2, right - left + 1, kDetailScale);
}

} // namespace

Figure drawContainer(const DrawingContext& context, const diagram::Element& element, const layout::Placed& placed) {
    const Look look = lookOf(context.topology, element, context.theme);
    const Caption caption = captionOf(context.topology, element, context.language());
    const RectD frame = toRectD(placed.frame);
    Sketch sketch({OwnerKind::Element, element.id.str()}, context.options.icons.get());
    sketch.add(Layer::Groups, Box{frame, 0, look.fill, {look.color, layout::kBorder, look.dash}});
    if (look.centred) {
        sketch.addWords(Layer::Groups, caption.name,
                        {frame.x + frame.width / 2, frame.y + kCornerIcon / 2 + kDescent + 2}, Align::Center, kTextSize,
                        false, context.theme.text, frame.width - 2 * kInset, kNameScale);
    } else {
        const RectD corner{frame.x, frame.y, kCornerIcon, kCornerIcon};
        sketch.addCornerIcon(Layer::Groups, look.icon, look.variant, corner, look.color);
        addTitle(sketch, caption, context.theme, frame, frame.x + kCornerIcon + kInset);
    }
    sketch.figure().depth = placed.depth;
    sketch.figure().container = true;
    return std::move(sketch).finish(frame, oneLine(caption));
}

Figure drawSpan(const DrawingContext& context, const diagram::Element& element, const layout::Placed& placed) {
    const Look look = lookOf(context.topology, element, context.theme);
    const Caption caption = captionOf(context.topology, element, context.language());
    const RectD frame = toRectD(placed.frame);
    const RectD tile = toRectD(placed.tile);
    const RectD label = toRectD(placed.label);
    Sketch sketch({OwnerKind::Element, element.id.str()}, context.options.icons.get());
    sketch.add(Layer::Spans, Box{frame, 0, kNoColor, {look.color, 1.5, look.dash}});
    if (placed.tile.empty()) {
        addSpanTitle(sketch, context, look, caption, frame);
    } else {
        sketch.addIcon(Layer::Tiles, look.icon, look.variant, tile, look.color);
        const double middle = tile.x + tile.width / 2;
        const double widest = std::max(label.width, static_cast<double>(layout::kCaptionWidth));
        const PointD first{middle, tile.bottom() + kLineHeight};
        const int lines = sketch.addWrapped(Layer::Tiles, caption.name, first, Align::Center, kTextSize, true,
                                            context.theme.text, widest, 2, kNameScale);
        sketch.addWords(Layer::Tiles, caption.detail, {middle, first.y + lines * kLineHeight}, Align::Center,
                        kSmallTextSize, false, context.theme.text2, widest, kDetailScale);
    }
    sketch.figure().depth = placed.depth;
    sketch.figure().container = true;
    return std::move(sketch).finish(frame, oneLine(caption));
}

} // namespace sky::picture
