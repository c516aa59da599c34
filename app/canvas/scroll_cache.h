// SPDX-License-Identifier: GPL-3.0-or-later
// The scroll cache: the visible part of the page and a margin round it, painted once into an image. Panning moves over
// it; near its edge it is shifted and only the strips that appear are painted. While zooming goes on it is shown scaled,
// and painted anew when it no longer serves or the hand rests; a large drawing on a thread of its own. GUI thread only;
// figures are shared with the painting thread, not copied.
#pragma once

#include "canvas/camera.h"
#include "paint/painter.h"
#include "picture/scene.h"

#include <QImage>
#include <QRect>

#include <functional>
#include <memory>
#include <vector>

namespace sky::canvas {

// A part of the page as pixels.
struct PaintedArea {
    QImage image;
    QPoint origin;    // of the image's top left pixel, in device pixels of a page scaled by `scale`
    double scale = 0; // device pixels per pixel of the page; 0: nothing painted
    quint64 content = 0;

    [[nodiscard]] QRectF page() const { return {QPointF(origin) / scale, QSizeF(image.size()) / scale}; }
};

struct CanvasColors {
    QColor canvas;
    QColor dot;
    bool dots = true;
    friend bool operator==(const CanvasColors&, const CanvasColors&) = default;
};

class ScrollCache {
  public:
    using Figures = std::vector<picture::FigurePointer>;
    using Collect = std::function<Figures(const QRectF& page)>;

    explicit ScrollCache(std::function<void()> ready); // called on the painting thread when a repaint is done
    ~ScrollCache();
    ScrollCache(const ScrollCache&) = delete;
    ScrollCache& operator=(const ScrollCache&) = delete;

    void setColors(const CanvasColors& colors);
    void invalidate();                   // everything is to be painted anew
    void invalidate(const QRectF& page); // a part of it

    // Brings the cache up to date for what is to be seen. True when the image changed. While `zooming`, an image of
    // nearly the right scale will do.
    bool update(const Camera& camera, QSizeF view, double devicePixelRatio, bool zooming, const Collect& collect);
    bool takeRepaint(); // what the thread has painted; true when it became the image

    [[nodiscard]] const PaintedArea& area() const { return m_area; }
    [[nodiscard]] bool settled() const { return !m_repainting && m_dirty.isEmpty() && !m_allDirty; }
    [[nodiscard]] quint64 repaints() const { return m_repaints; } // full ones, for the benchmark

  private:
    struct Thread;
    void paint(QImage& image, QPoint origin, double scale, const QRect& part, const Figures& figures);
    bool paintDirty(const Collect& collect);
    void shiftTo(QPoint origin, const Collect& collect);
    void repaint(const Camera& camera, QSize size, double scale, const Collect& collect);

    PaintedArea m_area;
    CanvasColors m_colors;
    paint::Painter m_painter;
    QRectF m_dirty;
    bool m_allDirty = true;
    bool m_repainting = false;
    quint64 m_content = 0; // counts invalidations: a repaint of an older content is followed by another
    quint64 m_repaints = 0;
    std::unique_ptr<Thread> m_thread;
};

// Background, dots and figures of a part of an image.
void paintPart(QImage& image, QPoint origin, double scale, const QRect& part, const CanvasColors& colors,
               const std::vector<picture::FigurePointer>& figures, paint::Painter& painter);

} // namespace sky::canvas
