// SPDX-License-Identifier: GPL-3.0-or-later
// A project inside a picture: as text under the key "skyw" in a PNG, as a <metadata id="skyw"> element in an SVG, both
// in base64. The picture's writer puts the text in; here it is made, and taken out of pictures made by strangers.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace sky::store {

inline constexpr std::string_view kPngKey = "skyw"; // of the tEXt, zTXt or iTXt chunk
inline constexpr std::string_view kSvgNamespace = "urn:skywright:project";

[[nodiscard]] std::string embed(std::string_view projectBytes);       // the text for the PNG's key
[[nodiscard]] std::string embedForSvg(std::string_view projectBytes); // the whole <metadata> element

// The bytes of the project; nullopt: a sound picture without one.
[[nodiscard]] Result<std::optional<std::string>> projectInPng(std::string_view picture);
[[nodiscard]] Result<std::optional<std::string>> projectInSvg(std::string_view picture);

[[nodiscard]] bool looksLikePng(std::string_view bytes);
[[nodiscard]] bool looksLikeSvg(std::string_view bytes);

} // namespace sky::store
