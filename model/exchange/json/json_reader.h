// SPDX-License-Identifier: GPL-3.0-or-later
// Reads projects, scenarios and clipboard fragments written as JSON (SEMANTICS, sections 5 and 6). What comes back is
// sound (diagram/integrity.h); what does not come back is explained: place ("elements[12].parent", "line 3, column 7"),
// fact and remedy. Any input is safe: nesting, counts and sizes are bounded before memory is spent on them.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"
#include "edit/clipboard.h"

#include <string_view>

namespace sky::exchange::json {

inline constexpr int kFormatVersion = 1; // what this version writes and the newest it reads
inline constexpr std::string_view kProjectFormat = "skywright";
inline constexpr std::string_view kScenarioFormat = "skywright-scenario";
inline constexpr std::string_view kFragmentFormat = "skywright-fragment";
inline constexpr std::string_view kSchemaName = "skywright-1.schema.json";

[[nodiscard]] Result<diagram::Diagram> readProject(std::string_view bytes, const catalog::Catalog& catalog);

// A scenario alone; whether its targets exist is known once it is put into a project.
[[nodiscard]] Result<diagram::Scenario> readScenario(std::string_view bytes);

// What the clipboard carries. Whole in itself and sound, like a project.
[[nodiscard]] Result<edit::Fragment> readFragment(std::string_view bytes, const catalog::Catalog& catalog);

} // namespace sky::exchange::json
