// SPDX-License-Identifier: GPL-3.0-or-later
// Why packets stop, in the words of AWS's Reachability Analyzer ("explanation codes"), as one closed table. The codes
// that begin with X_ are ours: AWS has none for them, or they say that something is not drawn.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sky::network {

enum class Code : std::uint8_t {
    None, // nothing stops it
    BadState,
    BadStateAttachment,
    BadStateRoute,
    BadStateVpn,
    ElbInstalledAzRestriction,
    ElbListenersMismatch,
    ElbNotCrosszone,
    Elbv2ListenerHasNoTg,
    Elbv2ListenersMismatch,
    EniSgRulesMismatch,
    EniSourceDestCheckRestriction,
    GwlbDestinationPortRestriction,
    GwlbProtocolRestriction,
    IgwDestinationAddressInVpcCidrs,
    IgwDestinationAddressNotInRfc1918Egress,
    IgwDestinationAddressNotInRfc6598Egress,
    IgwNatReflection,
    IgwPrivateIpAssociationForIngress,
    IgwPublicIpAssociationForEgress,
    IgwSourceAddressNotInRfc1918Ingress,
    IgwSourceAddressNotInRfc6598Ingress,
    NgwRequiresSourceInVpc,
    NoPath,
    NoPossibleDestination,
    NoRouteToDestination,
    PcxRequiresAddressInVpcCidr,
    ProtocolRestriction,
    RegionalNgwRouteAzRestriction,
    SgHasNoRules,
    SgReferencesNotPreserved,
    SgReferencingSupport,
    SubnetAclRestriction,
    TgwAttachMissingTgwRtbAssociation,
    TgwBadStateVpn,
    TgwRouteAzRestriction,
    TgwRtbBadStateRoute,
    TgwRtbNoRouteToTgwAttachment,
    UnknownDestination,
    VgwPrivateIpAssociationForEgress,
    VgwPrivateIpAssociationForIngress,
    VpcBlockPublicAccessEnabled,
    VpceGatewayEgressSourceAddressRestriction,
    VpceGatewayProtocolRestriction,
    XEgressOnlyGateway, // it lets nobody in
    XNatSameSubnet,     // a NAT gateway does not serve senders of its own subnet
    XNotPlaced,         // it stands in no subnet, so nobody knows which rules hold
    XReturnAsymmetric,  // the reply takes another way than the request, and the client does not know its sender
    XNoWayBetween,      // no gateway, tunnel or peering joins the two places
    XRouteUnset,        // a route says no target
    XServiceNotInVpc,   // a managed service reaches into a VPC only where it is told to
};

[[nodiscard]] std::string_view name(Code code); // "SUBNET_ACL_RESTRICTION"; of None ""
[[nodiscard]] std::optional<Code> codeNamed(std::string_view name);
[[nodiscard]] std::span<const Code> allCodes();

} // namespace sky::network
