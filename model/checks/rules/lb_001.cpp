// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb001(Ask& ask, const Thing& alb) {
    const auto zones = alb.drawnZones();
    if (!alb.knowsZones() || zones.size() >= 2) return; // spans nothing: STR-004
    ask.found(alb, "{} is only in zone {}; an Application Load Balancer needs subnets in two zones.",
              "{}이(가) 영역 {}에만 있습니다. Application Load Balancer에는 두 영역의 서브넷이 필요합니다.", alb,
              zones.front().letter)
        .cause("zones:" + alb.id().str())
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(alb));
}

extern const Rule kLb001{
    .id = "LB-001",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"An Application Load Balancer in one zone", "한 영역에만 있는 Application Load Balancer"},
    .why = {"AWS creates an Application Load Balancer only with subnets in at least two Availability Zones.",
            "AWS는 서로 다른 가용 영역의 서브넷이 둘 이상 있어야 Application Load Balancer를 만듭니다."},
    .mend = {"Let it span a subnet in a second zone.", "두 번째 영역의 서브넷에도 걸치게 하세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
    .anchors = "cfn-lint:E3680 securityhub:ELB.13 config:elbv2-multiple-az prowler:elbv2_is_in_multiple_az",
    .on = "alb",
    .checkElement = checkLb001,
};

} // namespace sky::checks
