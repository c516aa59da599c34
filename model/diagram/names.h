// SPDX-License-Identifier: GPL-3.0-or-later
// What a text of a project may be made of.
#pragma once

#include "base/text.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sky::diagram {

// Names: at most `most` printable characters on one line, at least one of them visible. Empty is fine.
// The flaw completes "the name {}" / "이름: {}".
[[nodiscard]] std::optional<Text> flawOfName(std::string_view name, std::size_t most);

// Longer texts: well-formed UTF-8 of at most `most` bytes; lines and tabs are fine, other controls are not.
[[nodiscard]] std::optional<Text> flawOfText(std::string_view text, std::size_t most);

} // namespace sky::diagram
