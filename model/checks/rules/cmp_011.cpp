// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkCmp011(Ask& ask, const Wire& it) {
    const WalkFacts* walk = it.walk();
    const Thing function = it.from();
    if (!walk || !walk->blocked() || !function.plays(role::kFunction) || !function.vpc() || it.to().vpc()) return;
    Found found = ask.found(
        it, "{} stands in {} and cannot reach {}: in a VPC a function has no public address, whatever its subnet.",
        "{}이(가) {} 안에 있어 {}에 닿지 못합니다. VPC 안의 함수에는 어떤 서브넷에서도 퍼블릭 주소가 없습니다.",
        function, function.vpc(), it.to());
    found.also({function, it.to()}).cause("blocked:" + it.id().str());
    std::vector<Thing> ways; // private subnets that lead out, one a zone
    for (const Thing& subnet : function.vpc().subnets()) {
        const bool taken = std::any_of(ways.begin(), ways.end(),
                                       [&](const Thing& other) { return sameZone(other, subnet) != Truth::No; });
        if (!taken && subnet.exposure().exposure == topology::Exposure::Egress) ways.push_back(subnet);
    }
    if (!ways.empty())
        found.fix(say("Move it to subnets behind a NAT gateway", "NAT 게이트웨이 뒤의 서브넷으로 옮기기"),
                  mends::span(function, ways));
}

extern const Rule kCmp011{
    .id = "CMP-011",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A function in a VPC that cannot call out", "VPC에서 밖으로 호출하지 못하는 함수"},
    .why = {"Outside a VPC a function reaches everything. Inside, it goes through the subnet's routes and needs a NAT "
            "gateway, or endpoints for AWS services; a public subnet does not help it.",
            "VPC 밖의 함수는 어디에나 닿습니다. 안에서는 서브넷의 경로를 따르므로 NAT 게이트웨이나 AWS 서비스용 "
            "엔드포인트가 필요하며 퍼블릭 서브넷은 소용없습니다."},
    .mend = {"Put it into subnets behind NAT, add an endpoint, or take it out of the VPC.",
             "NAT 뒤의 서브넷에 두거나 엔드포인트를 추가하거나 VPC 밖으로 옮기세요."},
    .page = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html",
    .anchors = "reachability-analyzer:IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
    .on = "link:traffic",
    .checkLink = checkCmp011,
};

} // namespace sky::checks
