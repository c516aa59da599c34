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
inline constexpr std::string_view kFrame = "frame"; // a box without meaning: what stands in it stands where it stands
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
inline constexpr std::string_view kInstance = "instance"; // one virtual server, `instanceType`
inline constexpr std::string_view kFunction = "function"; // runs per call, `memory concurrency`
inline constexpr std::string_view kCache = "cache";       // answers what it holds, `hit`
inline constexpr std::string_view kCdn = "cdn";           // answers at the edge, `hit`
inline constexpr std::string_view kDns = "dns";           // answers names, `policy ttl`
inline constexpr std::string_view kApi = "api";
inline constexpr std::string_view kTable = "table"; // capacity by the second: throttled beyond it
inline constexpr std::string_view kObjectStore = "object-store";
inline constexpr std::string_view kFileSystem = "file-system";
inline constexpr std::string_view kInterface = "interface"; // a network interface of its own, `sourceDestCheck`
inline constexpr std::string_view kPushes = "pushes";       // a queue that delivers by itself: nobody polls it
// Attached by a link
inline constexpr std::string_view kVolume = "volume";
inline constexpr std::string_view kAddress = "address"; // a public address
inline constexpr std::string_view kWebFilter = "web-filter";
// Named by a property
inline constexpr std::string_view kCertificate = "certificate";
inline constexpr std::string_view kIdentity = "identity"; // what may call which AWS service

inline constexpr std::array kAll = {
    kRegion,
    kZone,
    kVpc,
    kSubnet,
    kAccount,
    kOnPremises,
    kFrame,
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
    kInstance,
    kFunction,
    kCache,
    kCdn,
    kDns,
    kApi,
    kTable,
    kObjectStore,
    kFileSystem,
    kInterface,
    kPushes,
    kVolume,
    kAddress,
    kWebFilter,
    kCertificate,
    kIdentity,
};

} // namespace sky::catalog::role
