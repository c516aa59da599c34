// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of a drawing as documents: Markdown and HTML for people, SARIF 2.1.0 for what shows results of checks in
// repositories. Deterministic; no clock: the date in them is the project's own.
#pragma once

#include "checks/acceptance.h"

#include <string>
#include <string_view>

namespace sky::exchange {

[[nodiscard]] std::string findingsAsMarkdown(const checks::Checks& checks, const std::string& today, Language language);
[[nodiscard]] std::string findingsAsHtml(const checks::Checks& checks, const std::string& today, Language language);
// `path`: of the project's file, as results name it.
[[nodiscard]] std::string findingsAsSarif(const checks::Checks& checks, const std::string& today, std::string_view path,
                                          std::string_view version, Language language);

} // namespace sky::exchange
