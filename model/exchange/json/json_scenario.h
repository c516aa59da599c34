// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario in JSON, inside a project or alone (SEMANTICS, section 5). Whether its targets exist is asked elsewhere.
#pragma once

#include "diagram/scenario.h"
#include "exchange/json/json_tree.h"

#include <string>

namespace sky::exchange::json {

[[nodiscard]] Result<diagram::Scenario> readScenario(const Node& node, const Place& place);

// The members of the scenario's object, one per line; lines begin with `indent`.
void appendScenario(std::string& out, const diagram::Scenario& scenario, std::string_view indent);

} // namespace sky::exchange::json
