// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a rule for people, as Markdown: what, why, what to do, when to leave it, where else it is known. The
// program's help and `skywright-cli explain` show the same.
#pragma once

#include "checks/rule.h"

#include <string>

namespace sky::checks {

[[nodiscard]] std::string explain(const Rule& rule, Language language);
[[nodiscard]] std::string explainAll(Language language); // a page with all of them

} // namespace sky::checks
