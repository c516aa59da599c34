// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet016(Ask& ask, const Wire& it) {
    const WalkFacts* walk = it.walk();
    const Thing caller = it.from();
    if (!walk || !walk->blocked() || walk->stops.empty() || caller.plays(role::kFunction) || !caller.vpc() ||
        it.to().vpc())
        return;
    const Stop& stop = walk->stops.front();
    if (stop.code != "NO_ROUTE_TO_DESTINATION" && stop.code != "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS") return;
    Found found = ask.found(it, "{} has to reach {}, but its subnet leads nowhere outside.",
                            "{}이(가) {}에 닿아야 하지만 서브넷에서 밖으로 나가는 길이 없습니다.", caller, it.to());
    found.also({caller, it.to()}).cause("blocked:" + it.id().str());
    const auto subnets = caller.subnets();
    if (subnets.empty()) return;
    Mend out = mends::makePrivate(subnets.front());
    for (std::size_t i = 1; i < subnets.size(); ++i) out = mends::then(out, mends::makePrivate(subnets[i]));
    found.fix(say("Out through a NAT gateway", "NAT 게이트웨이로 나가기"), out);
}

extern const Rule kNet016{
    .id = "NET-016",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A private server without a way out", "나갈 길이 없는 프라이빗 서버"},
    .why = {"A server without a public address leaves through a NAT gateway, or reaches an AWS service through an "
            "endpoint. Without either, its calls go nowhere.",
            "퍼블릭 주소가 없는 서버는 NAT 게이트웨이로 나가거나 엔드포인트로 AWS 서비스에 닿습니다. 둘 다 없으면 "
            "호출이 갈 곳이 없습니다."},
    .mend = {"Add an endpoint for AWS services (S3 and DynamoDB are free), or a NAT gateway.",
             "AWS 서비스용 엔드포인트(S3와 DynamoDB는 무료)나 NAT 게이트웨이를 추가하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat.html",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "link:traffic",
    .checkLink = checkNet016,
};

} // namespace sky::checks
