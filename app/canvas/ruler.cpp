// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ruler.h"

#include <QPainter>

#include <cmath>

namespace sky::canvas {

namespace {

constexpr double kLeastGap = 56; // between two figures, on the screen
constexpr int kFigureSize = 10;

} // namespace

Ruler::Ruler(QQuickItem* parent) : QQuickPaintedItem(parent) {
    connect(this, &Ruler::lookChanged, this, [this] { update(); });
}

void Ruler::setCanvas(DiagramCanvas* canvas) {
    if (canvas == m_canvas) return;
    m_canvas = canvas;
    if (canvas) {
        connect(canvas, &DiagramCanvas::cameraChanged, this, [this] { update(); });
        connect(canvas, &DiagramCanvas::sceneChanged, this, [this] { update(); });
        if (canvas->session())
            connect(canvas->session()->view(), &session::ViewState::selectionChanged, this, [this] { update(); });
    }
    emit canvasChanged();
    update();
}

int Ruler::stepAt(double zoom) {
    for (int power = 1;; power *= 10)
        for (const int times : {1, 2, 5})
            if (power * times * zoom >= kLeastGap) return power * times;
}

void Ruler::paint(QPainter* painter) {
    if (!m_canvas || !m_canvas->session() || size().isEmpty()) return;
    const Camera camera = m_canvas->camera();
    const double along = m_down ? height() : width();
    const double across = m_down ? width() : height();
    const double origin = m_down ? camera.origin.y() : camera.origin.x();
    if (m_down) { // drawn as if it lay: its figures read upwards
        painter->rotate(-90);
        painter->translate(-along, 0);
    }
    const auto at = [&](double page) {
        const double view = (page - origin) * camera.zoom;
        return m_down ? along - view : view;
    };
    painter->fillRect(QRectF(0, 0, along, across), m_paper);
    QRectF all;
    for (const ElementId& id : m_canvas->session()->view()->elements())
        if (const auto body = m_canvas->bodyOf(id)) all = all.united(*body);
    if (!all.isNull()) {
        QColor fill = m_mark;
        fill.setAlphaF(0.2f);
        const double a = at(m_down ? all.top() : all.left());
        const double b = at(m_down ? all.bottom() : all.right());
        painter->fillRect(QRectF(std::min(a, b), 0, std::abs(b - a), across), fill);
    }
    const int step = stepAt(camera.zoom);
    QFont font(m_family);
    font.setPixelSize(kFigureSize);
    painter->setFont(font);
    const int first = static_cast<int>(std::floor(origin / step)) * step;
    for (int page = first; page <= origin + along / camera.zoom; page += step) {
        for (int part = 0; part < 5; ++part) {
            const double x = std::floor(at(page + part * step / 5.0)) + 0.5;
            painter->setPen(m_line);
            painter->drawLine(QPointF(x, part == 0 ? across - 8 : across - 4), QPointF(x, across));
        }
        painter->setPen(m_ink);
        const double x = at(page);
        painter->drawText(QRectF(m_down ? x - 60 - 3 : x + 3, 0, 60, across - 5),
                          Qt::AlignVCenter | (m_down ? Qt::AlignRight : Qt::AlignLeft), QString::number(page));
    }
    painter->setPen(m_line);
    painter->drawLine(QPointF(0, across - 0.5), QPointF(along, across - 0.5));
}

} // namespace sky::canvas
