// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkNet019(Ask& ask, const Thing& it) {
    for (const topology::Route& route : it.routes()) {
        const bool gateway = route.target == topology::RouteTarget::InternetGateway ||
                             route.target == topology::RouteTarget::Nat ||
                             route.target == topology::RouteTarget::VpnGateway;
        const Thing theirs = ask.thing(route.targetVpc);
        if (!gateway || !theirs || theirs == it.vpc() || !peeringBetween(it.vpc(), theirs)) continue;
        ask.found(it, "{1} sends {2} to {3} of {4}: a gateway serves only its own VPC, peered or not.",
                  "{1}이(가) {2}을(를) {4}의 {3}(으)로 보냅니다. 게이트웨이는 피어링과 상관없이 자기 VPC에만 쓰입니다.",
                  it, route.to, ask.thing(ElementId(route.via)), theirs)
            .cause("route:" + it.id().str() + ":" + std::to_string(route.row))
            .fix(say("Remove the route", "경로 지우기"), mends::removeRow(it, "routes", route.row));
    }
}

extern const Rule kNet019{
    .id = "NET-019",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A gateway of a peered VPC used as one's own", "피어링한 VPC의 게이트웨이를 자기 것처럼 씀"},
    .why = {"Internet, NAT and VPN gateways and gateway endpoints do not serve packets that come over a peering "
            "(edge-to-edge routing).",
            "인터넷·NAT·VPN 게이트웨이와 게이트웨이 엔드포인트는 피어링으로 온 패킷을 처리하지 않습니다."},
    .mend = {"Give the VPC a gateway of its own, or share one through a transit gateway.",
             "VPC에 자체 게이트웨이를 두거나 전송 게이트웨이로 함께 쓰세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    .anchors = "reachability-analyzer:VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
    .on = "role:route-table",
    .checkElement = checkNet019,
};

} // namespace sky::checks
