// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkInt001(Ask& ask, const Wire& it) {
    const Thing api = it.from();
    const Thing target = it.to();
    if (!api.plays(role::kApi) || !target.vpc() || it.kind() != LinkKind::Traffic || target.plays(role::kFunction))
        return;
    if (target.equals("scheme", "internet-facing") == Truth::Yes || hasPublicAddress(target)) return;
    if (api.flag("vpcLink") == Truth::No)
        ask.found(it, "{} cannot reach {}, which is private in {}: it needs a VPC link.",
                  "{}은(는) {3} 안에 비공개로 있는 {2}에 닿을 수 없습니다. VPC 링크가 필요합니다.", api, target,
                  target.vpc())
            .fixBySetting(api, "vpcLink", true);
    else if (api.flag("vpcLink") == Truth::Yes && !target.plays(role::kLoadBalancer) &&
             api.equals("type", "rest") == Truth::Yes)
        ask.found(it, "{} reaches private things through a load balancer only: {} is none.",
                  "{}은(는) 로드 밸런서를 거쳐서만 비공개 대상에 닿습니다. {}은(는) 로드 밸런서가 아닙니다.", api,
                  target);
}

extern const Rule kInt001{
    .id = "INT-001",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"An API that cannot reach its private target", "비공개 대상에 닿지 못하는 API"},
    .why = {"API Gateway stands outside your VPC. It reaches private load balancers through a VPC link: Application "
            "and Network Load Balancers alike.",
            "API Gateway는 VPC 밖에 있습니다. VPC 링크로 비공개 로드 밸런서(Application, Network 모두)에 닿습니다."},
    .mend = {"Use a VPC link to a load balancer in front of the target.",
             "대상 앞의 로드 밸런서로 가는 VPC 링크를 쓰세요."},
    .page = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-integration.html",
    .on = "link:traffic",
    .checkLink = checkInt001,
};

} // namespace sky::checks
