// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a project file (store/README.md) from and to a diagram. Nothing read is believed before all of it was
// checked; nothing is written that could not be read again. Pure functions: no file is touched here.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"

#include <string>
#include <string_view>

namespace sky::store {

inline constexpr std::string_view kMagic = "skywright project ";
inline constexpr int kFormat = 1; // what this version writes

// The project property that leaves byte count and checksum out of the last line, for teams that merge with git.
inline constexpr std::string_view kChecksumProperty = "checksum";

// Places read "line 12" or "elements[web].parent".
[[nodiscard]] Result<diagram::Diagram> load(std::string_view bytes, const catalog::Catalog& catalog);

[[nodiscard]] Result<std::string> save(const diagram::Diagram& diagram);

} // namespace sky::store
