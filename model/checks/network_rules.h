// SPDX-License-Identifier: GPL-3.0-or-later
// What several rules ask about address blocks, peerings and transit gateways.
#pragma once

#include "base/cidr.h"
#include "checks/ask.h"
#include "checks/mends.h"

#include <optional>
#include <string>
#include <vector>

namespace sky::checks {

inline constexpr Cidr kLinkLocal{{IpFamily::V4, 0, 0xA9FE0000}, 16}; // 169.254.0.0/16

// The next block of that size in the VPC that no other subnet has.
[[nodiscard]] std::optional<Cidr> freeBlock(const Thing& vpc, unsigned prefix, const Thing& except);

[[nodiscard]] std::vector<Wire> peerings(const Thing& vpc);                     // all it has
[[nodiscard]] Wire peeringBetween(const Thing& vpc, const Thing& other);        // false: none
[[nodiscard]] std::vector<Thing> transitGateways(const Thing& vpc);             // it is attached to
[[nodiscard]] Wire attachmentOf(const Thing& vpc, const Thing& transitGateway); // false: none

struct Clash {
    Cidr mine;
    Cidr theirs;
};
[[nodiscard]] std::optional<Clash> overlapOf(const std::vector<Cidr>& mine, const std::vector<Cidr>& theirs);

// Peers two VPCs and lets the route tables of both lead to the other.
[[nodiscard]] Mend peer(const Thing& vpc, const Thing& other);

} // namespace sky::checks
