// SPDX-License-Identifier: GPL-3.0-or-later
// A number with the English word for what it counts; in Korean the number alone, since the counter stands in the pattern.
#pragma once

#include "base/text.h"

#include <cstdint>
#include <string>

namespace sky {

[[nodiscard]] inline Text counted(std::uint64_t count, const char* one, const char* many) {
    const std::string number = std::to_string(count);
    return {number + " " + (count == 1 ? one : many), number};
}

} // namespace sky
