// SPDX-License-Identifier: GPL-3.0-or-later
// Links: the line, its arrowhead, its words on a plate, its number.
#include "picture/draw.h"
#include "picture/look.h"
#include "picture/sketch.h"

#include <cmath>

namespace sky::picture {
namespace {

using catalog::LinkKind;

constexpr double kLinkWidth = 1.5;
constexpr Color kReplicationColor = rgb(0xC925D1);

struct LinkLook {
    Color color;
    Dash dash = Dash::Solid;
    bool arrow = true;
};

LinkLook linkLook(const DrawingContext& context, const diagram::Link& link) {
    const LinkKind kind = context.topology.kind(link.id);
    LinkLook look{context.theme.link, Dash::Solid, true};
    switch (kind) {
    case LinkKind::Traffic:
        break;
    case LinkKind::Event:
        look.dash = Dash::Dashed;
        break;
    case LinkKind::Replication: {
        look.color = kReplicationColor;
        const std::string* mode = context.topology.property(link.id, "mode").text();
        if (!mode || *mode != "sync") look.dash = Dash::Dashed;
        break;
    }
    case LinkKind::Attach:
        look.arrow = false;
        look.dash = Dash::Dotted;
        break;
    case LinkKind::Peering:
    case LinkKind::DirectConnect:
        look.arrow = false;
        break;
    case LinkKind::Vpn:
        look.arrow = false;
        look.dash = Dash::Dashed;
        break;
    case LinkKind::Plain:
        break;
    }
    return look;
}

// Replaces the last point of the line by the arrow's base and gives back the head.
std::vector<PointD> arrowHead(std::vector<PointD>& line) {
    const PointD tip = line.back();
    const PointD before = line[line.size() - 2];
    const double dx = tip.x - before.x, dy = tip.y - before.y;
    const double length = std::hypot(dx, dy);
    if (length < 1e-9) return {};
    const double ux = dx / length, uy = dy / length;
    const double size = std::min<double>(layout::kArrowLength, length);
    const PointD base{tip.x - ux * size, tip.y - uy * size};
    line.back() = base;
    const double half = layout::kArrowWidth / 2.0;
    return {tip, {base.x - uy * half, base.y + ux * half}, {base.x + uy * half, base.y - ux * half}};
}

void addWordsOnPlate(Sketch& sketch, const DrawingContext& context, const std::string& words, const RectD& spot,
                     Color paper) {
    const double width = std::min(wordsWidth(words, kSmallTextSize, false), spot.width);
    const PointD middle{spot.x + spot.width / 2, spot.y + spot.height / 2};
    const RectD plate{middle.x - width / 2 - 3, middle.y - 7, width + 6, 14};
    sketch.add(Layer::LinkTexts, Box{plate, 2, paper, {}}, kDetailScale);
    sketch.addWords(Layer::LinkTexts, words, {middle.x, middle.y + 4}, Align::Center, kSmallTextSize, false,
                    context.theme.text2, spot.width + 1, kDetailScale);
}

} // namespace

Figure drawLink(const DrawingContext& context, const diagram::Link& link, const layout::Route& route,
                Color paper, const Callout* callout) {
    Sketch sketch({OwnerKind::Link, link.id.str()});
    const LinkLook look = linkLook(context, link);
    std::vector<PointD> points;
    for (const Point& p : route.points) points.push_back({static_cast<double>(p.x), static_cast<double>(p.y)});
    const std::string words = layout::labelOf(context.topology, link).in(context.language());
    if (points.size() < 2) return std::move(sketch).finish({}, words);
    std::vector<PointD> head;
    if (look.arrow) head = arrowHead(points);
    sketch.add(Layer::Links, Line{points,
                                  route.straight ? 0.0 : layout::kLinkCorner,
                                  {look.color, kLinkWidth, route.straight ? Dash::Dotted : look.dash}});
    if (!head.empty()) sketch.add(Layer::Links, Polygon{head, look.color, {}});
    if (!words.empty() && !route.label.empty()) addWordsOnPlate(sketch, context, words, toRectD(route.label), paper);
    if (callout) {
        const PointD center = callout->center;
        sketch.add(Layer::Callouts, Disc{center, kCalloutRadius, context.theme.callout, {}});
        sketch.addWords(Layer::Callouts, std::to_string(callout->number), {center.x, center.y + 3.6}, Align::Center, 10,
                        true, context.theme.onCallout, 2 * kCalloutRadius, kDetailScale);
    }
    const RectD body = sketch.figure().bounds;
    return std::move(sketch).finish(body, words);
}

} // namespace sky::picture
