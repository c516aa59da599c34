// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the canvas (HANDS: the keyboard walk, nudging, Esc). Shortcuts with a command of their own are the
// window's.
#include "canvas/diagram_canvas.h"

#include "session/text_bridge.h"

#include <algorithm>
#include <limits>

namespace sky::canvas {

namespace {

// In reading order: top to bottom, then left to right, rows being as high as a tile.
bool readsBefore(const layout::Placed& a, const layout::Placed& b) {
    const std::int32_t rowA = a.frame.y / layout::kTile;
    const std::int32_t rowB = b.frame.y / layout::kTile;
    if (rowA != rowB) return rowA < rowB;
    if (a.frame.x != b.frame.x) return a.frame.x < b.frame.x;
    return a.id < b.id;
}

std::vector<const layout::Placed*> childrenOf(const layout::Placement& placement, const ElementId& parent) {
    std::vector<const layout::Placed*> found;
    for (const layout::Placed& placed : placement.elements())
        if (placed.parent == parent) found.push_back(&placed);
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return readsBefore(*a, *b); });
    return found;
}

QPointF directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

bool DiagramCanvas::walk(int key, Qt::KeyboardModifiers modifiers) {
    session::ViewState& view = *m_session->view();
    m_session->jobs()->finish();
    const ElementId now = view.elements().empty() ? ElementId() : view.elements().front();
    const layout::Placed* here = placement().find(now);
    ElementId next;
    const bool back = key == Qt::Key_Backtab || (key == Qt::Key_Tab && (modifiers & Qt::ShiftModifier));
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        const auto siblings = childrenOf(placement(), here ? here->parent : ElementId());
        if (siblings.empty()) return false;
        const auto at = std::find(siblings.begin(), siblings.end(), here);
        const auto count = static_cast<std::ptrdiff_t>(siblings.size());
        const std::ptrdiff_t index =
            at == siblings.end() ? (back ? count - 1 : 0) : (at - siblings.begin() + (back ? count - 1 : 1)) % count;
        next = siblings[static_cast<std::size_t>(index)]->id;
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (modifiers & Qt::ShiftModifier) {
            if (!here || here->parent.empty()) return true;
            next = here->parent;
        } else {
            const auto children = childrenOf(placement(), now);
            if (children.empty()) return true;
            next = children.front()->id;
        }
    } else { // Alt+arrow: along a link, the one that leads most in that direction
        if (!here) return false;
        const QPointF wanted = directionOf(key);
        const QPointF from = bodyOf(now)->center();
        double best = 0.3;
        for (const LinkId& id : diagram().linksAt(now)) {
            const diagram::Link* link = diagram().link(id);
            const ElementId other = link->from == now ? link->to : link->from;
            const auto body = bodyOf(other);
            if (!body) continue;
            const QPointF way = body->center() - from;
            const double length = std::hypot(way.x(), way.y());
            const double cosine = length > 0 ? QPointF::dotProduct(way, wanted) / length : 0;
            if (cosine > best) {
                best = cosine;
                next = other;
            }
        }
        if (next.empty()) return true;
    }
    setKeyboardFocus(true);
    view.select(next);
    reveal(session::toQString(next.str()));
    return true;
}

bool DiagramCanvas::key(int key, int rawModifiers) {
    if (!m_session) return false;
    const Qt::KeyboardModifiers modifiers =
        Qt::KeyboardModifiers::fromInt(rawModifiers) & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    session::ViewState& view = *m_session->view();
    if (key == Qt::Key_Escape) { // drag, tool, selection, in this order
        if (m_gesture)
            cancelGesture();
        else if (view.tool() != session::ViewState::Tool::Select)
            view.setTool(session::ViewState::Tool::Select);
        else
            view.clearSelection();
        return true;
    }
    if (m_gesture) return true; // nothing else while a button is held
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        if (modifiers & Qt::ControlModifier) return false;
        return walk(key, modifiers);
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !(modifiers & (Qt::ControlModifier | Qt::AltModifier)))
        return walk(key, modifiers);
    if (isArrow(key)) {
        if (modifiers == Qt::AltModifier) return walk(key, modifiers);
        if (modifiers & Qt::AltModifier) return false;
        if ((modifiers & Qt::ControlModifier) && (modifiers & Qt::ShiftModifier)) return false; // aligning
        const QPointF way = directionOf(key);
        if (view.elements().empty()) {
            setCamera(m_camera.movedBy(-way * 60));
            return true;
        }
        const int by = modifiers & Qt::ControlModifier ? 1
                       : modifiers & Qt::ShiftModifier ? 10 * layout::kGrid
                                                       : layout::kGrid;
        m_session->editor()->nudge(static_cast<int>(way.x()) * by, static_cast<int>(way.y()) * by);
        return true;
    }
    if (modifiers == Qt::NoModifier && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        m_session->editor()->remove();
        return true;
    }
    if (key == Qt::Key_F2 && modifiers == Qt::NoModifier) {
        if (!view.elements().empty())
            emit renameRequested(session::toQString(view.elements().front().str()));
        else if (!view.links().empty())
            emit renameRequested(session::toQString(view.links().front().str()));
        return true;
    }
    return false;
}

} // namespace sky::canvas
