// SPDX-License-Identifier: GPL-3.0-or-later
// Gestures about links: drawing one, moving an end, bending.
#include "canvas/diagram_canvas.h"

#include "layout/terminal.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

namespace sky::canvas {

namespace {

using catalog::LinkKind;
using catalog::Service;

const Service* serviceOf(const DiagramCanvas& canvas, const ElementId& id) {
    const diagram::Element* element = canvas.diagram().element(id);
    return element ? canvas.catalog().find(element->service) : nullptr;
}

// The kind a link between them would be of; none: only a plain line, which says nothing.
std::optional<LinkKind> sensible(const DiagramCanvas& canvas, const ElementId& from, const ElementId& to) {
    const Service* a = serviceOf(canvas, from);
    const Service* b = serviceOf(canvas, to);
    if (!a || !b || from == to) return std::nullopt;
    for (const LinkKind kind : canvas.catalog().kindsBetween(*a, *b))
        if (kind != LinkKind::Plain) return kind;
    return std::nullopt;
}

layout::Terminal terminalOf(const layout::Placed& placed) {
    const bool tile = placed.shape == layout::Shape::Tile || placed.shape == layout::Shape::Border;
    return {placed.body(), tile && !placed.tile.empty() ? placed.tile : placed.frame};
}

// The common part of drawing a link and moving one of its ends: `fixed` stays, the other end follows the pointer.
class EndGesture : public Gesture {
  public:
    EndGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& fixed, bool fixedIsSource)
        : Gesture(canvas), m_fixed(fixed), m_fixedIsSource(fixedIsSource), m_at(start.page) {}

    void move(const Pointer& pointer) override {
        m_at = pointer.page;
        m_plain = pointer.modifiers & Qt::ControlModifier;
        m_target = m_canvas.elementAt(pointer.page, false);
        if (m_target == m_fixed) m_target = {};
        m_kind = m_target.empty()  ? std::nullopt
                 : m_fixedIsSource ? sensible(m_canvas, m_fixed, m_target)
                                   : sensible(m_canvas, m_target, m_fixed);
        if (!m_kind && !m_target.empty() && m_plain) m_kind = LinkKind::Plain;
    }

    void describe(Overlay& overlay) const override {
        const layout::Placement& placement = m_canvas.placement();
        const QRectF seen = m_canvas.shownPage();
        for (const layout::Placed& placed : placement.elements()) {
            if (placed.id == m_fixed || placed.shape == layout::Shape::Container ||
                placed.shape == layout::Shape::Frame || placed.shape == layout::Shape::Plain)
                continue;
            const QRectF body = toQRectF(placed.tile.empty() ? placed.frame : placed.tile);
            if (!body.intersects(seen)) continue;
            const bool accepts = m_fixedIsSource ? sensible(m_canvas, m_fixed, placed.id).has_value()
                                                 : sensible(m_canvas, placed.id, m_fixed).has_value();
            const bool under = placed.id == m_target;
            if (accepts || (under && m_kind)) {
                overlay.outlines.push_back({body, Ink::Accept, under ? 3.0 : 2.0, 3, 8, false, 1});
                overlay.marks.push_back({body.topRight(), true});
            } else {
                if (!under) overlay.veils.push_back(toQRectF(placed.body()).united(body));
                if (under) overlay.outlines.push_back({body, Ink::Refuse, 3, 3, 8, false, 1});
                overlay.marks.push_back({body.topRight(), false});
            }
        }
        const layout::Placed* from = placement.find(m_fixed);
        if (!from) return;
        const bool refused = !m_target.empty() && !m_kind;
        Overlay::Path path;
        const layout::Placed* to = placement.find(m_target);
        const Point at = toPoint(m_at);
        layout::Terminal end =
            to ? terminalOf(*to) : layout::Terminal{{at.x, at.y, 1, 1}, {at.x, at.y, 1, 1}, false, true};
        const std::vector<Point> points = m_fixedIsSource ? layout::coarsePath(terminalOf(*from), end, {})
                                                          : layout::coarsePath(end, terminalOf(*from), {});
        for (const Point& point : points) path.page.push_back(toQPointF(point));
        path.ink = refused ? Ink::Refuse : Ink::Accent;
        path.width = 2;
        path.dashed = true;
        overlay.paths.push_back(std::move(path));
        const Language language = session::Preferences::instance().language();
        if (m_kind && to) {
            const QString text = session::toQString(m_canvas.catalog().linkType(*m_kind).name, language);
            overlay.chips.push_back(
                {toQRectF(to->tile.empty() ? to->frame : to->tile).center(), {0, -42}, text, Ink::Accent});
        } else if (refused && to) {
            overlay.chips.push_back({toQRectF(to->tile.empty() ? to->frame : to->tile).center(),
                                     {0, -46},
                                     session::toQString(refusal(), language),
                                     Ink::Refuse});
        }
        if (const auto body = m_canvas.bodyOf(m_fixed))
            for (const QPointF& port : portsOf(*body, m_canvas.zoom())) overlay.ports.push_back({port});
    }

    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] QString hint() const override {
        return session::toQString(Text{"Let go on blank: choose what to connect to · Ctrl: a plain line · Esc: back",
                                       "빈 곳에 놓으면 연결할 대상 선택 · Ctrl: 단순한 선 · Esc: 취소"},
                                  session::Preferences::instance().language());
    }

  protected:
    [[nodiscard]] Text refusal() const {
        const diagram::Diagram& diagram = m_canvas.diagram();
        const Text target = edit::callOf(diagram, m_canvas.catalog(), m_target);
        const Text fixed = edit::callOf(diagram, m_canvas.catalog(), m_fixed);
        const Service* to = serviceOf(m_canvas, m_fixedIsSource ? m_target : m_fixed);
        if (to && to->is(catalog::Trait::Router))
            return say("{} takes no connection: it is reached by a route in a route table",
                       "{}에는 연결할 수 없습니다. 라우팅 테이블의 경로로 사용합니다",
                       m_fixedIsSource ? target : fixed);
        if (m_fixedIsSource)
            return say("{} takes no connection from {}", "{}에는 {}에서 연결할 수 없습니다", target, fixed);
        return say("{} cannot connect to {}", "{}에서 {}에 연결할 수 없습니다", target, fixed);
    }

    ElementId m_fixed;
    bool m_fixedIsSource;
    bool m_plain = false;
    QPointF m_at;
    ElementId m_target;
    std::optional<LinkKind> m_kind;
};

class ConnectGesture : public EndGesture {
  public:
    ConnectGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& from)
        : EndGesture(canvas, start, from, true) {}
    void finish(const Pointer& pointer) override {
        move(pointer);
        session::Session& session = *m_canvas.session();
        if (!m_target.empty() && m_kind) {
            session.editor()->connect(m_fixed, m_target, *m_kind == LinkKind::Plain ? m_kind : std::nullopt);
            session.jobs()->finish();
        } else if (!m_target.empty()) {
            emit session.document()->refused(session::toQString(refusal(), session::Preferences::instance().language()),
                                             {});
        } else {
            emit m_canvas.pickerRequested(session::toQString(m_fixed.str()), pointer.view.x(), pointer.view.y(),
                                          pointer.page.x(), pointer.page.y());
        }
    }
};

class ReconnectGesture : public EndGesture {
  public:
    ReconnectGesture(DiagramCanvas& canvas, const Pointer& start, const LinkId& link, const ElementId& fixed,
                     edit::End end)
        : EndGesture(canvas, start, fixed, end == edit::End::To), m_link(link), m_end(end) {
        canvas.hide({{picture::OwnerKind::Link, link.str()}});
    }
    void finish(const Pointer& pointer) override {
        move(pointer);
        if (m_target.empty()) return;
        session::Session& session = *m_canvas.session();
        if (m_kind)
            session.editor()->reconnect(m_link, m_end, m_target);
        else
            emit session.document()->refused(session::toQString(refusal(), session::Preferences::instance().language()),
                                             {});
        session.jobs()->finish();
    }
    [[nodiscard]] bool showsSelection() const override { return false; }

  private:
    LinkId m_link;
    edit::End m_end;
};

// Dragging a link's line sets a bend where there is none, or moves the one that is there.
class BendGesture : public Gesture {
  public:
    BendGesture(DiagramCanvas& canvas, const Pointer& start, const LinkId& link) : Gesture(canvas), m_link(link) {
        const diagram::Link* each = canvas.diagram().link(link);
        if (!each) return;
        m_points = each->waypoints;
        const double reach = 10 / canvas.zoom();
        for (std::size_t i = 0; i < m_points.size(); ++i)
            if (QLineF(toQPointF(m_points[i]), start.page).length() <= reach) {
                m_which = i;
                return;
            }
        // Between the bends it lies between, measured along the drawn line.
        const layout::Route* route = canvas.session()->jobs()->routes().find(link);
        std::size_t before = 0;
        if (route) {
            const auto along = [&](QPointF p) {
                double best = 1e18, at = 0, run = 0;
                for (std::size_t i = 1; i < route->points.size(); ++i) {
                    const QLineF piece(toQPointF(route->points[i - 1]), toQPointF(route->points[i]));
                    const double length = std::max(piece.length(), 1e-6);
                    const double t = std::clamp(
                        QPointF::dotProduct(p - piece.p1(), piece.p2() - piece.p1()) / (length * length), 0.0, 1.0);
                    const double away = QLineF(piece.pointAt(t), p).length();
                    if (away < best) {
                        best = away;
                        at = run + t * length;
                    }
                    run += length;
                }
                return at;
            };
            const double here = along(start.page);
            for (const Point& point : m_points)
                if (along(toQPointF(point)) < here) ++before;
        }
        m_points.insert(m_points.begin() + static_cast<std::ptrdiff_t>(before), toPoint(start.page));
        m_which = before;
    }
    void move(const Pointer& pointer) override {
        if (m_points.empty()) return;
        Point at = toPoint(pointer.page);
        if (!(pointer.modifiers & Qt::ControlModifier))
            at = {(at.x + layout::kGrid / 2) / layout::kGrid * layout::kGrid,
                  (at.y + layout::kGrid / 2) / layout::kGrid * layout::kGrid};
        m_points[m_which] = at;
        m_canvas.hide({{picture::OwnerKind::Link, m_link.str()}});
    }
    void finish(const Pointer& pointer) override {
        move(pointer);
        m_canvas.session()->editor()->setWaypoints(m_link, m_points);
        m_canvas.session()->jobs()->finish();
    }
    void describe(Overlay& overlay) const override {
        const diagram::Link* link = m_canvas.diagram().link(m_link);
        const layout::Placed* from = link ? m_canvas.placement().find(link->from) : nullptr;
        const layout::Placed* to = link ? m_canvas.placement().find(link->to) : nullptr;
        if (!from || !to) return;
        Overlay::Path path;
        for (const Point& point : layout::coarsePath(terminalOf(*from), terminalOf(*to), m_points))
            path.page.push_back(toQPointF(point));
        path.ink = Ink::Focus;
        path.width = 2;
        overlay.paths.push_back(std::move(path));
        for (const Point& point : m_points) overlay.handles.push_back({toQPointF(point), true});
    }
    [[nodiscard]] bool showsSelection() const override { return false; }

  private:
    LinkId m_link;
    std::vector<Point> m_points;
    std::size_t m_which = 0;
};

} // namespace

GesturePointer connectGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& from) {
    return std::make_unique<ConnectGesture>(canvas, start, from);
}

GesturePointer reconnectGesture(DiagramCanvas& canvas, const Pointer& start, const LinkId& link, edit::End end) {
    const diagram::Link* each = canvas.diagram().link(link);
    if (!each) return nullptr;
    return std::make_unique<ReconnectGesture>(canvas, start, link, end == edit::End::To ? each->from : each->to, end);
}

GesturePointer bendGesture(DiagramCanvas& canvas, const Pointer& start, const LinkId& link) {
    return std::make_unique<BendGesture>(canvas, start, link);
}

} // namespace sky::canvas
