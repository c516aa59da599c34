// SPDX-License-Identifier: GPL-3.0-or-later
// Which elements and links a scenario or the project names, and what is left of them when some of these go.
#pragma once

#include "diagram/project.h"
#include "diagram/scenario.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sky::edit {

using IsGone = std::function<bool(const std::string& id)>;

// "web/i-3" -> "web"; empty for "region:…" and "az:…", which name no thing.
[[nodiscard]] std::string_view thingOf(std::string_view target);

[[nodiscard]] bool names(const diagram::Scenario& scenario, const IsGone& any);
[[nodiscard]] bool names(const diagram::Project& project, const IsGone& any);

// Without what is gone: list entries and record rows that name it go with it, for half a row would mean another thing.
// Unset: nothing of the value is left.
[[nodiscard]] std::optional<catalog::Value> without(const catalog::Value& value, const IsGone& gone);
[[nodiscard]] catalog::Properties without(const catalog::Properties& properties, const IsGone& gone);
[[nodiscard]] diagram::Scenario without(const diagram::Scenario& scenario, const IsGone& gone);
[[nodiscard]] diagram::Project without(const diagram::Project& project, const IsGone& gone);

// With every id replaced that `renamed` has another for; empty: stays.
using Renamed = std::function<std::string(const std::string& id)>;
[[nodiscard]] catalog::Value withIds(const catalog::Value& value, const Renamed& renamed);

} // namespace sky::edit
