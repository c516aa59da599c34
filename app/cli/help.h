// SPDX-License-Identifier: GPL-3.0-or-later
// The help pages, made from the table of commands and from the options each command declares.
#pragma once

#include "cli/command.h"

namespace sky::cli {

[[nodiscard]] std::string helpOfProgram(const Context& context);
[[nodiscard]] std::string helpOfCommand(const Command& command, const CLI::App& app, const Context& context);

} // namespace sky::cli
