// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/printing.h"

#include "paint/painter.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace sky::canvas {

bool printPage(const picture::Page& page, QPrinter& printer) {
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    const QRectF paper({0, 0}, printer.pageLayout().paintRectPixels(printer.resolution()).size());
    // Never larger than life: a small drawing does not become a poster.
    const double life = printer.resolution() / 96.0;
    const double scale =
        std::min({paper.width() / page.area.width, paper.height() / page.area.height, 1.5 * life});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((paper.width() - page.area.width * scale) / 2, (paper.height() - page.area.height * scale) / 2);
    painter.scale(scale, scale);
    painter.translate(-page.area.x, -page.area.y);
    paint::Painter().draw(painter, page.figures, {.scale = 1e6});
    return painter.end();
}

} // namespace sky::canvas
