// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the page a view shows: page = origin + view / zoom. A value.
#pragma once

#include "base/geometry.h"
#include "picture/primitive.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <algorithm>
#include <cmath>

namespace sky::canvas {

inline constexpr double kLeastZoom = 0.05;
inline constexpr double kMostZoom = 8;

struct Camera {
    QPointF origin; // the place of the page at the view's top left corner
    double zoom = 1;

    [[nodiscard]] QPointF toPage(QPointF view) const { return origin + view / zoom; }
    [[nodiscard]] QPointF toView(QPointF page) const { return (page - origin) * zoom; }
    [[nodiscard]] QRectF toView(const QRectF& page) const { return {toView(page.topLeft()), page.size() * zoom}; }
    [[nodiscard]] QRectF pageRect(QSizeF view) const { return {origin, view / zoom}; }

    // The place under `at` stays where it is.
    [[nodiscard]] Camera zoomedAt(QPointF at, double wanted) const {
        const double next = std::clamp(wanted, kLeastZoom, kMostZoom);
        return {toPage(at) - at / next, next};
    }
    [[nodiscard]] Camera movedBy(QPointF view) const { return {origin - view / zoom, zoom}; }

    // All of `page` within `view` less the margins, never larger than `most`.
    [[nodiscard]] static Camera showing(const QRectF& page, QSizeF view, double margin, double most) {
        if (page.isEmpty() || view.isEmpty()) return {};
        const double across = std::max(view.width() - 2 * margin, 10.0) / page.width();
        const double down = std::max(view.height() - 2 * margin, 10.0) / page.height();
        const double zoom = std::clamp(std::min({across, down, most}), kLeastZoom, kMostZoom);
        return {page.center() - QPointF(view.width(), view.height()) / (2 * zoom), zoom};
    }
    friend bool operator==(const Camera&, const Camera&) = default;
};

[[nodiscard]] inline Point toPoint(QPointF p) {
    return {static_cast<std::int32_t>(std::lround(p.x())), static_cast<std::int32_t>(std::lround(p.y()))};
}
[[nodiscard]] inline QRectF toQRectF(const Rect& r) {
    return {static_cast<double>(r.x), static_cast<double>(r.y), static_cast<double>(r.width),
            static_cast<double>(r.height)};
}
[[nodiscard]] inline QRectF toQRectF(const picture::RectD& r) {
    return {r.x, r.y, r.width, r.height};
}
[[nodiscard]] inline picture::RectD toRectD(const QRectF& r) {
    return {r.x(), r.y(), r.width(), r.height()};
}
[[nodiscard]] inline QPointF toQPointF(Point p) {
    return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

} // namespace sky::canvas
