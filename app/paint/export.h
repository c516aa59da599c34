// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as files: PNG band by band on all cores, PDF as vectors, and the outlines an SVG may carry in place of text.
// The same figures and options give the same bytes. Needs a QGuiApplication (offscreen will do); any thread.
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "paint/painter.h"
#include "picture/page.h"

#include <cstdint>
#include <functional>
#include <string>

namespace sky::paint {

struct PngExport {
    double scale = 1;          // pixels of the file per pixel of the page
    int dotsPerInch = 0;       // 0: 96 per unit of scale, so that the picture keeps its natural size
    picture::Color background; // invisible: transparent
    std::string project;       // the text of the chunk "skyw"; empty: left out
    Painter::PackIcon packIcon;
    unsigned threads = 0; // 0: as many as the machine has
    Progress progress;
};
[[nodiscard]] Result<std::string> toPng(const picture::Page& page, const PngExport& how);

enum class Paper : std::uint8_t { Content, A4, Slide }; // as large as the drawing; A4 and 16:9 with the drawing fitted in

struct PdfExport {
    Paper paper = Paper::Content;
    picture::Color background; // invisible: none
    std::string title;
    Painter::PackIcon packIcon;
};
[[nodiscard]] Result<std::string> toPdf(const picture::Page& page, const PdfExport& how);

// For picture::SvgOptions::outline.
[[nodiscard]] std::function<std::string(const picture::Words&)> textOutlines();

} // namespace sky::paint
