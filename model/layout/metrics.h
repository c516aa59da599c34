// SPDX-License-Identifier: GPL-3.0-or-later
// The measures that layout, picture and the window agree on, in logical pixels.
// The frame of a thing without an inside IS its tile: a square of kTile. Its texts stand below the frame and belong to
// the space it needs (kCaption), not to the frame: links dock at the frame, nothing else is placed into the caption.
// The frame of a container is its border; a band of kHeader inside its top holds corner icon and name.
#pragma once

#include "base/geometry.h"

#include <cstdint>

namespace sky::layout {

inline constexpr std::int32_t kGrid = 8;
inline constexpr std::int32_t kTile = 40;           // side of a tile
inline constexpr std::int32_t kCaptionWidth = 112;  // widest text line below a tile; longer ones wrap, then elide
inline constexpr std::int32_t kCaptionLine = 16;    // one line of 12 px text
inline constexpr std::int32_t kCaption = 6 + 3 * kCaptionLine; // below a tile: two lines of name, one of kind
inline constexpr std::int32_t kBorderCaption = 66;  // widest text line beside the border that a gateway sits on
inline constexpr std::int32_t kBorderCaptionGap = 6;
inline constexpr std::int32_t kHeader = 32;         // top band of a container with corner icon
inline constexpr std::int32_t kZoneHeader = 24;     // top band of a zone, its name centred
inline constexpr std::int32_t kPadding = 24;        // least space between a container's border and what is inside
inline constexpr std::int32_t kGap = 40;            // least space between neighbours that links may pass
inline constexpr std::int32_t kBorder = 2;
inline constexpr std::int32_t kArrowLength = 9;
inline constexpr std::int32_t kArrowWidth = 8;
inline constexpr std::int32_t kLinkCorner = 4;      // radius of a link's bends

// The tile with the caption below it: what no other thing and no link may cover.
[[nodiscard]] constexpr Rect withCaption(const Rect& tile) {
    const std::int32_t middle = tile.x + tile.width / 2;
    const std::int32_t width = tile.width > kCaptionWidth ? tile.width : kCaptionWidth;
    return {middle - width / 2, tile.y, width, tile.height + kCaption};
}

} // namespace sky::layout
