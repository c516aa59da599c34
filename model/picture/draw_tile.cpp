// SPDX-License-Identifier: GPL-3.0-or-later
// Things without an inside: service tiles, line-art resources, gateways on a border, ghosts of standbys, annotations.
#include "catalog/roles.h"
#include "picture/draw.h"
#include "picture/look.h"
#include "picture/sketch.h"

namespace sky::picture {
namespace {

// A colour per security group, told apart from the categories' own; the legend names them.
constexpr Color kGroupColors[] = {rgb(0xDD344C), rgb(0x1152CE), rgb(0xA96216),
                                  rgb(0x088FFF), rgb(0x783A3E), rgb(0x26205D)};
constexpr double kChip = 8;

void addCaption(Sketch& sketch, const DrawingContext& context, const Caption& caption, const RectD& tile,
                Color nameColor) {
    const double middle = tile.x + tile.width / 2;
    const double widest = std::max(tile.width, static_cast<double>(layout::kCaptionWidth));
    const PointD first{middle, tile.bottom() + kLineHeight};
    const int lines = sketch.addWrapped(Layer::Tiles, caption.name, first, Align::Center, kTextSize, true, nameColor,
                                        widest, 2, kNameScale);
    if (!caption.detail.empty())
        sketch.addWords(Layer::Tiles, caption.detail, {middle, first.y + lines * kLineHeight}, Align::Center,
                        kSmallTextSize, false, context.theme.text2, widest, kDetailScale);
}

// Below a gateway the border goes on: its words stand inside the box, clear of the line.
void addCaptionBeside(Sketch& sketch, const DrawingContext& context, const Caption& caption, const RectD& tile) {
    const PointD first{tile.x + tile.width / 2 + layout::kBorderCaptionGap, tile.bottom() + 12};
    const int lines = sketch.addWrapped(Layer::Tiles, caption.name, first, Align::Left, kTextSize, true,
                                        context.theme.text, layout::kBorderCaption, 2, kNameScale);
    sketch.addWords(Layer::Tiles, caption.detail, {first.x, first.y + lines * kLineHeight}, Align::Left, kSmallTextSize,
                    false, context.theme.text2, layout::kBorderCaption, kDetailScale);
}

// The security groups a thing belongs to, as chips down the left side of its tile.
void addGroupChips(Sketch& sketch, const DrawingContext& context, const diagram::Element& element, const RectD& tile) {
    double y = tile.y + 2;
    for (const ElementId& group : element.groups) {
        if (!context.topology.plays(group, catalog::role::kSecurityGroup)) continue;
        if (y + kChip > tile.bottom()) break;
        sketch.add(Layer::Tiles, Box{{tile.x - kChip - 2, y, kChip, kChip}, 2, groupColor(context.topology, group), {}},
                   kDetailScale);
        y += kChip + 2;
    }
}

} // namespace

Color groupColor(const topology::Topology& topology, const ElementId& group) {
    std::size_t nth = 0; // in id order among all security groups of the drawing, so that a colour means one group
    const diagram::Element* element = topology.diagram().element(group);
    if (!element) return kGroupColors[0];
    for (const ElementId& sibling : topology.diagram().children(element->parent)) {
        if (sibling == group) break;
        if (topology.plays(sibling, catalog::role::kSecurityGroup)) ++nth;
    }
    return kGroupColors[nth % std::size(kGroupColors)];
}

Figure drawTile(const DrawingContext& context, const diagram::Element& element, const layout::Placed& placed) {
    const Look look = lookOf(context.topology, element, context.theme);
    const Caption caption = captionOf(context.topology, element, context.language());
    const RectD tile = toRectD(placed.tile.empty() ? placed.frame : placed.tile);
    Sketch sketch({OwnerKind::Element, element.id.str()}, context.options.icons.get());
    if (placed.shape == layout::Shape::Border) {
        sketch.addBorderIcon(Layer::Tiles, look.icon, look.variant, tile, look.color, context.theme.canvas);
    } else if (context.topology.pictures(element.id) || context.topology.catalog().find(element.service)) {
        sketch.addIcon(Layer::Tiles, look.icon, look.variant, tile, look.color);
    } else {
        sketch.addGhostIcon(Layer::Tiles, look.icon, look.variant, tile, look.color);
    }
    addGroupChips(sketch, context, element, tile);
    if (placed.shape == layout::Shape::Border)
        addCaptionBeside(sketch, context, caption, tile);
    else
        addCaption(sketch, context, caption, tile, context.theme.text);
    sketch.figure().depth = placed.depth;
    return std::move(sketch).finish(toRectD(placed.frame),
                                    caption.detail.empty() ? caption.name : caption.name + ", " + caption.detail);
}

Figure drawPart(const DrawingContext& context, const layout::PlacedPart& part) {
    const diagram::Element* element = context.topology.diagram().element(part.of);
    Sketch sketch({OwnerKind::Part, part.address});
    if (!element) return std::move(sketch).finish(toRectD(part.frame), part.address);
    const Look look = lookOf(context.topology, *element, context.theme);
    Caption caption = captionOf(context.topology, *element, context.language());
    caption.detail = say("standby", "대기").in(context.language());
    if (const auto derived = context.topology.part(part.address);
        derived && derived->kind == topology::PartKind::Reader)
        caption.detail = say("reader", "읽기 복제본").in(context.language());
    const RectD tile = toRectD(part.tile.empty() ? part.frame : part.tile);
    sketch.addGhostIcon(Layer::Tiles, look.icon, look.variant, tile, look.color);
    addCaption(sketch, context, caption, tile, context.theme.text);
    return std::move(sketch).finish(toRectD(part.frame), caption.name + ", " + caption.detail);
}

} // namespace sky::picture
