// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn over the diagram while hands work on it: selection, handles, ports, guides, what is dragged. Places are
// on the page, widths on the screen. A value that a gesture fills and an OverlayItem paints.
#pragma once

#include "canvas/camera.h"

#include <QColor>
#include <QImage>
#include <QLineF>
#include <QQuickPaintedItem>
#include <QString>

#include <vector>

namespace sky::canvas {

struct OverlayTheme {
    QColor focus;
    QColor accent;
    QColor accept;
    QColor refuse;
    QColor canvas;
    QColor onFill;
    QColor link;
};

enum class Ink { Focus, Accent, Accept, Refuse, Link };

struct Overlay {
    struct Outline {
        QRectF page;
        Ink ink = Ink::Focus;
        double width = 2;
        double outside = 2; // screen pixels between the thing and the line
        double radius = 0;
        bool dashed = false;
        double opacity = 1;
    };
    struct Handle {
        QPointF page;
        bool round = false; // a link's end
        double side = 8;
    };
    struct Port {
        QPointF page;
        Ink ink = Ink::Focus;
        bool filled = false;
        double radius = 4.5;
    };
    struct Chip { // white on a fill, its middle at a place
        QPointF page;
        QPointF offset; // on the screen
        QString text;
        Ink ink = Ink::Accent;
    };
    struct Mark { // a disc: check or bar
        QPointF page;
        bool accept = true;
    };
    struct Path {
        std::vector<QPointF> page;
        Ink ink = Ink::Link;
        double width = 1.5;
        bool dashed = false;
        bool arrow = true;
        QRectF label; // on the page: the line spares it
    };
    struct Guide {
        QLineF page;
        bool ends = false; // ticks: a gap with its distance
        QString distance;
    };
    struct Sprite {
        QImage image;
        QRectF page;
        double opacity = 0.9;
    };

    std::vector<Outline> outlines;
    std::vector<Handle> handles;
    std::vector<Port> ports;
    std::vector<Chip> chips;
    std::vector<Mark> marks;
    std::vector<Path> paths;
    std::vector<Guide> guides;
    std::vector<Sprite> sprites;
    std::vector<QRectF> veils; // covered with the canvas' colour: not for this gesture
    QRectF band;               // rubber band

    [[nodiscard]] bool empty() const;
    [[nodiscard]] QRectF bounds(const Camera& camera) const; // on the screen, generous
};

// Only as large as what it shows: the software renderer blends every pixel of an item.
class OverlayItem : public QQuickPaintedItem {
    Q_OBJECT

  public:
    explicit OverlayItem(QQuickItem* parent);
    void show(Overlay overlay, const Camera& camera, const OverlayTheme& theme, QSizeF view);
    void paint(QPainter* painter) override;

  private:
    Overlay m_overlay;
    Camera m_camera;
    OverlayTheme m_theme;
};

void paintOverlay(QPainter& painter, const Overlay& overlay, const Camera& camera, const OverlayTheme& theme);

} // namespace sky::canvas
