// SPDX-License-Identifier: GPL-3.0-or-later
// Elements as people name them on a command line: by id, or by a name in either language that only one of them has.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"

#include <string>
#include <string_view>
#include <vector>

namespace sky::cli {

// `option` is where it was said; `words` are what the option takes besides, for "did you mean".
[[nodiscard]] Result<ElementId> elementNamed(const diagram::Diagram& diagram, const std::string& option,
                                             const std::string& wanted, std::vector<std::string_view> words = {});

} // namespace sky::cli
