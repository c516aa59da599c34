// SPDX-License-Identifier: GPL-3.0-or-later
// The result of a run as a page to read, as JSON, as a table of the series.
#pragma once

#include "cli/command.h"
#include "simulation/result.h"

namespace sky::cli {

void printRunPage(Context& context, const Text& project, const diagram::Scenario& scenario, const simulation::RunResult& result);
[[nodiscard]] std::string runJson(const Context& context, const diagram::Scenario& scenario, const simulation::RunResult& result);
[[nodiscard]] std::string runCsv(const simulation::RunResult& result);

} // namespace sky::cli
