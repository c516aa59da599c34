// SPDX-License-Identifier: GPL-3.0-or-later
// Gestures that only look and pick: panning and the rubber band.
#include "canvas/diagram_canvas.h"

namespace sky::canvas {

namespace {

class PanGesture : public Gesture {
  public:
    PanGesture(DiagramCanvas& canvas, const Pointer& start) : Gesture(canvas), m_last(start.view) {}
    void move(const Pointer& pointer) override {
        m_canvas.setCamera(m_canvas.camera().movedBy(pointer.view - m_last));
        m_last = pointer.view;
    }
    void finish(const Pointer&) override {}
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

  private:
    QPointF m_last;
};

class BandGesture : public Gesture {
  public:
    BandGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& within)
        : Gesture(canvas), m_start(start.page), m_within(within), m_before(canvas.session()->view()->selection()) {
        if (!(start.modifiers & Qt::ShiftModifier)) m_before = {};
    }
    void move(const Pointer& pointer) override {
        m_band = QRectF(m_start, pointer.page).normalized();
        edit::Selection found = m_before;
        for (const picture::Owner& owner : m_canvas.scene().inside(toRectD(m_band))) {
            if (owner.kind == picture::OwnerKind::Link) {
                found.links.emplace_back(owner.id);
            } else if (owner.kind == picture::OwnerKind::Element) {
                // Begun inside a container, the band is about what stands in it.
                const ElementId id(owner.id);
                if (m_within.empty() || (id != m_within && m_canvas.diagram().isInside(id, m_within)) ||
                    !m_canvas.diagram().isInside(m_within, id))
                    found.elements.push_back(id);
            }
        }
        unique(found.elements);
        unique(found.links);
        m_canvas.session()->view()->select(std::move(found));
    }
    void finish(const Pointer&) override {}
    void describe(Overlay& overlay) const override { overlay.band = m_band; }

  private:
    template <class Id>
    static void unique(std::vector<Id>& ids) {
        std::set<Id> seen;
        std::erase_if(ids, [&](const Id& id) { return !seen.insert(id).second; });
    }
    QPointF m_start;
    ElementId m_within;
    edit::Selection m_before;
    QRectF m_band;
};

} // namespace

GesturePointer panGesture(DiagramCanvas& canvas, const Pointer& start) {
    return std::make_unique<PanGesture>(canvas, start);
}

GesturePointer bandGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& within) {
    return std::make_unique<BandGesture>(canvas, start, within);
}

} // namespace sky::canvas
