// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON Schema (draft-07) of projects: the frame that is published in exchange/schema, and the same with the
// properties of every service and kind of link of a catalog, which editors use to complete and to check while typing.
#pragma once

#include "catalog/catalog.h"

#include <string>
#include <string_view>

namespace sky::exchange {

[[nodiscard]] std::string_view generalSchema();
[[nodiscard]] std::string schema(const catalog::Catalog& catalog);

} // namespace sky::exchange
