// SPDX-License-Identifier: GPL-3.0-or-later
// The property keys that decide what a drawing means, in one place (SEMANTICS: sections 1 and 2).
#pragma once

#include <string_view>

namespace sky::topology::key {

inline constexpr std::string_view kCode = "code";
inline constexpr std::string_view kRegion = "region";
inline constexpr std::string_view kZone = "zone";
inline constexpr std::string_view kCidr = "cidr";
inline constexpr std::string_view kAddress = "privateIp";
inline constexpr std::string_view kRouteTable = "routeTable";
inline constexpr std::string_view kNetworkAcl = "networkAcl";
inline constexpr std::string_view kMain = "main";
inline constexpr std::string_view kRoutes = "routes";
inline constexpr std::string_view kTo = "to";
inline constexpr std::string_view kVia = "via";
inline constexpr std::string_view kLocal = "local";
inline constexpr std::string_view kMin = "min";
inline constexpr std::string_view kDesired = "desired";
inline constexpr std::string_view kMultiAz = "multiAz";
inline constexpr std::string_view kPrimaryZone = "primaryZone";
inline constexpr std::string_view kReaders = "readers";
inline constexpr std::string_view kReplicas = "replicas";
inline constexpr std::string_view kNodes = "nodes";
inline constexpr std::string_view kIsDefault = "isDefault";
inline constexpr std::string_view kListeners = "listeners";
inline constexpr std::string_view kListener = "listener";
inline constexpr std::string_view kPort = "port";
inline constexpr std::string_view kProtocol = "protocol";
inline constexpr std::string_view kOpens = "opens";
inline constexpr std::string_view kCalls = "calls";
inline constexpr std::string_view kShare = "share";
inline constexpr std::string_view kWait = "wait";
inline constexpr std::string_view kNeed = "need";
inline constexpr std::string_view kRole = "role";
inline constexpr std::string_view kFallback = "fallback";

} // namespace sky::topology::key
