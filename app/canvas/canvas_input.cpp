// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the canvas that listens: which gesture a press begins, what wheel and pinch do, what lies under the
// pointer.
#include "canvas/diagram_canvas.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

#include <QCursor>
#include <QGuiApplication>
#include <QNativeGestureEvent>
#include <QStyleHints>

namespace sky::canvas {

namespace {

constexpr double kHandleReach = 8;
constexpr double kPortReach = 10;
constexpr double kLinkReach = 6;
constexpr double kWheelZoom = 1.2; // a notch
constexpr double kDragStart = 4;

} // namespace

Pointer DiagramCanvas::pointerAt(QPointF view, Qt::KeyboardModifiers modifiers) const {
    return {view, m_camera.toPage(view), modifiers};
}

int DiagramCanvas::handleAt(QPointF view) const {
    const session::ViewState& state = *m_session->view();
    if (state.selectionCount() != 1 || state.elements().empty()) return 0;
    const layout::Placed* placed = placement().find(state.elements().front());
    if (!placed || (placed->shape != layout::Shape::Container && placed->shape != layout::Shape::Plain)) return 0;
    if (const diagram::Element* element = diagram().element(placed->id); !element || element->locked) return 0;
    const QRectF box = m_camera.toView(toQRectF(placed->frame));
    const auto near = [](double a, double b) { return std::abs(a - b) <= kHandleReach; };
    const bool left = near(view.x(), box.left());
    const bool right = near(view.x(), box.right());
    const bool top = near(view.y(), box.top());
    const bool bottom = near(view.y(), box.bottom());
    if ((left || right) && (top || bottom)) return (left ? 1 : 4) | (top ? 2 : 8);
    const bool middleX = near(view.x(), box.center().x());
    const bool middleY = near(view.y(), box.center().y());
    if ((left || right) && middleY && box.height() > 48) return left ? 1 : 4;
    if ((top || bottom) && middleX && box.width() > 48) return top ? 2 : 8;
    return 0;
}

ElementId DiagramCanvas::portAt(QPointF view) const {
    const session::ViewState& state = *m_session->view();
    std::vector<ElementId> candidates;
    if (!state.hovered().isEmpty()) candidates.push_back(session::elementId(state.hovered()));
    if (state.selectionCount() == 1 && !state.elements().empty()) candidates.push_back(state.elements().front());
    for (const ElementId& id : candidates) {
        const layout::Placed* placed = placement().find(id);
        if (!placed || (placed->shape != layout::Shape::Tile && placed->shape != layout::Shape::Border)) continue;
        const diagram::Element* element = diagram().element(id);
        const catalog::Service* service = element ? catalog().find(element->service) : nullptr;
        if (!service || service->is(catalog::Trait::Annotation)) continue;
        const QRectF tile = *bodyOf(id);
        const QRectF shown = m_camera.toView(tile);
        // The heart of a tile is for taking hold of it, however small it is shown.
        const double heart = std::min(shown.width(), shown.height()) / 4;
        if (shown.adjusted(heart, heart, -heart, -heart).contains(view)) continue;
        for (const QPointF& port : portsOf(tile, zoom()))
            if (QLineF(m_camera.toView(port), view).length() <= kPortReach) return id;
    }
    return {};
}

double DiagramCanvas::portRadius() const {
    return std::clamp(layout::kTile * zoom() * 0.15, 2.0, 4.5);
}

std::optional<edit::End> DiagramCanvas::linkEndAt(QPointF view) const {
    const session::ViewState& state = *m_session->view();
    if (state.selectionCount() != 1 || state.links().empty()) return std::nullopt;
    const layout::Route* route = m_session->jobs()->routes().find(state.links().front());
    if (!route || route->points.size() < 2) return std::nullopt;
    if (QLineF(m_camera.toView(toQPointF(route->points.back())), view).length() <= kPortReach) return edit::End::To;
    if (QLineF(m_camera.toView(toQPointF(route->points.front())), view).length() <= kPortReach) return edit::End::From;
    return std::nullopt;
}

ElementId DiagramCanvas::elementAt(QPointF page, bool alsoInside) const {
    for (const picture::Hit& hit : scene().at({page.x(), page.y()}, kLinkReach / zoom())) {
        if (hit.owner.kind == picture::OwnerKind::Part)
            return ElementId(hit.owner.id.substr(0, hit.owner.id.find('/')));
        if (hit.owner.kind != picture::OwnerKind::Element) continue;
        const ElementId id(hit.owner.id);
        const layout::Placed* placed = placement().find(id);
        const bool box = placed && (placed->shape == layout::Shape::Container || placed->shape == layout::Shape::Frame);
        if (box && hit.part == picture::HitPart::Body && (!alsoInside || placed->shape == layout::Shape::Frame))
            continue;
        return id;
    }
    return {};
}

GesturePointer DiagramCanvas::gestureFor(const Pointer& pointer) {
    session::ViewState& view = *m_session->view();
    using Tool = session::ViewState::Tool;
    constexpr Qt::KeyboardModifiers kSpace = Qt::AltModifier | Qt::ControlModifier | Qt::ShiftModifier;
    if ((pointer.modifiers & kSpace) == kSpace) return spaceGesture(*this, pointer);
    if (const int edges = handleAt(pointer.view)) return resizeGesture(*this, pointer, view.elements().front(), edges);
    if (const auto end = linkEndAt(pointer.view)) return reconnectGesture(*this, pointer, view.links().front(), *end);
    if (const ElementId port = portAt(pointer.view); !port.empty()) return connectGesture(*this, pointer, port);
    if (view.tool() == Tool::Connect)
        if (const ElementId from = elementAt(pointer.page, false); !from.empty())
            return connectGesture(*this, pointer, from);

    const bool adds = pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    for (const picture::Hit& hit : scene().at({pointer.page.x(), pointer.page.y()}, kLinkReach / zoom())) {
        if (hit.owner.kind == picture::OwnerKind::Link) {
            const LinkId link(hit.owner.id);
            if (adds)
                view.toggle(link);
            else if (!view.isSelected(link))
                view.select(link);
            return bendGesture(*this, pointer, link);
        }
        break;
    }
    const ElementId id = elementAt(pointer.page, false);
    if (id.empty()) {
        const ElementId within = session::containerAt(diagram(), catalog(), placement(), toPoint(pointer.page));
        return bandGesture(*this, pointer, within);
    }
    if (view.isSelected(id)) {
        m_deferredClick = true; // which click it is shows at the release: a drag moves them all
    } else if (pointer.modifiers & Qt::ShiftModifier) {
        view.toggle(id);
    } else if (pointer.modifiers & Qt::ControlModifier) {
        m_deferredClick = true;
        view.select(id);
    } else {
        view.select(id);
    }
    return moveGesture(*this, pointer, pointer.modifiers & Qt::AltModifier);
}

void DiagramCanvas::begin(GesturePointer gesture) {
    m_gesture = std::move(gesture);
    if (m_gesture) setCursor(m_gesture->cursor());
    refreshOverlay();
    emit gestureChanged();
}

void DiagramCanvas::endGesture() {
    if (!m_gesture) return;
    m_gesture.reset();
    hide({});
    m_dragging = false;
    m_pressed = Qt::NoButton;
    setCursor(m_session && m_session->view()->tool() == session::ViewState::Tool::Hand ? Qt::OpenHandCursor
                                                                                       : Qt::ArrowCursor);
    refreshOverlay();
    emit gestureChanged();
}

void DiagramCanvas::cancelGesture() {
    endGesture();
    setKeepMouseGrab(false);
}

QString DiagramCanvas::hint() const {
    return m_gesture && (m_dragging || m_pressed == Qt::NoButton) ? m_gesture->hint() : QString();
}

void DiagramCanvas::mousePressEvent(QMouseEvent* event) {
    if (!m_session) return;
    emit pressed();
    emit focusWanted();
    setKeyboardFocus(false);
    m_flight.stop();
    if (m_gesture && m_pressed != Qt::NoButton) { // another button while one is held
        event->accept();
        return;
    }
    m_press = pointerAt(event->position(), event->modifiers());
    m_pressed = event->button();
    m_dragging = false;
    m_deferredClick = false;
    const bool hand = m_session->view()->tool() == session::ViewState::Tool::Hand;
    if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton ||
        (event->button() == Qt::LeftButton && (m_spaceHeld || hand))) {
        begin(panGesture(*this, m_press));
    } else if (event->button() == Qt::LeftButton) {
        using Tool = session::ViewState::Tool;
        const Tool tool = m_session->view()->tool();
        if (tool == Tool::Words || tool == Tool::Note) {
            const std::string service = tool == Tool::Words ? "text" : "note";
            const Point at = toPoint(m_press.page);
            const session::DropPlan plan = session::planNew(diagram(), catalog(), placement(), service, at);
            m_session->view()->setTool(Tool::Select);
            m_pressed = Qt::NoButton;
            const ElementId made = m_session->editor()->place(service, {}, at, plan);
            m_session->jobs()->finish();
            if (!made.empty()) emit renameRequested(session::toQString(made.str()));
        } else {
            begin(gestureFor(m_press));
        }
    }
    event->accept();
}

void DiagramCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_gesture) return;
    if (!m_dragging && QLineF(event->position(), m_press.view).length() < kDragStart) return;
    if (!m_dragging) {
        m_dragging = true;
        emit gestureChanged();
    }
    m_gesture->move(pointerAt(event->position(), event->modifiers()));
    refreshOverlay();
}

void DiagramCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != m_pressed || !m_gesture) return;
    // A quick hand lets go before the first move has been told.
    if (!m_dragging && QLineF(event->position(), m_press.view).length() >= kDragStart) m_dragging = true;
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    if (m_dragging) {
        const GesturePointer gesture = std::move(m_gesture);
        m_gesture.reset();
        gesture->finish(pointer);
        m_gesture = nullptr;
        hide({});
        m_dragging = false;
        m_pressed = Qt::NoButton;
        setCursor(m_session->view()->tool() == session::ViewState::Tool::Hand ? Qt::OpenHandCursor : Qt::ArrowCursor);
        refreshOverlay();
        emit gestureChanged();
        hoverAt(event->position());
        return;
    }
    const Qt::MouseButton button = m_pressed;
    endGesture();
    if (button == Qt::RightButton) {
        const ElementId id = elementAt(pointer.page, true);
        session::ViewState& view = *m_session->view();
        const std::vector<picture::Hit> hits = scene().at({pointer.page.x(), pointer.page.y()}, kLinkReach / zoom());
        if (!hits.empty() && hits.front().owner.kind == picture::OwnerKind::Link) {
            if (!view.isSelected(LinkId(hits.front().owner.id))) view.select(LinkId(hits.front().owner.id));
        } else if (id.empty()) {
            view.clearSelection();
        } else if (!view.isSelected(id)) {
            view.select(id);
        }
        emit menuRequested(event->position().x(), event->position().y());
        return;
    }
    if (button != Qt::LeftButton || m_spaceHeld) return;
    clickDeeper(pointer);
}

// The release of a press that never became a drag.
void DiagramCanvas::clickDeeper(const Pointer& pointer) {
    session::ViewState& view = *m_session->view();
    const ElementId top = elementAt(pointer.page, false);
    if (m_deferredClick) {
        if (pointer.modifiers & Qt::ShiftModifier) {
            view.toggle(top);
        } else if (pointer.modifiers & Qt::ControlModifier) {
            // What lies deeper at this place, the next one each time.
            std::vector<ElementId> stack;
            for (const picture::Hit& hit : scene().at({pointer.page.x(), pointer.page.y()}, kLinkReach / zoom()))
                if (hit.owner.kind == picture::OwnerKind::Element) {
                    const ElementId id(hit.owner.id);
                    if (std::find(stack.begin(), stack.end(), id) == stack.end()) stack.push_back(id);
                }
            const auto now =
                view.elements().empty() ? stack.end() : std::find(stack.begin(), stack.end(), view.elements().front());
            if (now != stack.end()) view.select(now + 1 == stack.end() ? stack.front() : *(now + 1));
        } else {
            view.select(top);
        }
        return;
    }
    if (!top.empty() || portAt(pointer.view) != ElementId() || handleAt(pointer.view) != 0) return;
    const std::vector<picture::Hit> hits = scene().at({pointer.page.x(), pointer.page.y()}, kLinkReach / zoom());
    if (!hits.empty() && hits.front().owner.kind == picture::OwnerKind::Link) return;
    // The blank inside of a container: a click picks the container, a drag would have been a rubber band.
    const ElementId inside = elementAt(pointer.page, true);
    if (pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) {
        if (!inside.empty()) view.toggle(inside);
    } else if (inside.empty()) {
        view.clearSelection();
    } else {
        view.select(inside);
    }
}

void DiagramCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!m_session || event->button() != Qt::LeftButton) return;
    cancelGesture();
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    const std::vector<picture::Hit> hits = scene().at({pointer.page.x(), pointer.page.y()}, kLinkReach / zoom());
    QString id;
    if (!hits.empty() && hits.front().owner.kind == picture::OwnerKind::Link) {
        id = session::toQString(hits.front().owner.id);
        m_session->view()->select(LinkId(hits.front().owner.id));
    } else if (const ElementId element = elementAt(pointer.page, true); !element.empty()) {
        id = session::toQString(element.str());
        m_session->view()->select(element);
    }
    if (!id.isEmpty()) emit renameRequested(id);
    event->accept();
}

void DiagramCanvas::mouseUngrabEvent() {
    if (m_pressed != Qt::NoButton) endGesture();
}

void DiagramCanvas::hoverAt(QPointF view) {
    if (!m_session || m_gesture) return;
    session::ViewState& state = *m_session->view();
    if (const int edges = handleAt(view)) {
        setCursor(edges == 1 || edges == 4    ? Qt::SizeHorCursor
                  : edges == 2 || edges == 8  ? Qt::SizeVerCursor
                  : edges == 3 || edges == 12 ? Qt::SizeFDiagCursor
                                              : Qt::SizeBDiagCursor);
        return;
    }
    if (!portAt(view).empty() || linkEndAt(view)) {
        setCursor(Qt::CrossCursor);
        return;
    }
    setCursor(m_spaceHeld || state.tool() == session::ViewState::Tool::Hand ? Qt::OpenHandCursor : Qt::ArrowCursor);
    const QPointF page = m_camera.toPage(view);
    const std::vector<picture::Hit> hits = scene().at({page.x(), page.y()}, kLinkReach / zoom());
    if (!hits.empty() && hits.front().owner.kind == picture::OwnerKind::Link) {
        state.setHovered(session::toQString(hits.front().owner.id));
        return;
    }
    state.setHovered(session::toQString(elementAt(page, false).str()));
}

void DiagramCanvas::hoverMoveEvent(QHoverEvent* event) {
    hoverAt(event->position());
}

void DiagramCanvas::hoverLeaveEvent(QHoverEvent*) {
    if (m_session) m_session->view()->setHovered({});
}

void DiagramCanvas::wheelEvent(QWheelEvent* event) {
    m_flight.stop();
    using Wheel = session::Preferences::WheelChoice;
    const Wheel choice = session::Preferences::instance().wheel();
    // A notched wheel turns by whole notches and gives no pixels; a touchpad does both.
    const bool notched =
        event->pixelDelta().isNull() && event->angleDelta().y() % 120 == 0 && event->phase() == Qt::NoScrollPhase;
    const bool zooms = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) || choice == Wheel::Zooms ||
                       (choice == Wheel::ByDevice && notched && !(event->modifiers() & Qt::ShiftModifier));
    QPointF delta = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
    if (zooms) {
        // With Alt some systems turn the wheel's direction into the horizontal one.
        const double turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
        setCamera(m_camera.zoomedAt(event->position(), zoom() * std::pow(kWheelZoom, turn / 120)));
    } else {
        if ((event->modifiers() & Qt::ShiftModifier) && delta.x() == 0) delta = {delta.y(), 0};
        setCamera(m_camera.movedBy(delta));
    }
    event->accept();
}

bool DiagramCanvas::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setCamera(m_camera.zoomedAt(gesture->position(), zoom() * (1 + gesture->value())));
            return true;
        }
    }
    return QQuickItem::event(event);
}

void DiagramCanvas::setSpaceHeld(bool held) {
    if (held == m_spaceHeld) return;
    m_spaceHeld = held;
    if (!m_gesture) setCursor(held ? Qt::OpenHandCursor : Qt::ArrowCursor);
    emit spaceHeldChanged();
}

void DiagramCanvas::setKeyboardFocus(bool focus) {
    if (focus == m_keyboardFocus) return;
    m_keyboardFocus = focus;
    refreshOverlay();
    emit keyboardFocusChanged();
}

void DiagramCanvas::beginPlacing(const QString& service, const QString& preset) {
    endGesture();
    begin(placeGesture(*this, session::toStdString(service), session::toStdString(preset)));
}

void DiagramCanvas::placingAt(double x, double y, int modifiers) {
    if (!m_gesture) return;
    m_gesture->move(pointerAt({x, y}, Qt::KeyboardModifiers::fromInt(modifiers)));
    refreshOverlay();
    emit gestureChanged();
}

void DiagramCanvas::drop(double x, double y, int modifiers) {
    if (!m_gesture) return;
    const GesturePointer gesture = std::move(m_gesture);
    m_gesture.reset();
    if (contains({x, y})) gesture->finish(pointerAt({x, y}, Qt::KeyboardModifiers::fromInt(modifiers)));
    hide({});
    refreshOverlay();
    emit gestureChanged();
}

void DiagramCanvas::menuAtSelection() {
    QPointF at(width() / 2, height() / 2);
    if (!m_session->view()->elements().empty())
        if (const auto body = bodyOf(m_session->view()->elements().front())) at = m_camera.toView(body->center());
    emit menuRequested(at.x(), at.y());
}

void DiagramCanvas::startConnecting(const QString& from, double x, double y) {
    endGesture();
    begin(connectGesture(*this, pointerAt({x, y}, {}), session::elementId(from)));
}

} // namespace sky::canvas
