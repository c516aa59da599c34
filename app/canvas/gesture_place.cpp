// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging a service from the palette onto the canvas.
#include "canvas/diagram_canvas.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

namespace sky::canvas {

namespace {

class PlaceGesture : public Gesture {
  public:
    PlaceGesture(DiagramCanvas& canvas, const std::string& service, const std::string& preset)
        : Gesture(canvas), m_service(service), m_preset(preset) {
        canvas.session()->jobs()->finish();
        if (const catalog::Service* found = canvas.catalog().find(service)) {
            m_box = found->is(catalog::Trait::Container);
            m_size = found->defaultSize.width > 0 ? found->defaultSize : Size{layout::kTile, layout::kTile};
        }
    }

    void move(const Pointer& pointer) override {
        m_over = m_canvas.contains(pointer.view);
        m_at = toPoint(pointer.page);
        if (!m_over) return;
        const diagram::Diagram& diagram = m_canvas.diagram();
        m_plan = session::planNew(diagram, m_canvas.catalog(), m_canvas.placement(), m_service, m_at);
        m_snap = Snap{};
        if (pointer.modifiers & Qt::ControlModifier) { // as it lies: no nesting, no snapping
            m_plan = {};
            return;
        }
        if (!m_plan.replaces.empty()) return;
        std::vector<Rect> neighbours;
        for (const layout::Placed& placed : m_canvas.placement().elements())
            if (placed.parent == m_plan.lit && placed.shape != layout::Shape::Frame)
                neighbours.push_back(placed.shape == layout::Shape::Tile && !placed.tile.empty() ? placed.tile
                                                                                                 : placed.frame);
        SnapOptions options;
        options.reach = std::max(1, static_cast<int>(6 / m_canvas.zoom()));
        m_snap = snap(frame(), neighbours, options);
        m_at = m_at + m_snap.by;
    }

    void finish(const Pointer& pointer) override {
        move(pointer);
        if (!m_over) return;
        session::Session& session = *m_canvas.session();
        if (m_plan.accepted()) {
            session.editor()->place(m_service, m_preset, m_at, m_plan);
            session.jobs()->finish();
        } else {
            emit session.document()->refused(
                session::toQString(m_plan.says, session::Preferences::instance().language()), {});
        }
    }

    void describe(Overlay& overlay) const override {
        if (!m_over) return;
        const bool replaces = !m_plan.replaces.empty();
        if (m_box)
            overlay.outlines.push_back(
                {toQRectF(frame()), m_plan.accepted() ? Ink::Accent : Ink::Refuse, 1.5, 0, 0, true, 0.9});
        else if (!replaces)
            overlay.outlines.push_back(
                {toQRectF(frame()), m_plan.accepted() ? Ink::Accent : Ink::Refuse, 1.5, 2, 8, true, 0.9});
        describeSnap(overlay, m_snap, m_canvas);
        describeDrop(overlay, m_canvas, m_plan, true);
    }
    [[nodiscard]] QString hint() const override {
        return session::toQString(Text{"Let go over a container · Ctrl: no snap · Esc: back",
                                       "컨테이너 위에 놓기 · Ctrl: 맞춤 없이 · Esc: 취소"},
                                  session::Preferences::instance().language());
    }

  private:
    // Where it would stand: a box hangs from the pointer by its title, anything else by its middle.
    [[nodiscard]] Rect frame() const {
        const Point corner = m_at - (m_box ? Point{24, 16} : Point{m_size.width / 2, m_size.height / 2});
        return {corner.x, corner.y, m_size.width, m_size.height};
    }

    std::string m_service;
    std::string m_preset;
    bool m_box = false;
    bool m_over = false;
    Size m_size{layout::kTile, layout::kTile};
    Point m_at;
    session::DropPlan m_plan;
    Snap m_snap;
};

} // namespace

GesturePointer placeGesture(DiagramCanvas& canvas, const std::string& service, const std::string& preset) {
    return std::make_unique<PlaceGesture>(canvas, service, preset);
}

} // namespace sky::canvas
