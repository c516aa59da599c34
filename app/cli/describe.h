// SPDX-License-Identifier: GPL-3.0-or-later
// A service or a kind of link in full, for people and for programs.
#pragma once

#include "catalog/catalog.h"

#include <string>

namespace sky::cli {

[[nodiscard]] std::string textOf(const catalog::Catalog& catalog, const catalog::Service& service, Language language);
[[nodiscard]] std::string textOf(const catalog::LinkType& type, Language language);
[[nodiscard]] std::string jsonOf(const catalog::Catalog& catalog, const catalog::Service& service);
[[nodiscard]] std::string jsonOf(const catalog::LinkType& type);

} // namespace sky::cli
