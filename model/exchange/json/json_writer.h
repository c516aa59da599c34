// SPDX-License-Identifier: GPL-3.0-or-later
// Writes projects and scenarios as JSON: arrays sorted by id, quantities in canonical units, unset things absent, one
// thing per line. Reading what was written and writing it again gives the same bytes.
#pragma once

#include "diagram/diagram.h"
#include "edit/clipboard.h"

#include <string>

namespace sky::exchange::json {

[[nodiscard]] std::string writeProject(const diagram::Diagram& diagram, const catalog::Catalog& catalog);
[[nodiscard]] std::string writeScenario(const diagram::Scenario& scenario);
[[nodiscard]] std::string writeFragment(const edit::Fragment& fragment, const catalog::Catalog& catalog);

} // namespace sky::exchange::json
