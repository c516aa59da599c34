// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp002(Ask& ask, const Thing& it) {
    const auto zones = it.drawnZones();
    if (it.isService("eks") || !it.knowsZones() || zones.size() >= 2) return; // EKS: an error of its own
    ask.found(it, "{} runs in zone {} only, and stops with it.", "{}은(는) 영역 {}에만 있어 그 영역과 함께 멈춥니다.",
              it, zones.front().letter)
        .cause("zones:" + it.id().str())
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kCmp002{
    .id = "CMP-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A group in one zone", "한 영역에만 있는 그룹"},
    .why = {"A group that spans several zones keeps running when one fails, and starts what is missing in the others. "
            "It costs nothing more.",
            "여러 영역에 걸친 그룹은 한 영역이 멈춰도 계속 실행되고 모자란 만큼 다른 영역에서 시작합니다. 비용은 "
            "같습니다."},
    .mend = {"Let it span a subnet in a second zone.", "두 번째 영역의 서브넷에도 걸치게 하세요."},
    .accept = {"What it does may wait until the zone is back.", "영역이 돌아올 때까지 기다려도 되는 일일 때."},
    .page = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-benefits.html",
    .anchors = "securityhub:AutoScaling.2 config:autoscaling-multiple-az prowler:autoscaling_group_multiple_az",
    .on = "role:fleet",
    .checkElement = checkCmp002,
};

} // namespace sky::checks
