// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/overlay.h"

#include "paint/fonts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

namespace sky::canvas {

namespace {

constexpr double kPort = 4.5;
constexpr double kChipHeight = 20;
constexpr double kMarkRadius = 9;

QColor colorOf(Ink ink, const OverlayTheme& theme) {
    switch (ink) {
    case Ink::Focus:
        return theme.focus;
    case Ink::Accent:
        return theme.accent;
    case Ink::Accept:
        return theme.accept;
    case Ink::Refuse:
        return theme.refuse;
    case Ink::Link:
        return theme.link;
    }
    return theme.focus;
}

double chipWidth(const QString& text) {
    return QFontMetricsF(paint::pictureFont(12, true)).horizontalAdvance(text) + 20;
}

void paintChip(QPainter& painter, QPointF middle, const QString& text, const QColor& fill, const QColor& ink) {
    const double width = chipWidth(text);
    const QRectF box(middle.x() - width / 2, middle.y() - kChipHeight / 2, width, kChipHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(ink);
    painter.setFont(paint::pictureFont(12, true));
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintMark(QPainter& painter, QPointF at, bool accept, const OverlayTheme& theme) {
    painter.setPen(QPen(theme.canvas, 2));
    painter.setBrush(accept ? theme.accept : theme.refuse);
    painter.drawEllipse(at, kMarkRadius, kMarkRadius);
    QPen pen(theme.onFill, 1.75);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (accept)
        painter.drawPolyline(QPolygonF{at + QPointF(-3.5, 0.25), at + QPointF(-1, 2.75), at + QPointF(3.5, -2.5)});
    else
        painter.drawLine(at + QPointF(-3.5, 0), at + QPointF(3.5, 0));
}

void paintPath(QPainter& painter, const Overlay::Path& path, const Camera& camera, const OverlayTheme& theme) {
    if (path.page.size() < 2) return;
    const QColor color = colorOf(path.ink, theme);
    QPolygonF line;
    for (const QPointF& point : path.page) line << camera.toView(point);
    QPen pen(color, path.width);
    pen.setJoinStyle(Qt::RoundJoin);
    if (path.dashed) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (path.label.isNull()) {
        painter.drawPolyline(line);
    } else {
        const QRectF all = line.boundingRect().adjusted(-4, -4, 4, 4); // with room for the pen
        painter.save();
        painter.setClipRegion(QRegion(all.toAlignedRect()).subtracted(camera.toView(path.label).toAlignedRect()),
                              Qt::IntersectClip);
        painter.drawPolyline(line);
        painter.restore();
    }
    if (!path.arrow) return;
    const QPointF tip = line.back();
    const QLineF last(line.at(line.size() - 2), tip);
    if (last.length() < 0.5) return;
    const QPointF along = (last.p2() - last.p1()) / last.length();
    const QPointF across(-along.y(), along.x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{tip, tip - along * 9 + across * 4, tip - along * 9 - across * 4});
}

void paintGuide(QPainter& painter, const Overlay::Guide& guide, const Camera& camera, const OverlayTheme& theme) {
    const QLineF line(camera.toView(guide.page.p1()), camera.toView(guide.page.p2()));
    painter.setPen(QPen(theme.accent, 1));
    painter.drawLine(line);
    if (!guide.ends) return;
    const bool across = std::abs(line.dx()) > std::abs(line.dy());
    const QPointF tick = across ? QPointF(0, 4) : QPointF(4, 0);
    painter.drawLine(line.p1() - tick, line.p1() + tick);
    painter.drawLine(line.p2() - tick, line.p2() + tick);
    if (!guide.distance.isEmpty())
        paintChip(painter, line.center() - (across ? QPointF(0, 14) : QPointF(-22, 0)), guide.distance, theme.accent,
                  theme.onFill);
}

void paintOutline(QPainter& painter, const Overlay::Outline& outline, const Camera& camera, const OverlayTheme& theme) {
    QColor color = colorOf(outline.ink, theme);
    color.setAlphaF(static_cast<float>(outline.opacity));
    QPen pen(color, outline.width);
    if (outline.dashed) pen.setDashPattern({3, 2});
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double by = outline.outside + outline.width / 2 - 1;
    const QRectF box = camera.toView(outline.page).adjusted(-by, -by, by, by);
    if (outline.radius > 0)
        painter.drawRoundedRect(box, outline.radius, outline.radius);
    else
        painter.drawRect(box);
}

} // namespace

bool Overlay::empty() const {
    return outlines.empty() && handles.empty() && ports.empty() && chips.empty() && marks.empty() && paths.empty() &&
           guides.empty() && sprites.empty() && veils.empty() && band.isNull();
}

QRectF Overlay::bounds(const Camera& camera) const {
    QRectF all;
    const auto add = [&](const QRectF& view) { all = all.isNull() ? view : all.united(view); };
    const auto around = [&](QPointF page, double by) {
        const QPointF at = camera.toView(page);
        add({at.x() - by, at.y() - by, 2 * by, 2 * by});
    };
    for (const Outline& each : outlines) add(camera.toView(each.page).adjusted(-8, -8, 8, 8));
    for (const Handle& each : handles) around(each.page, 8);
    for (const Port& each : ports) around(each.page, 8);
    for (const Chip& each : chips) {
        const double half = chipWidth(each.text) / 2 + 2;
        const QPointF at = camera.toView(each.page) + each.offset;
        add({at.x() - half, at.y() - 14, 2 * half, 28});
    }
    for (const Mark& each : marks) around(each.page, kMarkRadius + 3);
    for (const Path& each : paths)
        for (const QPointF& point : each.page) around(point, 12);
    for (const Guide& each : guides)
        add(QRectF(camera.toView(each.page.p1()), camera.toView(each.page.p2()))
                .normalized()
                .adjusted(-40, -30, 40, 30));
    for (const Sprite& each : sprites) add(camera.toView(each.page).adjusted(-2, -2, 2, 2));
    for (const QRectF& each : veils) add(camera.toView(each).adjusted(-1, -1, 1, 1));
    if (!band.isNull()) add(camera.toView(band).adjusted(-2, -2, 2, 2));
    return all;
}

void paintOverlay(QPainter& painter, const Overlay& overlay, const Camera& camera, const OverlayTheme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QColor veil = theme.canvas;
    veil.setAlphaF(0.6f);
    for (const QRectF& each : overlay.veils) painter.fillRect(camera.toView(each), veil);
    for (const Overlay::Sprite& sprite : overlay.sprites) {
        painter.setOpacity(sprite.opacity);
        painter.drawImage(camera.toView(sprite.page), sprite.image);
        painter.setOpacity(1);
    }
    for (const Overlay::Path& path : overlay.paths) paintPath(painter, path, camera, theme);
    for (const Overlay::Guide& guide : overlay.guides) paintGuide(painter, guide, camera, theme);
    for (const Overlay::Outline& outline : overlay.outlines) paintOutline(painter, outline, camera, theme);
    if (!overlay.band.isNull()) {
        QColor fill = theme.accent;
        fill.setAlphaF(0.08f);
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(camera.toView(overlay.band));
    }
    for (const Overlay::Handle& handle : overlay.handles) {
        const QPointF at = camera.toView(handle.page);
        painter.setPen(QPen(theme.focus, 1.5));
        painter.setBrush(theme.canvas);
        if (handle.round)
            painter.drawEllipse(at, 5, 5);
        else
            painter.drawRoundedRect(
                QRectF(at.x() - handle.side / 2, at.y() - handle.side / 2, handle.side, handle.side), 2, 2);
    }
    for (const Overlay::Port& port : overlay.ports) {
        const QColor color = colorOf(port.ink, theme);
        painter.setPen(QPen(color, 1.75));
        painter.setBrush(port.filled ? color : theme.canvas);
        painter.drawEllipse(camera.toView(port.page), port.radius, port.radius);
    }
    for (const Overlay::Mark& mark : overlay.marks) paintMark(painter, camera.toView(mark.page), mark.accept, theme);
    for (const Overlay::Chip& chip : overlay.chips)
        paintChip(painter, camera.toView(chip.page) + chip.offset, chip.text, colorOf(chip.ink, theme), theme.onFill);
}

OverlayItem::OverlayItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setVisible(false);
    setAcceptedMouseButtons(Qt::NoButton);
}

void OverlayItem::show(Overlay overlay, const Camera& camera, const OverlayTheme& theme, QSizeF view) {
    m_overlay = std::move(overlay);
    m_camera = camera;
    m_theme = theme;
    const QRect place =
        m_overlay.empty() ? QRect() : m_overlay.bounds(camera).intersected(QRectF({0, 0}, view)).toAlignedRect();
    setVisible(!place.isEmpty());
    if (place.isEmpty()) return;
    setPosition(place.topLeft());
    setSize(place.size());
    update();
}

void OverlayItem::paint(QPainter* painter) {
    painter->translate(-position());
    paintOverlay(*painter, m_overlay, m_camera, m_theme);
}

} // namespace sky::canvas
