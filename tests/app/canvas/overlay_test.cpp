// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/diagram_canvas.h"
#include "canvas/overlay.h"

#include <QPainter>

#include <gtest/gtest.h>

namespace sky::canvas {
namespace {

TEST(Overlay, AMarkedLinkDoesNotStrikeThroughItsLabel) {
    Overlay overlay;
    Overlay::Path path;
    path.page = {{10, 50}, {190, 50}};
    path.ink = Ink::Focus;
    path.label = QRectF(80, 40, 40, 20);
    overlay.paths.push_back(path);
    OverlayTheme theme;
    theme.focus = Qt::blue;
    QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintOverlay(painter, overlay, Camera{}, theme);
    painter.end();
    EXPECT_EQ(qAlpha(image.pixel(100, 50)), 0);
    EXPECT_GT(qAlpha(image.pixel(40, 50)), 100);
    EXPECT_GT(qAlpha(image.pixel(150, 50)), 100);
}

TEST(Overlay, PortsOfASmallTileStandOutsideIt) {
    const QRectF tile(100, 100, 40, 40);
    EXPECT_EQ(portsOf(tile, 1)[0], QPointF(140, 120));
    const double zoom = 0.5; // a tile of 20 pixels: six outside
    EXPECT_EQ(portsOf(tile, zoom)[0], QPointF(140 + 6 / zoom, 120));
    EXPECT_EQ(portsOf(tile, zoom)[3], QPointF(120, 100 - 6 / zoom));
}

} // namespace
} // namespace sky::canvas
