// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends and who receives behind an element of a drawing: interfaces, one per subnet; somebody on the internet or at
// a site; a managed service of AWS; or nobody knows.
#pragma once

#include "network/link_walks.h"

#include <string>
#include <vector>

namespace sky::network {

struct Party {
    enum class Kind : std::uint8_t {
        Interface, // `place`
        Balancer,  // `place`
        Internet,  // outside AWS, or a service that speaks from public addresses
        Site,      // on premises
        Managed,   // inside AWS, outside all VPCs
        Inside,    // a managed service that is let into VPCs (VPC link, VPC origin)
        Unplaced,
    };
    Kind kind = Kind::Unplaced;
    std::string part; // part or element id
    ElementId element;
    Place place;
    std::optional<IpAddress> address;
    ElementId premises;  // of a site
    std::string service; // of a managed one: the name an endpoint would name
};

// The name an endpoint gives a service: the last word of its AWS name, which is our key but for a few.
[[nodiscard]] std::string serviceKey(const catalog::Service& service);

[[nodiscard]] std::vector<Party> senders(const topology::Topology& topology, const Network& network,
                                         const ElementId& element);
[[nodiscard]] std::vector<Party> receivers(const topology::Topology& topology, const Network& network,
                                           const ElementId& element);

} // namespace sky::network
