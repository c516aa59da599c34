// SPDX-License-Identifier: GPL-3.0-or-later
// What needs Qt: PNG, PDF and text outlines. A build without Qt has these functions too, and they say so.
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "picture/page.h"
#include "picture/slide_check.h"
#include "picture/svg_writer.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sky::cli {

struct PaintOrder {
    double scale = 1;
    int dotsPerInch = 0;
    picture::Color background;
    std::string title;
    std::string project; // embedded; empty: left out
    std::optional<picture::Use> use; // paper of a PDF
    std::function<std::string(const std::string&)> packIcon;
    Progress progress;
};

[[nodiscard]] Result<std::string> paintPng(const picture::Page& page, const PaintOrder& order);
[[nodiscard]] Result<std::string> paintPdf(const picture::Page& page, const PaintOrder& order);
[[nodiscard]] Result<std::function<std::string(const picture::Words&)>> textOutlines();

// Names and letters the fonts of this machine draw otherwise than they should; an error when they could not be read.
[[nodiscard]] Result<std::vector<Text>> fontWarnings(const picture::Page& page);

} // namespace sky::cli
