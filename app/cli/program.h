// SPDX-License-Identifier: GPL-3.0-or-later
// skywright-cli from its arguments to its exit code.
#pragma once

#include <string>
#include <vector>

namespace sky::cli {

[[nodiscard]] int run(const std::vector<std::string>& arguments);

} // namespace sky::cli
