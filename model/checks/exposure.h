// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on the internet, and who faces it, as several rules ask it.
#pragma once

#include "checks/ask.h"

namespace sky::checks {

// Calls from there come over the internet: users, external systems, and what serves them at the edge.
[[nodiscard]] bool comesFromInternet(const Thing& caller);

// It can be reached from the internet as far as addresses and routes go: a public address in a public subnet, or a node
// of an internet-facing load balancer. An address that is unset counts.
[[nodiscard]] bool facesInternet(const Thing& thing);

[[nodiscard]] bool hasPublicAddress(const Thing& thing); // of its own, or attached
[[nodiscard]] bool hasWebFilter(const Thing& thing);

} // namespace sky::checks
