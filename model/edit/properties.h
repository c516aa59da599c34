// SPDX-License-Identifier: GPL-3.0-or-later
// Names and properties, of one thing or of many at once.
#pragma once

#include "edit/draft.h"

#include <optional>

namespace sky::edit {

// On all selected things that have such a property; an error when none has. No value: unset.
[[nodiscard]] Result<Step> setProperty(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                       const Selection& selection, std::string_view key,
                                       const std::optional<catalog::Value>& value);
[[nodiscard]] Result<Step> setProjectProperty(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                              std::string_view key, const std::optional<catalog::Value>& value);

[[nodiscard]] Result<Step> rename(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const Selection& selection, const Text& name);
[[nodiscard]] Result<Step> renameProject(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                         const Text& name);

} // namespace sky::edit
