// SPDX-License-Identifier: GPL-3.0-or-later
// Traits as data files and rules write them: "container", "eni".
#pragma once

#include "catalog/catalog.h"

#include <optional>
#include <string_view>

namespace sky::catalog {

[[nodiscard]] std::optional<Trait> traitOf(std::string_view word); // nullopt: there is no such trait
[[nodiscard]] std::string_view wordOf(Trait trait);

} // namespace sky::catalog
