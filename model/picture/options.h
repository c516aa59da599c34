// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chooses about a picture, apart from the diagram itself.
#pragma once

#include "base/text.h"
#include "picture/color.h"
#include "picture/icon_pack.h"

#include <memory>

namespace sky::picture {

struct Options {
    ThemeName theme = ThemeName::Light;
    Language language = Language::English;
    bool titleBlock = false;                 // name, author, date and version above the drawing
    bool legend = false;                     // the kinds of lines, subnets and security groups that occur, below it
    bool linkNumbers = false;                // a numbered disc at the start of every link, in the order requests take
    std::shared_ptr<const IconPack> icons{}; // AWS's own, where the user has them; null: the project's
    friend bool operator==(const Options&, const Options&) = default;
};

} // namespace sky::picture
