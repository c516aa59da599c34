// SPDX-License-Identifier: GPL-3.0-or-later
// The text formats a project can be read from or written as, one row each. A new format is one row here, one folder
// beside json/, and its golden files. Project files (.skyw) are store/'s and not among these.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky::exchange {

struct Format {
    std::string_view key; // "json"
    Text name;
    std::vector<std::string_view> suffixes;              // ".json"; the first is the usual one
    bool (*looksLike)(std::string_view bytes) = nullptr; // from the first bytes; null: the suffix alone tells
    Result<diagram::Diagram> (*read)(std::string_view bytes, const catalog::Catalog& catalog) = nullptr; // null: cannot
    Result<std::string> (*write)(const diagram::Diagram& diagram, const catalog::Catalog& catalog) = nullptr;
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* formatByKey(std::string_view key);
[[nodiscard]] const Format* formatBySuffix(std::string_view path);
[[nodiscard]] const Format* formatByContent(std::string_view bytes); // only formats that can be read

} // namespace sky::exchange
