// SPDX-License-Identifier: GPL-3.0-or-later
// The generated table behind text_width.h: runs of characters of one width, sorted, in 1/1000 of the pixel size.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sky::text_width {

struct WidthRun {
    std::uint32_t first;
    std::uint16_t count;
    std::uint16_t regular;
    std::uint16_t bold;
};

extern const WidthRun kRuns[];
extern const std::size_t kRunCount;
extern const int kAscent; // of the taller of the two fonts
extern const int kDescent;

} // namespace sky::text_width
