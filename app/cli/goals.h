// SPDX-License-Identifier: GPL-3.0-or-later
// What must keep working, as spof and availability ask it: --goal, else the goals of the project, else all callers.
#pragma once

#include "cli/command.h"
#include "resilience/needs_of.h"

#include <string>
#include <vector>

namespace sky::cli {

// The option --goal. The words must live as long as the app.
void addGoalOption(CLI::App& app, const Context& context, std::vector<std::string>& words);

struct Goals {
    topology::Topology topology;
    resilience::DrawnNeeds needs; // with one goal at least
};
[[nodiscard]] Result<Goals> readGoals(Context& context, const std::string& path, const std::vector<std::string>& words);

} // namespace sky::cli
