// SPDX-License-Identifier: GPL-3.0-or-later
// A property as it takes effect: set, or the catalog's default. For files of topology/ that have looked up already
// whose it is; everybody else asks Topology::property().
#pragma once

#include "topology/topology.h"

#include <span>

namespace sky::topology {

[[nodiscard]] Effective effective(const catalog::Properties& properties, std::span<const catalog::Property> all,
                                  std::string_view key);

} // namespace sky::topology
