// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet026(Ask& ask) {
    const std::size_t count = ask.all(role::kVpc).size();
    const std::size_t peered = ask.allWires(LinkKind::Peering).size();
    if (count < 4 || peered * 10 <= count * (count - 1) / 2 * 6) return;
    ask.foundInDesign("{} VPCs are tied by {} peerings; a transit gateway needs one attachment each.",
                      "VPC {}개가 피어링 {}개로 얽혀 있습니다. 전송 게이트웨이라면 VPC마다 연결 하나면 됩니다.", count,
                      peered);
}

extern const Rule kNet026{
    .id = "NET-026",
    .severity = Severity::Info,
    .pillar = Pillar::Reliability,
    .title = {"A mesh of peerings", "얽히고설킨 피어링"},
    .why = {"Peerings grow with the square of the VPCs, and each needs routes on both sides. A transit gateway is one "
            "hub with one table.",
            "피어링은 VPC 수의 제곱으로 늘고 저마다 양쪽 경로가 필요합니다. 전송 게이트웨이는 테이블 하나를 가진 "
            "허브입니다."},
    .mend = {"Attach the VPCs to a transit gateway.", "VPC들을 전송 게이트웨이에 연결하세요."},
    .accept = {"Much traffic flows: peering has no charge by the hour, nor by the byte within a zone.",
               "전송량이 많을 때. 피어링은 시간당 요금이 없고 같은 영역 안에서는 전송 요금도 없습니다."},
    .page = "https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/"
            "transit-gateway-vs-vpc-peering.html",
    .anchors = "wellarchitected:REL02-BP04",
    .checkDesign = checkNet026,
};

} // namespace sky::checks
