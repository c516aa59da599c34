// SPDX-License-Identifier: GPL-3.0-or-later
// A gesture: what goes on between the press of a button and its release. It changes nothing while it lasts; finish()
// asks the editor for one step, and dropping a gesture leaves no trace.
#pragma once

#include "canvas/camera.h"
#include "canvas/overlay.h"
#include "canvas/snapping.h"
#include "edit/connect.h"
#include "session/drop_plan.h"

#include <QPointF>
#include <Qt>

#include <memory>
#include <string>

namespace sky::canvas {

class DiagramCanvas;

struct Pointer {
    QPointF view;
    QPointF page;
    Qt::KeyboardModifiers modifiers;
};

class Gesture {
  public:
    explicit Gesture(DiagramCanvas& canvas) : m_canvas(canvas) {}
    virtual ~Gesture() = default;
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;

    virtual void move(const Pointer& pointer) = 0;
    virtual void finish(const Pointer& pointer) = 0;
    virtual void describe(Overlay&) const {}
    [[nodiscard]] virtual bool showsSelection() const { return true; } // beside what it draws itself
    [[nodiscard]] virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
    [[nodiscard]] virtual QString hint() const { return {}; } // for the status bar

  protected:
    DiagramCanvas& m_canvas;
};

using GesturePointer = std::unique_ptr<Gesture>;

[[nodiscard]] GesturePointer panGesture(DiagramCanvas& canvas, const Pointer& start);
[[nodiscard]] GesturePointer bandGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& within);
[[nodiscard]] GesturePointer moveGesture(DiagramCanvas& canvas, const Pointer& start, bool copies);
[[nodiscard]] GesturePointer resizeGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& id, int edges);
[[nodiscard]] GesturePointer connectGesture(DiagramCanvas& canvas, const Pointer& start, const ElementId& from);
[[nodiscard]] GesturePointer reconnectGesture(DiagramCanvas& canvas, const Pointer& start, const LinkId& link,
                                              edit::End end);
[[nodiscard]] GesturePointer bendGesture(DiagramCanvas& canvas, const Pointer& start, const LinkId& link);
[[nodiscard]] GesturePointer spaceGesture(DiagramCanvas& canvas, const Pointer& start);
[[nodiscard]] GesturePointer placeGesture(DiagramCanvas& canvas, const std::string& service, const std::string& preset);

// Guides through what now agrees, and equal gaps with their distance.
void describeSnap(Overlay& overlay, const Snap& snap, const DiagramCanvas& canvas);

// The outline, the chip and the mark of a container that takes or refuses what is held over it.
void describeDrop(Overlay& overlay, const DiagramCanvas& canvas, const session::DropPlan& plan, bool always = false);

} // namespace sky::canvas
