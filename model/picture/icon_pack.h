// SPDX-License-Identifier: GPL-3.0-or-later
// AWS's own icons, from the asset package a user has (a folder or the zip as it came): found by file name, used
// unmodified, never part of this program. What the package lacks is drawn with the project's own icon.
#pragma once

#include "base/result.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sky::picture {

class IconPack {
  public:
    [[nodiscard]] static Result<IconPack> open(const std::string& path);

    // The SVG for an icon key ("alb", "subnet.public"), or for the key without its variant. Line art comes in two
    // versions, for light and for dark pages. Null: the package has none.
    [[nodiscard]] const std::string* find(std::string_view key, bool darkPage = false) const;
    [[nodiscard]] std::size_t size() const { return m_icons.size(); } // keys with an icon

  private:
    friend class IconPackReader;
    struct Icon {
        std::string svg;
        std::string dark; // empty: the same as svg
    };
    std::map<std::string, Icon, std::less<>> m_icons;
};

// The glyph key of a pack's icon in a picture: "pack/alb".
inline constexpr std::string_view kPackPrefix = "pack/";

// For the painter and the SVG writer: the pack's SVG behind such a key, empty for any other.
[[nodiscard]] std::function<std::string(const std::string& icon)> packIcons(std::shared_ptr<const IconPack> pack,
                                                                            bool darkPage);

} // namespace sky::picture
