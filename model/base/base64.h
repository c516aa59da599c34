// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 of RFC 4648 with padding and without line breaks.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace sky {

[[nodiscard]] std::string toBase64(std::string_view bytes);

// Strict: the one text toBase64 would write, nothing else.
[[nodiscard]] Result<std::string> fromBase64(std::string_view text);

} // namespace sky
