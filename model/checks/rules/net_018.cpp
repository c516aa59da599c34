// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkNet018(Ask& ask, const Wire& it) {
    const Thing from = it.from().vpc();
    const Thing to = it.to().vpc();
    if (!from || !to || from == to || peeringBetween(from, to)) return;
    for (const Thing& gateway : transitGateways(from))
        if (attachmentOf(to, gateway)) return;
    for (const Wire& peering : peerings(from)) {
        const Thing middle = peering.other(from);
        if (!peeringBetween(middle, to)) continue;
        ask.found(it, "Peering does not pass on: {} cannot reach {} through {}.",
                  "피어링은 이어지지 않습니다. {}은(는) {3}을(를) 거쳐 {2}에 닿을 수 없습니다.", from, to, middle)
            .also({from, to, middle})
            .cause("blocked:" + it.id().str())
            .fix(say("Peer {} and {}", "{}와(과) {} 피어링하기", from.name(), to.name()), peer(from, to));
        return;
    }
}

extern const Rule kNet018{
    .id = "NET-018",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A connection through a peered VPC to a third", "피어링한 VPC를 거쳐 제삼의 VPC로 가는 연결"},
    .why = {"A peering carries only packets between the addresses of its two VPCs. What comes from a third is dropped.",
            "피어링은 두 VPC의 주소 사이의 패킷만 나릅니다. 제삼의 VPC에서 온 것은 버립니다."},
    .mend = {"Peer the two directly, or attach all three to a transit gateway.",
             "둘을 직접 피어링하거나 셋을 전송 게이트웨이에 연결하세요."},
    .accept = {"Something in the VPC between ends the connection and opens another.",
               "가운데 VPC의 프록시가 연결을 끝내고 새로 열 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    .anchors = "reachability-analyzer:PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
    .on = "link:traffic",
    .checkLink = checkNet018,
};

} // namespace sky::checks
