// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb002(Ask& ask, const Thing& it) {
    const auto zones = it.drawnZones();
    if (!it.knowsZones() || zones.size() != 1) return;
    ask.found(it, "{} is in zone {} only, and stops with it.", "{}은(는) 영역 {}에만 있어 그 영역과 함께 멈춥니다.", it,
              zones.front().letter)
        .cause("zones:" + it.id().str())
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kLb002{
    .id = "LB-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A load balancer in one zone", "한 영역에만 있는 로드 밸런서"},
    .why = {"A load balancer has a node in each zone it is enabled in. With one node there is nothing to fall back on.",
            "로드 밸런서는 켜진 영역마다 노드를 둡니다. 노드가 하나면 기댈 곳이 없습니다."},
    .mend = {"Let it span a subnet in a second zone.", "두 번째 영역의 서브넷에도 걸치게 하세요."},
    .accept = {"Its targets are in that zone only, and may stop with it.",
               "대상이 그 영역에만 있고 함께 멈춰도 될 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html",
    .anchors = "securityhub:ELB.13 securityhub:ELB.10 config:clb-multiple-az prowler:elb_is_in_multiple_az "
               "trustedadvisor:NLB-Multi-AZ",
    .on = "nlb gwlb clb",
    .checkElement = checkLb002,
};

} // namespace sky::checks
