// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the canvas that shows what is selected and what lies under the pointer.
#include "canvas/diagram_canvas.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

namespace sky::canvas {

namespace {

// Handles on the corners and, where there is room, on the sides.
void describeHandles(Overlay& overlay, const QRectF& box, double zoom) {
    const double side = std::clamp(std::min(box.width(), box.height()) * zoom * 0.2, 4.0, 8.0);
    for (const QPointF& corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()})
        overlay.handles.push_back({corner, false, side});
    if (box.width() * zoom > 48)
        for (const double y : {box.top(), box.bottom()})
            overlay.handles.push_back({{box.center().x(), y}, false, side});
    if (box.height() * zoom > 48)
        for (const double x : {box.left(), box.right()})
            overlay.handles.push_back({{x, box.center().y()}, false, side});
}

// Among many selected, the outlines must not outweigh the drawing.
Overlay::Outline selectionOf(const QRectF& body, bool tile, bool several) {
    Overlay::Outline outline{body};
    outline.outside = tile ? 3 : 0;
    outline.radius = tile ? 8 : 0;
    if (!several) return outline;
    outline.width = 1.25;
    if (!tile) {
        outline.outside = 2;
        outline.opacity = 0.7;
    }
    return outline;
}

Overlay::Path markedLink(const layout::Route& route, double width) {
    Overlay::Path path;
    for (const Point& point : route.points) path.page.push_back(toQPointF(point));
    path.ink = Ink::Focus;
    path.width = width;
    if (!route.label.empty()) path.label = toQRectF(route.label);
    return path;
}

} // namespace

void DiagramCanvas::describeSelection(Overlay& overlay) const {
    const session::ViewState& view = *m_session->view();
    const QRectF seen = shownPage();
    const bool several = view.selectionCount() > 1;
    for (const ElementId& id : view.elements()) {
        const layout::Placed* placed = placement().find(id);
        const std::optional<QRectF> body = bodyOf(id);
        if (!placed || !body || !body->intersects(seen)) continue;
        const bool tile = placed->shape == layout::Shape::Tile || placed->shape == layout::Shape::Border;
        overlay.outlines.push_back(selectionOf(*body, tile, several));
        const diagram::Element* element = diagram().element(id);
        if (!several && element && !element->locked &&
            (placed->shape == layout::Shape::Container || placed->shape == layout::Shape::Plain))
            describeHandles(overlay, *body, zoom());
    }
    for (const LinkId& id : view.links()) {
        const layout::Route* route = m_session->jobs()->routes().find(id);
        if (!route || route->points.size() < 2) continue;
        const Overlay::Path path = markedLink(*route, several ? 1.5 : 2.5);
        overlay.paths.push_back(path);
        if (!several) {
            overlay.handles.push_back({path.page.front(), true});
            overlay.handles.push_back({path.page.back(), true});
            if (const diagram::Link* link = diagram().link(id))
                for (const Point& bend : link->waypoints) overlay.handles.push_back({toQPointF(bend), true});
        }
    }
    if (m_keyboardFocus && view.elements().size() == 1)
        if (const auto body = bodyOf(view.elements().front()))
            overlay.outlines.push_back({*body, Ink::Focus, 2, 6, 10, false, 0.45});
}

void DiagramCanvas::describeHover(Overlay& overlay) const {
    const session::ViewState& view = *m_session->view();
    ElementId id = session::elementId(view.hovered());
    const bool hovering = !id.empty() && diagram().element(id);
    if (!hovering && view.selectionCount() == 1 && !view.elements().empty()) id = view.elements().front();
    // What stands there is of the last finished revision: the thing itself may be gone already.
    const diagram::Element* element = diagram().element(id);
    const layout::Placed* placed = element ? placement().find(id) : nullptr;
    if (!placed) {
        if (!view.hovered().isEmpty())
            if (const layout::Route* route = m_session->jobs()->routes().find(session::linkId(view.hovered())))
                overlay.paths.push_back(markedLink(*route, 2));
        return;
    }
    const std::optional<QRectF> body = bodyOf(id);
    const catalog::Service* service = catalog().find(element->service);
    const bool tile = placed->shape == layout::Shape::Tile || placed->shape == layout::Shape::Border;
    if (hovering && !view.isSelected(id))
        overlay.outlines.push_back({*body, Ink::Focus, 1, tile ? 3.0 : 0.0, tile ? 8.0 : 0.0, false, 0.55});
    if (service && !service->is(catalog::Trait::Annotation) && !service->is(catalog::Trait::Container) && tile)
        for (const QPointF& port : portsOf(*body, zoom()))
            overlay.ports.push_back({port, Ink::Focus, false, portRadius()});
}

void describeSnap(Overlay& overlay, const Snap& snap, const DiagramCanvas& canvas) {
    const QRectF seen = canvas.shownPage();
    for (const SnapLine& line : snap.lines) {
        const double at = line.at;
        if (line.vertical)
            overlay.guides.push_back({QLineF(at, seen.top(), at, seen.bottom()), false, {}});
        else
            overlay.guides.push_back({QLineF(seen.left(), at, seen.right(), at), false, {}});
    }
    for (const SnapGap& gap : snap.gaps) {
        const QLineF line =
            gap.across ? QLineF(gap.from, gap.at, gap.to, gap.at) : QLineF(gap.at, gap.from, gap.at, gap.to);
        overlay.guides.push_back({line, true, QString::number(gap.to - gap.from)});
    }
}

void describeDrop(Overlay& overlay, const DiagramCanvas& canvas, const session::DropPlan& plan, bool always) {
    if (plan.says.empty() && !always) return;
    const Ink ink = plan.accepted() ? Ink::Accept : Ink::Refuse;
    const QRectF seen = canvas.shownPage();
    const ElementId shown = !plan.replaces.empty() ? plan.replaces : plan.lit;
    const std::optional<QRectF> body = canvas.bodyOf(shown);
    if (body) {
        const bool tile = !plan.replaces.empty();
        overlay.outlines.push_back({*body, ink, 3, tile ? 3.0 : 0.0, tile ? 8.0 : 0.0, false, 1});
        const QRectF visible = body->intersected(
            seen.adjusted(20 / canvas.zoom(), 20 / canvas.zoom(), -20 / canvas.zoom(), -20 / canvas.zoom()));
        overlay.marks.push_back({visible.isNull() ? body->topRight() : visible.topRight(), plan.accepted()});
    }
    if (plan.says.empty()) return;
    const QString text = session::toQString(plan.says, session::Preferences::instance().language());
    if (body) {
        const QRectF visible = body->intersected(seen);
        overlay.chips.push_back({{visible.center().x(), visible.bottom()},
                                 {0, visible.bottom() >= seen.bottom() - 1 ? -16.0
                                     : plan.replaces.empty()               ? 0.0
                                                                           : 18.0},
                                 text,
                                 ink});
    } else {
        overlay.chips.push_back({{seen.center().x(), seen.bottom()}, {0, -90}, text, ink});
    }
}

} // namespace sky::canvas
