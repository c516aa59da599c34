// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/scroll_cache.h"

#include <QPainter>

#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

namespace sky::canvas {

namespace {

constexpr int kMargin = 256;             // device pixels painted beyond the view on each side
constexpr std::size_t kFewFigures = 220; // painted at once, on the GUI thread: a few milliseconds
constexpr double kDotStep = 24;          // pixels of the page
constexpr double kLeastDotStep = 14;
constexpr double kLeastScale = 0.7; // of the cached one, while zooming
constexpr double kMostScale = 1.4;

void paintDots(QPainter& painter, QPoint origin, double scale, const QRect& part, const QColor& color) {
    double step = kDotStep * scale;
    while (step < kLeastDotStep) step *= 2;
    const double side = scale > 1.5 ? 2 : 1;
    const double left = std::ceil((part.left() + origin.x()) / step) * step - origin.x();
    const double top = std::ceil((part.top() + origin.y()) / step) * step - origin.y();
    std::vector<QRectF> dots;
    for (double y = top; y <= part.bottom() + 1; y += step)
        for (double x = left; x <= part.right() + 1; x += step)
            dots.emplace_back(std::floor(x), std::floor(y), side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(dots.data(), static_cast<int>(dots.size()));
}

QRectF pageOf(const QRect& part, QPoint origin, double scale) {
    return {QPointF(part.topLeft() + origin) / scale, QSizeF(part.size()) / scale};
}

} // namespace

void paintPart(QImage& image, QPoint origin, double scale, const QRect& part, const CanvasColors& colors,
               const std::vector<picture::FigurePointer>& figures, paint::Painter& tools) {
    QPainter painter(&image);
    painter.setClipRect(part);
    painter.fillRect(part, colors.canvas);
    if (colors.dots) paintDots(painter, origin, scale, part, colors.dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.translate(-origin);
    painter.scale(scale, scale);
    paint::DrawOptions options;
    options.scale = scale;
    options.clip = toRectD(pageOf(part, origin, scale));
    tools.draw(painter, figures, options);
}

struct ScrollCache::Thread {
    struct Task {
        QSize size;
        QPoint origin;
        double scale = 1;
        CanvasColors colors;
        Figures figures;
        quint64 content = 0;
    };

    explicit Thread(std::function<void()> notify) : ready(std::move(notify)), thread([this] { run(); }) {}
    ~Thread() {
        {
            const std::lock_guard lock(mutex);
            stop = true;
        }
        wake.notify_one();
        thread.join();
    }
    void submit(Task task) {
        {
            const std::lock_guard lock(mutex);
            next = std::move(task);
        }
        wake.notify_one();
    }
    std::optional<PaintedArea> take() {
        const std::lock_guard lock(mutex);
        std::optional<PaintedArea> taken;
        taken.swap(done);
        return taken;
    }
    void run() {
        paint::Painter painter;
        for (;;) {
            std::optional<Task> task;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return stop || next; });
                if (stop) return;
                task.swap(next);
            }
            PaintedArea area{QImage(task->size, QImage::Format_RGB32), task->origin, task->scale, task->content};
            paintPart(area.image, task->origin, task->scale, area.image.rect(), task->colors, task->figures, painter);
            {
                const std::lock_guard lock(mutex);
                done = std::move(area);
            }
            ready();
        }
    }

    std::function<void()> ready;
    std::mutex mutex;
    std::condition_variable wake;
    std::optional<Task> next;
    std::optional<PaintedArea> done;
    bool stop = false;
    std::thread thread;
};

ScrollCache::ScrollCache(std::function<void()> ready) : m_thread(std::make_unique<Thread>(std::move(ready))) {}
ScrollCache::~ScrollCache() = default;

void ScrollCache::setColors(const CanvasColors& colors) {
    if (colors == m_colors) return;
    m_colors = colors;
    invalidate();
}

void ScrollCache::invalidate() {
    m_allDirty = true;
    ++m_content;
}

void ScrollCache::invalidate(const QRectF& page) {
    m_dirty = m_dirty.isNull() ? page : m_dirty.united(page);
    ++m_content;
}

void ScrollCache::paint(QImage& image, QPoint origin, double scale, const QRect& part, const Figures& figures) {
    paintPart(image, origin, scale, part, m_colors, figures, m_painter);
}

void ScrollCache::shiftTo(QPoint origin, const Collect& collect) {
    const QPoint by = m_area.origin - origin; // where the old pixels go
    const QSize size = m_area.image.size();
    QImage next(size, QImage::Format_RGB32);
    const QRect kept = QRect(by, size).intersected(QRect({0, 0}, size));
    for (int y = kept.top(); y <= kept.bottom(); ++y)
        std::memcpy(next.scanLine(y) + 4 * kept.left(),
                    m_area.image.constScanLine(y - by.y()) + 4 * (kept.left() - by.x()),
                    static_cast<std::size_t>(kept.width()) * 4);
    for (const QRect& part : QRegion(QRect({0, 0}, size)).subtracted(kept))
        paint(next, origin, m_area.scale, part, collect(pageOf(part, origin, m_area.scale)));
    m_area.image = std::move(next);
    m_area.origin = origin;
}

void ScrollCache::repaint(const Camera& camera, QSize size, double scale, const Collect& collect) {
    const QPointF corner = camera.origin * scale;
    const QPoint origin(static_cast<int>(std::floor(corner.x())) - kMargin,
                        static_cast<int>(std::floor(corner.y())) - kMargin);
    Figures figures = collect(pageOf(QRect({0, 0}, size), origin, scale));
    ++m_repaints;
    m_allDirty = false;
    m_dirty = {};
    if (figures.size() <= kFewFigures) {
        m_area = {QImage(size, QImage::Format_RGB32), origin, scale, m_content};
        paint(m_area.image, origin, scale, m_area.image.rect(), figures);
        return;
    }
    m_thread->submit({size, origin, scale, m_colors, std::move(figures), m_content});
    m_repainting = true;
}

bool ScrollCache::takeRepaint() {
    std::optional<PaintedArea> done = m_thread->take();
    if (!done) return false;
    m_repainting = false;
    if (done->content != m_content) m_allDirty = true; // something changed meanwhile: shown, and painted once more
    m_area = *std::move(done);
    return true;
}

bool ScrollCache::paintDirty(const Collect& collect) {
    const QRectF pixels(m_dirty.topLeft() * m_area.scale - QPointF(m_area.origin), m_dirty.size() * m_area.scale);
    const QRect part = pixels.toAlignedRect().adjusted(-2, -2, 2, 2).intersected(m_area.image.rect());
    if (!part.isEmpty()) {
        const Figures figures = collect(pageOf(part, m_area.origin, m_area.scale));
        if (figures.size() > kFewFigures) return false;
        paint(m_area.image, m_area.origin, m_area.scale, part, figures);
    }
    m_dirty = {};
    return true;
}

bool ScrollCache::update(const Camera& camera, QSizeF view, double devicePixelRatio, bool zooming,
                         const Collect& collect) {
    if (view.isEmpty()) return false;
    const double scale = camera.zoom * devicePixelRatio;
    const QSize size(static_cast<int>(std::ceil(view.width() * devicePixelRatio)) + 2 * kMargin,
                     static_cast<int>(std::ceil(view.height() * devicePixelRatio)) + 2 * kMargin);
    const auto paintAnew = [&] {
        if (m_repainting) return false; // the thread's answer brings the next update
        repaint(camera, size, scale, collect);
        return !m_repainting;
    };
    if (m_allDirty || m_area.scale <= 0 || m_area.image.width() < size.width() - kMargin ||
        m_area.image.height() < size.height() - kMargin)
        return paintAnew();
    if (const double ratio = scale / m_area.scale; std::abs(ratio - 1) > 1e-9) {
        const bool serves = ratio > kLeastScale && ratio < kMostScale && m_area.page().contains(camera.pageRect(view));
        return zooming && serves && m_dirty.isEmpty() ? false : paintAnew();
    }

    bool changed = false;
    if (!m_dirty.isEmpty()) {
        if (!paintDirty(collect)) return paintAnew();
        changed = true;
    }
    const QRectF seen(camera.origin * scale - QPointF(m_area.origin), view * devicePixelRatio);
    if (!QRectF(m_area.image.rect()).contains(seen)) {
        const QPoint origin(static_cast<int>(std::floor(camera.origin.x() * scale)) - kMargin,
                            static_cast<int>(std::floor(camera.origin.y() * scale)) - kMargin);
        if (QRect(origin, m_area.image.size()).intersects(QRect(m_area.origin, m_area.image.size()))) {
            shiftTo(origin, collect);
            changed = true;
        } else {
            changed = paintAnew() || changed;
        }
    }
    return changed;
}

} // namespace sky::canvas
