// SPDX-License-Identifier: GPL-3.0-or-later
// Will people be able to read the picture where it is going to be shown? Text that becomes too small there, arrows that
// say nothing, and lines that cross. Warnings, never errors.
#pragma once

#include "base/text.h"
#include "picture/page.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sky::picture {

enum class Use : std::uint8_t { Slide, A4, Readme };
[[nodiscard]] std::optional<Use> useFrom(std::string_view text); // "slide", "a4", "readme"

inline constexpr double kLeastText = 10; // points on paper and slides, pixels on the screen

[[nodiscard]] std::vector<Text> slideCheck(const Page& page, Use use);

} // namespace sky::picture
