// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/minimap.h"

#include <QMouseEvent>
#include <QPainter>
#include <QQuickWindow>

namespace sky::canvas {

namespace {

// What a figure is at this size: a border, or a spot of its colour.
void sketch(QPainter& painter, const picture::Figure& figure, double scale) {
    for (const picture::Primitive& primitive : figure.primitives) {
        const auto* box = std::get_if<picture::Box>(&primitive.shape);
        if (!box) continue;
        const QRectF rect = toQRectF(box->rect);
        if (figure.container) {
            if (box->rect.width < figure.body.width * 0.9) continue; // its corner icon
            painter.setPen(box->stroke.color.visible() ? QPen(paint::toQColor(box->stroke.color), 1 / scale)
                                                       : QPen(Qt::NoPen));
            painter.setBrush(box->fill.visible() ? QBrush(paint::toQColor(box->fill)) : QBrush(Qt::NoBrush));
            painter.drawRect(rect);
            return;
        }
        const QPointF middle = rect.center();
        const double half = std::max(rect.width() / 2, 2 / scale);
        painter.fillRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half),
                         paint::toQColor(box->fill.visible() ? box->fill : box->stroke.color));
        return;
    }
}

} // namespace

MiniMap::MiniMap(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
}

void MiniMap::setCanvas(DiagramCanvas* canvas) {
    if (canvas == m_canvas) return;
    m_canvas = canvas;
    if (canvas) {
        connect(canvas, &DiagramCanvas::cameraChanged, this, [this] { update(); });
        connect(canvas, &DiagramCanvas::painted, this, &MiniMap::renew);
        connect(canvas, &DiagramCanvas::sceneChanged, this, [this] {
            m_stale = true;
            update();
        });
    }
    emit canvasChanged();
    update();
}

void MiniMap::renew() {
    if (m_stale) update();
}

Camera MiniMap::view() const {
    return Camera::showing(m_all.isEmpty() ? m_canvas->shownPage() : m_all, size(), 6, 1);
}

void MiniMap::paint(QPainter* painter) {
    if (!m_canvas || !m_canvas->session() || size().isEmpty()) return;
    if (m_stale) m_all = toQRectF(m_canvas->scene().bounds());
    const Camera camera = view();
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    const QSize pixels = (size() * ratio).toSize();
    if (m_stale || m_drawing.size() != pixels) {
        m_stale = false;
        m_drawing = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_drawing.fill(Qt::transparent);
        QPainter tools(&m_drawing);
        tools.scale(ratio * camera.zoom, ratio * camera.zoom);
        tools.translate(-camera.origin);
        for (const picture::FigurePointer& figure : m_canvas->scene().all())
            if (figure->owner.kind == picture::OwnerKind::Element) sketch(tools, *figure, camera.zoom * ratio);
    }
    painter->drawImage(QRectF({0, 0}, size()), m_drawing);
    const QRectF seen = camera.toView(m_canvas->shownPage()).intersected(QRectF({0, 0}, size()).adjusted(1, 1, -1, -1));
    QColor fill = m_frameColor;
    fill.setAlphaF(0.08f);
    painter->setPen(QPen(m_frameColor, 1.5));
    painter->setBrush(fill);
    painter->drawRoundedRect(seen, 2, 2);
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    if (!m_canvas || !m_canvas->session()) return;
    const QPointF page = view().toPage(event->position());
    m_canvas->centreOn(page.x(), page.y());
    event->accept();
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    mousePressEvent(event);
}

} // namespace sky::canvas
