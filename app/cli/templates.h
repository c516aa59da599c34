// SPDX-License-Identifier: GPL-3.0-or-later
// The sample projects (projects/*.json) that are part of the program.
#pragma once

#include "diagram/diagram.h"

#include <span>
#include <string_view>
#include <vector>

namespace sky::cli {

struct Template {
    std::string_view key; // the file's name without ".json"
    std::string_view bytes;
};

[[nodiscard]] const std::vector<Template>& templates(); // sorted by key
[[nodiscard]] const Template* findTemplate(std::string_view key);
[[nodiscard]] Result<diagram::Diagram> readTemplate(const Template& one, const catalog::Catalog& catalog);

} // namespace sky::cli
