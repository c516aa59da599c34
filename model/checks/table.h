// SPDX-License-Identifier: GPL-3.0-or-later
// All rules there are, sorted by id. table.cpp has one row for each file in rules/; a test holds them together.
#pragma once

#include "checks/rule.h"

#include <span>
#include <string>
#include <string_view>

namespace sky::checks {

[[nodiscard]] std::span<const Rule* const> rules();
[[nodiscard]] const Rule* findRule(std::string_view idOrAlias); // in any case; null: none
[[nodiscard]] std::string nearestRule(std::string_view wrong);  // its id; empty: nothing is near

} // namespace sky::checks
