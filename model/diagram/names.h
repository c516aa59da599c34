// SPDX-License-Identifier: GPL-3.0-or-later
// What a text may be made of, and which id a wrong one was probably meant to be.
#pragma once

#include "base/text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sky::diagram {

// Names: at most `most` printable characters on one line, at least one of them visible. Empty is fine.
[[nodiscard]] std::optional<Text> flawOfName(std::string_view name, std::size_t most);

// Longer texts: well-formed UTF-8 of at most `most` bytes; lines and tabs are fine, other controls are not.
[[nodiscard]] std::optional<Text> flawOfText(std::string_view text, std::size_t most);

// Number of single-character changes between two texts; stops counting above `most`.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most);

// Keeps the nearest of the candidates it is shown; at a tie the first.
class Nearest {
  public:
    explicit Nearest(std::string_view wrong);
    void consider(std::string_view candidate);
    [[nodiscard]] const std::string& found() const { return m_found; }

  private:
    std::string m_wrong; // in lower case
    std::string m_found;
    std::size_t m_best;
};

} // namespace sky::diagram
