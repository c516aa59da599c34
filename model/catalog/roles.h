// SPDX-License-Identifier: GPL-3.0-or-later
// Roles: what a service is to the rules of a drawing where a trait is too broad (a NAT and an internet gateway are both
// routers). A service's data names its roles ("roles":["nat"]); code asks Service::plays(), never for a service key.
#pragma once

#include <array>
#include <string_view>

namespace sky::catalog::role {

// Boxes
inline constexpr std::string_view kRegion = "region"; // `code`
inline constexpr std::string_view kZone = "zone";     // an availability zone box, `zone`
inline constexpr std::string_view kVpc = "vpc";       // `cidr`
inline constexpr std::string_view kSubnet = "subnet"; // `cidr zone routeTable networkAcl`
inline constexpr std::string_view kAccount = "account";
inline constexpr std::string_view kOnPremises = "on-premises";
// Configuration
inline constexpr std::string_view kRouteTable = "route-table"; // `routes main`
inline constexpr std::string_view kNetworkAcl = "network-acl";
inline constexpr std::string_view kSecurityGroup = "security-group";
// Where packets go
inline constexpr std::string_view kInternetGateway = "internet-gateway";
inline constexpr std::string_view kEgressOnlyGateway = "egress-only-gateway";
inline constexpr std::string_view kNat = "nat"; // `mode` zonal or regional
inline constexpr std::string_view kVpnGateway = "vpn-gateway";
inline constexpr std::string_view kCustomerGateway = "customer-gateway";
inline constexpr std::string_view kTransitGateway = "transit-gateway";
inline constexpr std::string_view kEndpoint = "endpoint"; // `type` gateway or interface
// What work does
inline constexpr std::string_view kLoadBalancer = "load-balancer"; // `listeners`, one node per zone
inline constexpr std::string_view kFleet = "fleet";       // `min desired max needed`: its members picture its instances
inline constexpr std::string_view kDatabase = "database"; // `multiAz primaryZone`: primary and standby are parts
inline constexpr std::string_view kPushes = "pushes";     // a queue that delivers by itself: nobody polls it
// Attached by a link
inline constexpr std::string_view kVolume = "volume";
inline constexpr std::string_view kAddress = "address"; // a public address
inline constexpr std::string_view kWebFilter = "web-filter";

inline constexpr std::array kAll = {
    kRegion,
    kZone,
    kVpc,
    kSubnet,
    kAccount,
    kOnPremises,
    kRouteTable,
    kNetworkAcl,
    kSecurityGroup,
    kInternetGateway,
    kEgressOnlyGateway,
    kNat,
    kVpnGateway,
    kCustomerGateway,
    kTransitGateway,
    kEndpoint,
    kLoadBalancer,
    kFleet,
    kDatabase,
    kPushes,
    kVolume,
    kAddress,
    kWebFilter,
};

} // namespace sky::catalog::role
