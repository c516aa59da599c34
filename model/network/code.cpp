// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/code.h"

#include <array>
#include <cstddef>

namespace sky::network {
namespace {

struct Row {
    Code code;
    std::string_view name;
};
// In the order of the enumeration. Names: AWS, VPC Reachability Analyzer, explanation codes (read in 2026).
constexpr std::array kRows = {
    Row{Code::None, ""},
    Row{Code::BadState, "BAD_STATE"},
    Row{Code::BadStateAttachment, "BAD_STATE_ATTACHMENT"},
    Row{Code::BadStateRoute, "BAD_STATE_ROUTE"},
    Row{Code::BadStateVpn, "BAD_STATE_VPN"},
    Row{Code::ElbInstalledAzRestriction, "ELB_INSTALLED_AZ_RESTRICTION"},
    Row{Code::ElbListenersMismatch, "ELB_LISTENERS_MISMATCH"},
    Row{Code::ElbNotCrosszone, "ELB_NOT_CROSSZONE"},
    Row{Code::Elbv2ListenerHasNoTg, "ELBV2_LISTENER_HAS_NO_TG"},
    Row{Code::Elbv2ListenersMismatch, "ELBV2_LISTENERS_MISMATCH"},
    Row{Code::EniSgRulesMismatch, "ENI_SG_RULES_MISMATCH"},
    Row{Code::EniSourceDestCheckRestriction, "ENI_SOURCE_DEST_CHECK_RESTRICTION"},
    Row{Code::GwlbDestinationPortRestriction, "GWLB_DESTINATION_PORT_RESTRICTION"},
    Row{Code::GwlbProtocolRestriction, "GWLB_PROTOCOL_RESTRICTION"},
    Row{Code::IgwDestinationAddressInVpcCidrs, "IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS"},
    Row{Code::IgwDestinationAddressNotInRfc1918Egress, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"},
    Row{Code::IgwDestinationAddressNotInRfc6598Egress, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS"},
    Row{Code::IgwNatReflection, "IGW_NAT_REFLECTION"},
    Row{Code::IgwPrivateIpAssociationForIngress, "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS"},
    Row{Code::IgwPublicIpAssociationForEgress, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"},
    Row{Code::IgwSourceAddressNotInRfc1918Ingress, "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS"},
    Row{Code::IgwSourceAddressNotInRfc6598Ingress, "IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS"},
    Row{Code::NgwRequiresSourceInVpc, "NGW_REQUIRES_SOURCE_IN_VPC"},
    Row{Code::NoPath, "NO_PATH"},
    Row{Code::NoPossibleDestination, "NO_POSSIBLE_DESTINATION"},
    Row{Code::NoRouteToDestination, "NO_ROUTE_TO_DESTINATION"},
    Row{Code::PcxRequiresAddressInVpcCidr, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"},
    Row{Code::ProtocolRestriction, "PROTOCOL_RESTRICTION"},
    Row{Code::RegionalNgwRouteAzRestriction, "REGIONAL_NGW_ROUTE_AZ_RESTRICTION"},
    Row{Code::SgHasNoRules, "SG_HAS_NO_RULES"},
    Row{Code::SgReferencesNotPreserved, "SG_REFERENCES_NOT_PRESERVED"},
    Row{Code::SgReferencingSupport, "SG_REFERENCING_SUPPORT"},
    Row{Code::SubnetAclRestriction, "SUBNET_ACL_RESTRICTION"},
    Row{Code::TgwAttachMissingTgwRtbAssociation, "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"},
    Row{Code::TgwBadStateVpn, "TGW_BAD_STATE_VPN"},
    Row{Code::TgwRouteAzRestriction, "TGW_ROUTE_AZ_RESTRICTION"},
    Row{Code::TgwRtbBadStateRoute, "TGW_RTB_BAD_STATE_ROUTE"},
    Row{Code::TgwRtbNoRouteToTgwAttachment, "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"},
    Row{Code::UnknownDestination, "UNKNOWN_DESTINATION"},
    Row{Code::VgwPrivateIpAssociationForEgress, "VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS"},
    Row{Code::VgwPrivateIpAssociationForIngress, "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS"},
    Row{Code::VpcBlockPublicAccessEnabled, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED"},
    Row{Code::VpceGatewayEgressSourceAddressRestriction, "VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION"},
    Row{Code::VpceGatewayProtocolRestriction, "VPCE_GATEWAY_PROTOCOL_RESTRICTION"},
    Row{Code::XEgressOnlyGateway, "X_EGRESS_ONLY_GATEWAY"},
    Row{Code::XNatSameSubnet, "X_NAT_SAME_SUBNET"},
    Row{Code::XNotPlaced, "X_NOT_PLACED"},
    Row{Code::XReturnAsymmetric, "X_RETURN_ASYMMETRIC"},
    Row{Code::XNoWayBetween, "X_NO_WAY_BETWEEN"},
    Row{Code::XRouteUnset, "X_ROUTE_UNSET"},
    Row{Code::XServiceNotInVpc, "X_SERVICE_NOT_IN_VPC"},
};

constexpr auto makeCodes() {
    std::array<Code, kRows.size()> codes{};
    for (std::size_t i = 0; i < kRows.size(); ++i) codes[i] = kRows[i].code;
    return codes;
}
constexpr auto kCodes = makeCodes();

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (static_cast<std::size_t>(kRows[i].code) != i) return false;
    return true;
}
static_assert(inOrder(), "the table of codes follows the enumeration");

} // namespace

std::string_view name(Code code) {
    return kRows[static_cast<std::size_t>(code)].name;
}

std::optional<Code> codeNamed(std::string_view name) {
    for (const Row& row : kRows)
        if (row.name == name && row.code != Code::None) return row.code;
    return std::nullopt;
}

std::span<const Code> allCodes() {
    return kCodes;
}

} // namespace sky::network
