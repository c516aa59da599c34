// SPDX-License-Identifier: GPL-3.0-or-later
// Writes PNG files band by band: each band is painted and deflated on whatever thread is free, and the pieces are put
// together in order (RFC 1950 and 1951 allow a stream to be cut at full bytes). Peak memory is a few bands, whatever the
// size of the picture; the bytes do not depend on the number of threads.
#pragma once

#include "base/cancel.h"
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace sky::paint {

// Beyond this many pixels on a side a picture is refused: programs that open one are not known.
inline constexpr std::int64_t kMostPixels = 100'000;

struct PngImage {
    int width = 0;
    int height = 0;
    bool alpha = false;
    int dotsPerInch = 0;   // 0: no density chunk
    std::string keyword;   // of a text chunk before the pixels; empty: none
    std::string text;      // Latin-1
};

// Fills `rows` rows from `top` on with 0xAARRGGBB, not premultiplied, without gaps between rows. Called from several
// threads at once, each with another `worker` number from 0 on and started for this picture: what a thread drew before
// moves Qt's glyphs by 1/64 pixel.
using DrawBand = std::function<void(int worker, int top, int rows, std::uint32_t* pixels)>;

struct PngWork {
    unsigned threads = 0; // 0: as many as the machine has
    Progress progress;
};

[[nodiscard]] Result<std::string> writePng(const PngImage& image, const DrawBand& draw, const PngWork& work = {});

// How many rows are painted at a time in a picture of this width.
[[nodiscard]] int bandRows(int width);

} // namespace sky::paint
