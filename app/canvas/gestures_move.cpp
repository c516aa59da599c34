// SPDX-License-Identifier: GPL-3.0-or-later
// Gestures that move and size: dragging a selection, resizing a container, opening room.
#include "canvas/diagram_canvas.h"

#include "edit/lock.h"
#include "edit/places.h"
#include "layout/scene_of.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

namespace sky::canvas {

namespace {

constexpr double kSnapReach = 6; // on the screen

// What a moved thing may line up with: its neighbours in the container it is held over.
std::vector<Rect> neighboursOf(const DiagramCanvas& canvas, const ElementId& container,
                               const std::set<ElementId>& moving) {
    std::vector<Rect> found;
    const QRectF seen = canvas.shownPage();
    for (const layout::Placed& placed : canvas.placement().elements()) {
        if (placed.shape == layout::Shape::Frame || moving.contains(placed.id)) continue;
        if (placed.parent != container && placed.inside != container) continue;
        const Rect body = placed.shape == layout::Shape::Tile && !placed.tile.empty() ? placed.tile : placed.frame;
        if (toQRectF(body).intersects(seen)) found.push_back(body);
    }
    if (const layout::Placed* box = canvas.placement().find(container)) found.push_back(box->frame);
    return found;
}

class MoveGesture : public Gesture {
  public:
    MoveGesture(DiagramCanvas& canvas, const Pointer& start, bool copies)
        : Gesture(canvas), m_start(start.page), m_copies(copies) {}

    void move(const Pointer& pointer) override {
        if (!m_lifted) lift();
        if (m_outer.empty()) return; // all of it is locked
        Point by = toPoint(pointer.page - m_start);
        if (pointer.modifiers & Qt::ShiftModifier) (std::abs(by.x) >= std::abs(by.y) ? by.y : by.x) = 0;
        const bool free = pointer.modifiers & Qt::ControlModifier;
        m_plan = session::DropPlan{};
        const diagram::Diagram& diagram = m_canvas.diagram();
        if (free && !m_outer.empty()) {
            m_plan.parent = diagram.element(m_outer.front())->parent;
            m_free = true;
        } else {
            m_free = false;
            m_plan =
                session::planMove(diagram, m_canvas.catalog(), m_canvas.placement(), m_outer, toPoint(pointer.page));
        }
        m_snap = Snap{};
        if (!free && !m_bounds.empty()) {
            SnapOptions options;
            options.reach = std::max(1, static_cast<int>(kSnapReach / m_canvas.zoom()));
            m_snap = snap(m_bounds.translated(by), neighboursOf(m_canvas, m_plan.lit, m_moving), options);
            if (pointer.modifiers & Qt::ShiftModifier) (by.y == 0 ? m_snap.by.y : m_snap.by.x) = 0;
            by = by + m_snap.by;
        }
        m_by = by;
    }

    void finish(const Pointer& pointer) override {
        move(pointer);
        session::Editor& editor = *m_canvas.session()->editor();
        if (m_outer.empty()) {
            editor.moveBy({layout::kGrid, 0}, {}); // refused, with the reason
        } else if (m_copies && m_plan.accepted()) {
            editor.duplicateBy(m_by, m_plan);
        } else if (m_plan.accepted() && (m_by != Point{} || !m_plan.says.empty())) {
            if (m_free) m_plan.parent = m_canvas.diagram().element(m_outer.front())->parent;
            editor.moveBy(m_by, m_plan);
        } else if (!m_plan.accepted()) {
            const session::Preferences& preferences = session::Preferences::instance();
            emit m_canvas.session()->document()->refused(session::toQString(m_plan.says, preferences.language()), {});
        }
        m_canvas.session()->jobs()->finish();
    }

    void describe(Overlay& overlay) const override {
        if (!m_lifted || m_outer.empty()) return;
        Overlay::Sprite sprite = m_sprite;
        sprite.page.translate(m_by.x, m_by.y);
        sprite.opacity = m_copies ? 0.75 : 0.92;
        overlay.sprites.push_back(sprite);
        for (const ElementId& id : m_outer)
            if (const auto body = m_canvas.bodyOf(id))
                overlay.outlines.push_back({body->translated(m_by.x, m_by.y), Ink::Focus, 2, 2, 6, false, 1});
        if (!m_copies) describeLinks(overlay);
        describeSnap(overlay, m_snap, m_canvas);
        describeDrop(overlay, m_canvas, m_plan);
    }

    [[nodiscard]] bool showsSelection() const override { return !m_lifted || m_outer.empty(); }
    [[nodiscard]] QString hint() const override {
        if (m_lifted && m_outer.empty())
            return session::toQString(Text{"Locked · Ctrl+Shift+L unlocks it", "잠김 · Ctrl+Shift+L로 해제"},
                                      session::Preferences::instance().language());
        return m_copies
                   ? session::toQString(Text{"Alt: a copy", "Alt: 복사본"}, session::Preferences::instance().language())
                   : session::toQString(Text{"Ctrl: no snap, no nesting · Shift: one axis · Esc: back",
                                             "Ctrl: 맞춤과 담기 없이 · Shift: 한 축으로 · Esc: 취소"},
                                        session::Preferences::instance().language());
    }

  private:
    void lift() {
        m_lifted = true;
        m_canvas.session()->jobs()->finish();
        const diagram::Diagram& diagram = m_canvas.diagram();
        m_outer = edit::outermost(diagram, m_canvas.session()->view()->elements());
        if (!m_copies) m_outer = edit::withoutLocked(diagram, m_outer);
        if (m_outer.empty()) return;
        std::set<picture::Owner> owners;
        for (const ElementId& id : edit::withInsides(diagram, m_outer)) {
            m_moving.insert(id);
            owners.insert({picture::OwnerKind::Element, id.str()});
        }
        for (const layout::PlacedPart& part : m_canvas.placement().parts())
            if (m_moving.contains(part.of) && m_moving.contains(part.inside))
                owners.insert({picture::OwnerKind::Part, part.address});
        std::set<picture::Owner> hidden = owners;
        for (const ElementId& id : m_moving)
            for (const LinkId& link : diagram.linksAt(id)) {
                const diagram::Link* each = diagram.link(link);
                if (m_moving.contains(each->from) && m_moving.contains(each->to))
                    owners.insert({picture::OwnerKind::Link, link.str()});
                else
                    m_crossing.push_back(link);
                hidden.insert({picture::OwnerKind::Link, link.str()});
            }
        m_sprite = m_canvas.spriteOf(owners);
        if (!m_copies) m_canvas.hide(std::move(hidden));
        for (const ElementId& id : m_outer)
            if (const auto body = m_canvas.bodyOf(id))
                m_bounds = m_bounds.united({static_cast<int>(body->x()), static_cast<int>(body->y()),
                                            static_cast<int>(body->width()), static_cast<int>(body->height())});
    }

    // Links with one end among the moved: their quick shape, as the real one takes longer than a frame.
    void describeLinks(Overlay& overlay) const {
        const layout::Placement& placement = m_canvas.placement();
        std::size_t shown = 0;
        for (const LinkId& id : m_crossing) {
            if (++shown > 400) break; // more than anybody can follow
            const diagram::Link* link = m_canvas.diagram().link(id);
            const layout::Placed* from = link ? placement.find(link->from) : nullptr;
            const layout::Placed* to = link ? placement.find(link->to) : nullptr;
            if (!from || !to) continue;
            const auto terminal = [&](const layout::Placed& placed) {
                layout::Terminal end = layout::terminalOf(placed);
                const Point by = m_moving.contains(placed.id) ? m_by : Point{};
                end.body = end.body.translated(by);
                end.anchor = end.anchor.translated(by);
                return end;
            };
            Overlay::Path path;
            for (const Point& point : layout::coarsePath(terminal(*from), terminal(*to), link->waypoints))
                path.page.push_back(toQPointF(point));
            overlay.paths.push_back(std::move(path));
        }
    }

    QPointF m_start;
    bool m_copies;
    bool m_lifted = false;
    bool m_free = false;
    std::vector<ElementId> m_outer;
    std::set<ElementId> m_moving; // with their insides
    std::vector<LinkId> m_crossing;
    Rect m_bounds;
    Point m_by;
    Snap m_snap;
    session::DropPlan m_plan;
    Overlay::Sprite m_sprite;
};

class ResizeGesture : public Gesture {
  public:
    ResizeGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& id, int edges)
        : Gesture(canvas), m_start(start.page), m_id(id), m_edges(edges) {
        const layout::Placed* placed = canvas.placement().find(id);
        if (placed) m_frame = m_now = placed->frame;
        const bool box = placed && placed->shape == layout::Shape::Container;
        m_least = box ? Size{96, 72} : Size{24, 16};
        // Never smaller than what stands inside; the edges that would cut through it stop there.
        for (const layout::Placed& child : canvas.placement().elements())
            if (child.parent == id && child.shape != layout::Shape::Border) m_inner = m_inner.united(child.body());
    }

    void move(const Pointer& pointer) override {
        const Point by = toPoint(pointer.page - m_start);
        const bool centred = pointer.modifiers & (Qt::AltModifier | Qt::ControlModifier);
        std::int32_t left = m_frame.left() + (m_edges & 1 ? by.x : 0);
        std::int32_t top = m_frame.top() + (m_edges & 2 ? by.y : 0);
        std::int32_t right = m_frame.right() + (m_edges & 4 ? by.x : 0);
        std::int32_t bottom = m_frame.bottom() + (m_edges & 8 ? by.y : 0);
        if (!centred) {
            SnapOptions options;
            options.reach = std::max(1, static_cast<int>(kSnapReach / m_canvas.zoom()));
            options.left = m_edges & 1;
            options.top = m_edges & 2;
            options.right = m_edges & 4;
            options.bottom = m_edges & 8;
            options.centres = false;
            const layout::Placed* placed = m_canvas.placement().find(m_id);
            const Rect now{left, top, right - left, bottom - top};
            m_snap = snap(now, neighboursOf(m_canvas, placed ? placed->parent : ElementId(), {m_id}), options);
            (m_edges & 1 ? left : right) += m_edges & 5 ? m_snap.by.x : 0;
            (m_edges & 2 ? top : bottom) += m_edges & 10 ? m_snap.by.y : 0;
        } else {
            m_snap = Snap{};
            if (m_edges & 1) right -= by.x;
            if (m_edges & 4) left -= by.x;
            if (m_edges & 2) bottom -= by.y;
            if (m_edges & 8) top -= by.y;
        }
        if ((pointer.modifiers & Qt::ShiftModifier) && m_frame.height > 0) {
            const double ratio = static_cast<double>(m_frame.width) / m_frame.height;
            const auto height = static_cast<std::int32_t>(std::lround((right - left) / ratio));
            (m_edges & 2 ? top : bottom) = m_edges & 2 ? bottom - height : top + height;
        }
        if (!m_inner.empty()) {
            constexpr std::int32_t kRoom = 8;
            left = std::min(left, m_inner.left() - kRoom);
            top = std::min(top, m_inner.top() - layout::kZoneHeader);
            right = std::max(right, m_inner.right() + kRoom);
            bottom = std::max(bottom, m_inner.bottom() + kRoom);
        }
        if (right - left < m_least.width)
            (m_edges & 1 ? left : right) = m_edges & 1 ? right - m_least.width : left + m_least.width;
        if (bottom - top < m_least.height)
            (m_edges & 2 ? top : bottom) = m_edges & 2 ? bottom - m_least.height : top + m_least.height;
        m_now = {left, top, right - left, bottom - top};
    }

    void finish(const Pointer& pointer) override {
        move(pointer);
        if (m_now != m_frame) m_canvas.session()->editor()->resize(m_id, m_now);
        m_canvas.session()->jobs()->finish();
    }

    void describe(Overlay& overlay) const override {
        overlay.outlines.push_back({toQRectF(m_now), Ink::Focus, 2, 0, 0, false, 1});
        describeSnap(overlay, m_snap, m_canvas);
        overlay.chips.push_back({{m_now.x + m_now.width / 2.0, static_cast<double>(m_now.bottom())},
                                 {0, 18},
                                 QString("%1 × %2").arg(m_now.width).arg(m_now.height),
                                 Ink::Accent});
    }
    [[nodiscard]] bool showsSelection() const override { return false; }
    [[nodiscard]] QString hint() const override {
        return session::toQString(Text{"Shift: keep the ratio · Ctrl: from the centre · Esc: back",
                                       "Shift: 비율 유지 · Ctrl: 중심에서 · Esc: 취소"},
                                  session::Preferences::instance().language());
    }

  private:
    QPointF m_start;
    ElementId m_id;
    int m_edges;
    Rect m_frame;
    Rect m_now;
    Rect m_inner;
    Size m_least;
    Snap m_snap;
};

class SpaceGesture : public Gesture {
  public:
    SpaceGesture(DiagramCanvas& canvas, const Pointer& start)
        : Gesture(canvas), m_start(start.page), m_now(start.page) {}
    void move(const Pointer& pointer) override { m_now = pointer.page; }
    void finish(const Pointer& pointer) override {
        move(pointer);
        const int by =
            (across() ? toPoint(m_now - m_start).x : toPoint(m_now - m_start).y) / layout::kGrid * layout::kGrid;
        m_canvas.session()->editor()->insertSpace(across(), across() ? toPoint(m_start).x : toPoint(m_start).y, by);
        m_canvas.session()->jobs()->finish();
    }
    void describe(Overlay& overlay) const override {
        const QRectF seen = m_canvas.shownPage();
        QRectF opened = across() ? QRectF(QPointF(m_start.x(), seen.top()), QPointF(m_now.x(), seen.bottom()))
                                 : QRectF(QPointF(seen.left(), m_start.y()), QPointF(seen.right(), m_now.y()));
        overlay.band = opened.normalized();
        const double room = across() ? m_now.x() - m_start.x() : m_now.y() - m_start.y();
        overlay.chips.push_back(
            {m_now, {0, -20}, QString::number(static_cast<int>(room) / layout::kGrid * layout::kGrid), Ink::Accent});
    }
    [[nodiscard]] QString hint() const override {
        return session::toQString(Text{"Everything beyond moves on and boxes open · Esc: back",
                                       "그 너머의 요소가 밀리고 상자가 넓어집니다 · Esc: 취소"},
                                  session::Preferences::instance().language());
    }

  private:
    [[nodiscard]] bool across() const { return std::abs(m_now.x() - m_start.x()) >= std::abs(m_now.y() - m_start.y()); }
    QPointF m_start;
    QPointF m_now;
};

} // namespace

GesturePointer moveGesture(DiagramCanvas& canvas, const Pointer& start, bool copies) {
    return std::make_unique<MoveGesture>(canvas, start, copies);
}

GesturePointer resizeGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& id, int edges) {
    return std::make_unique<ResizeGesture>(canvas, start, id, edges);
}

GesturePointer spaceGesture(DiagramCanvas& canvas, const Pointer& start) {
    return std::make_unique<SpaceGesture>(canvas, start);
}

} // namespace sky::canvas
