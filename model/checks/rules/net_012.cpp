// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet012(Ask& ask, const Thing& it) {
    const Thing subnet = it.subnet();
    if (!subnet || it.equals("mode", "zonal") != Truth::Yes || it.equals("connectivity", "public") != Truth::Yes)
        return;
    const auto exposure = subnet.exposure();
    if (exposure.exposure == topology::Exposure::Public ||
        exposure.reason == topology::ExposureReason::DefaultRouteElsewhere)
        return;
    if (it.vpc().gateways(role::kInternetGateway).empty()) return; // NET-014
    Thing better;
    for (const Thing& other : it.vpc().subnets())
        if (!better && sameZone(other, subnet) == Truth::Yes && other.exposure().exposure == topology::Exposure::Public)
            better = other;
    Found found = ask.found(
        it, "{} stands in {}, which has no route to the internet gateway: nothing behind it gets out.",
        "{}이(가) 인터넷 게이트웨이로 가는 경로가 없는 {}에 있어 뒤에 있는 것이 나가지 못합니다.", it, subnet);
    if (better) found.fix(say("Move it into {}", "{}(으)로 옮기기", better.name()), mends::moveInto(it, better));
    found.fix(say("Route {} to the internet gateway", "{}에서 인터넷 게이트웨이로 경로 내기", subnet.name()),
              mends::makePublic(subnet));
}

extern const Rule kNet012{
    .id = "NET-012",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A NAT gateway in a private subnet", "프라이빗 서브넷에 있는 NAT 게이트웨이"},
    .why = {"A public NAT gateway sends on through the internet gateway, by the routes of the subnet it stands in. So "
            "that subnet has to be public; those it serves are private.",
            "퍼블릭 NAT 게이트웨이는 자신이 있는 서브넷의 경로를 따라 인터넷 게이트웨이로 내보냅니다. 그래서 그 "
            "서브넷은 퍼블릭이어야 하고, 쓰는 쪽이 프라이빗입니다."},
    .mend = {"Move it into a public subnet of the same zone.", "같은 영역의 퍼블릭 서브넷으로 옮기세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "role:nat",
    .checkElement = checkNet012,
};

} // namespace sky::checks
