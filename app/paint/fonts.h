// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of a picture: Noto Sans, and Noto Sans CJK KR for what that lacks, without hinting, so that text is as wide
// at every scale as the width table of base/ says. Needs a QGuiApplication; fonts belong to the thread they are used on.
#pragma once

#include "base/text.h"
#include "picture/figure.h"

#include <QFont>

#include <optional>
#include <span>
#include <vector>

namespace sky::paint {

[[nodiscard]] QFont pictureFont(double pixelSize, bool bold);

// What the fonts of this machine mean for these figures. `unreadable`: no font here has the letters, so they would come
// out as boxes and the picture must not be made. `substituted`: another font stands in; widths and looks differ.
struct FontProblem {
    bool unreadable = false;
    Text what;
    Text remedy;
};
[[nodiscard]] std::vector<FontProblem> fontProblems(std::span<const picture::FigurePointer> figures);

} // namespace sky::paint
