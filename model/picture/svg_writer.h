// SPDX-License-Identifier: GPL-3.0-or-later
// Writes figures as SVG: plain colours, real text, one group per figure with a stable id, `title` and `desc` for screen
// readers, the project inside when asked. Same figures, same bytes. What it writes is what the painter draws.
#pragma once

#include "picture/figure.h"

#include <functional>
#include <span>
#include <string>

namespace sky::picture {

struct SvgOptions {
    RectD area{};                // the part of the page that is written
    Color background = kNoColor; // none: transparent
    std::string title{};
    std::string description{};
    std::string language = "en";
    std::string embedded{}; // the project in base64, as store/ packs it; empty: left out
    // Text as outlines: the path data of one line with its baseline's left end at (0, 0). Unset: real text.
    std::function<std::string(const Words&)> outline{};
    // An icon pack's own file for an icon key, unmodified; empty: the project's own icon.
    std::function<std::string(const std::string& icon)> packIcon{};
};

[[nodiscard]] std::string toSvg(std::span<const FigurePointer> figures, const SvgOptions& options);

// What texts are set in, in this order; the width table of base/ was made from the first two.
inline constexpr const char* kFontFamilies =
    "'Noto Sans','Noto Sans CJK KR','Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',sans-serif";

} // namespace sky::picture
