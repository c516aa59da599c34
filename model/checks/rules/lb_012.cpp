// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkLb012(Ask& ask, const Thing& it) {
    if (!it.knowsZones() || it.drawnZones().size() < 2) return;
    std::vector<topology::Zone> zones;
    const auto targets = it.targets();
    for (const Thing& target : targets) {
        if (!target.knowsZones()) return; // a function, or nobody knows
        for (const topology::Zone& zone : target.drawnZones())
            if (std::find(zones.begin(), zones.end(), zone) == zones.end()) zones.push_back(zone);
    }
    if (zones.size() != 1) return;
    Found found = ask.found(it, "{} spans {} zones, but all that answers is in zone {}.",
                            "{}은(는) 영역 {}개에 걸쳐 있지만 응답하는 것은 모두 영역 {}에 있습니다.", it,
                            it.drawnZones().size(), zones.front().letter);
    found.also(targets);
    if (targets.size() == 1 && targets.front().plays(role::kFleet))
        found.cause("zones:" + targets.front().id().str())
            .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"),
                 mends::spanAnotherZone(targets.front()));
}

extern const Rule kLb012{
    .id = "LB-012",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"All targets in one zone", "모두 한 영역에 있는 대상"},
    .why = {"The load balancer survives a zone; what is behind it does not.",
            "로드 밸런서는 영역 하나를 잃어도 살아남지만 뒤에 있는 것은 그렇지 않습니다."},
    .mend = {"Put targets into a second zone.", "두 번째 영역에도 대상을 두세요."},
    .accept = {"They may stop with their zone.", "영역과 함께 멈춰도 될 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    .anchors = "securityhub:ELB.13 trustedadvisor:ALB-Multi-AZ",
    .on = "role:load-balancer",
    .checkElement = checkLb012,
};

} // namespace sky::checks
