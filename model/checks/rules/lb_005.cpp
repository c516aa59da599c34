// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb005(Ask& ask, const Thing& it) {
    if (it.equals("scheme", "internal") != Truth::Yes) return;
    for (const Wire& call : it.callers()) {
        const Thing client = call.from();
        if (!client.is(Trait::Caller) || client.vpc() || client.around(role::kOnPremises)) continue;
        Found found = ask.found(it, "{} is internal: {} cannot reach it from the internet.",
                                "{}은(는) 내부용이라 {}이(가) 인터넷에서 닿을 수 없습니다.", it, client);
        found.also(client);
        bool open = !it.subnets().empty();
        for (const Thing& subnet : it.subnets())
            open = open && subnet.exposure().exposure == topology::Exposure::Public;
        if (open) found.fixBySetting(it, "scheme", std::string("internet-facing"));
        return;
    }
}

extern const Rule kLb005{
    .id = "LB-005",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"An internal load balancer with clients on the internet", "인터넷 클라이언트가 있는 내부 로드 밸런서"},
    .why = {"An internal load balancer has private addresses only.", "내부 로드 밸런서에는 프라이빗 주소만 있습니다."},
    .mend = {"Make it internet-facing, or put CloudFront with a VPC origin before it.",
             "인터넷 경계로 바꾸거나 앞에 VPC 오리진을 쓰는 CloudFront를 두세요."},
    .accept = {"They come through a VPN.", "VPN으로 접속할 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
    .anchors = "reachability-analyzer:IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
    .on = "alb nlb clb",
    .checkElement = checkLb005,
};

} // namespace sky::checks
