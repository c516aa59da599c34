// SPDX-License-Identifier: GPL-3.0-or-later
// Draws figures with QPainter: what the SVG writer writes, the same curves and dashes at the same places. The canvas,
// PNG and PDF all draw through it. A Painter keeps paths and shaped texts between calls; have one per thread.
#pragma once

#include "picture/figure.h"

#include <QPainter>

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace sky::paint {

struct DrawOptions {
    double scale = 1;      // device pixels per pixel of the page: decides which details are left out
    picture::RectD clip{}; // part of the page that shows; empty: all
    double leastLine = 0;  // device pixels: no line is drawn thinner, so that a small preview keeps its hairlines
};

class Painter {
  public:
    // An icon pack's own SVG for an icon key; empty: the project's own icon.
    using PackIcon = std::function<std::string(const std::string& icon)>;

    explicit Painter(PackIcon packIcon = {});
    ~Painter();
    Painter(Painter&&) noexcept;
    Painter& operator=(Painter&&) noexcept;

    // `painter` maps page pixels to the device already. Layer by layer over all figures, given in drawing order.
    void draw(QPainter& painter, std::span<const picture::FigurePointer> figures, const DrawOptions& options);

  private:
    struct Tools;
    std::unique_ptr<Tools> m_tools;
};

[[nodiscard]] QPainterPath pathOf(const picture::Line& line); // with its rounded bends
[[nodiscard]] QColor toQColor(picture::Color color);
[[nodiscard]] QRectF toQRectF(const picture::RectD& rect);

} // namespace sky::paint
