// SPDX-License-Identifier: GPL-3.0-or-later
// A thing of a network by kind and index: where a packet is, what a route points to, who is to blame.
#pragma once

#include <cstdint>

namespace sky::network {

using Index = std::uint32_t;
inline constexpr Index kNone = 0xFFFFFFFFu;

struct Place {
    enum class Kind : std::uint8_t {
        None,    // nobody knows
        Missing, // what is not there any more
        Internet,
        Vpc,
        Subnet,
        Table,
        Acl,
        Group,
        Interface, // a load balancer's node too
        InternetGateway,
        Nat,
        Peering,
        TransitGateway,
        Attachment, // as the end of a walk: the site behind it
        TransitTable,
        VpnGateway, // as the end of a walk: the site behind it
        GatewayEndpoint,
        Balancer,
        Service,
        Owner, // an element that has no interface anywhere
    };
    Kind kind = Kind::None;
    Index index = kNone;

    [[nodiscard]] bool is(Kind what) const { return kind == what; }
    friend bool operator==(const Place&, const Place&) = default;
};

} // namespace sky::network
