// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own icons (icons/README.md) as vector paths on a 24 x 24 grid, found by service key and variant.
// Read from the embedded SVG files on first use; immutable afterwards, any thread.
#pragma once

#include "base/result.h"
#include "picture/primitive.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky::picture {

enum class PathVerb : std::uint8_t { Move, Line, Cubic, Close };

struct IconPath {
    std::vector<PathVerb> verbs;
    std::vector<PointD> points; // Move and Line take one, Cubic three, Close none
    bool filled = false;        // a dot; everything else is stroked
    friend bool operator==(const IconPath&, const IconPath&) = default;
};

inline constexpr double kIconGrid = 24;
inline constexpr double kIconStroke = 1.5; // at 24 px

struct Icon {
    std::string key; // "ec2", "subnet.public"
    std::string title;
    bool lineForm = false; // drawn as line art in the category's colour rather than white on a tile
    std::vector<IconPath> paths;
};

[[nodiscard]] Result<Icon> readIcon(std::string_view name, std::string_view svg);
[[nodiscard]] Result<std::vector<IconPath>>
readPath(std::string_view data);                            // the d attribute; may hold several subpaths
[[nodiscard]] std::string toPathData(const IconPath& path); // M L C Z, for the SVG writer

class IconSet {
  public:
    [[nodiscard]] static const IconSet& builtin();
    [[nodiscard]] const Icon* find(std::string_view key) const; // exact
    // KEY.VARIANT, else KEY, else the icon of a generic thing: always one.
    [[nodiscard]] const Icon& iconFor(std::string_view key, std::string_view variant = {}) const;
    [[nodiscard]] std::span<const Icon> all() const { return m_icons; } // sorted by key

  private:
    std::vector<Icon> m_icons;
};

} // namespace sky::picture
