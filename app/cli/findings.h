// SPDX-License-Identifier: GPL-3.0-or-later
// What check and fix share: the rules over a project, and their findings as text and JSON.
#pragma once

#include "checks/acceptance.h"
#include "checks/checks.h"
#include "cli/command.h"

#include <string>

namespace sky::cli {

// Profile by key; a wrong one is refused with the nearest. Empty: as the project says.
[[nodiscard]] Result<const checks::Profile*> profileNamed(const std::string& key);
[[nodiscard]] Result<const checks::Rule*> ruleNamed(const std::string& id);
[[nodiscard]] Result<void> checkDate(const std::string& date); // "2026-11-25", or empty

[[nodiscard]] std::string findingsAsText(const Context& context, const checks::Checks& checks,
                                         const std::string& today);
[[nodiscard]] std::string findingsAsJson(const checks::Checks& checks, const std::string& path,
                                         const std::string& today);

} // namespace sky::cli
