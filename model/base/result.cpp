// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace sky {

std::string Error::in(Language language) const {
    std::string line = place;
    if (!line.empty()) line += ": ";
    line += what.in(language);
    if (!remedy.empty()) {
        line += ' ';
        line += remedy.in(language);
    }
    return line;
}

} // namespace sky
