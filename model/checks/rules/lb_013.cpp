// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkLb013(Ask& ask, const Thing& it) {
    if (it.flag("crossZone") != Truth::No || !it.knowsZones()) return;
    std::vector<topology::Zone> served;
    const auto targets = it.targets();
    if (targets.empty()) return;
    for (const Thing& target : targets) {
        if (!target.knowsZones()) return;
        for (const topology::Zone& zone : target.drawnZones()) served.push_back(zone);
    }
    for (const topology::Zone& zone : it.drawnZones()) {
        if (std::find(served.begin(), served.end(), zone) != served.end()) continue;
        ask.found(it,
                  "{} has no target in zone {} and does not cross zones: its address there leaves DNS, and clients "
                  "that keep it fail.",
                  "{}의 대상이 영역 {}에 없고 영역을 넘지도 않습니다. 그곳의 주소가 DNS에서 빠지고 이를 기억한 "
                  "클라이언트는 실패합니다.",
                  it, zone.letter)
            .fixBySetting(it, "crossZone", true);
        return;
    }
}

extern const Rule kLb013{
    .id = "LB-013",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A zone without targets, and no crossing", "대상이 없는 영역과 꺼진 교차 영역"},
    .why = {"Network and Gateway Load Balancers send within a zone unless cross-zone balancing is on. It is billed as "
            "transfer between zones.",
            "Network·Gateway Load Balancer는 교차 영역 로드 밸런싱을 켜지 않으면 같은 영역으로만 보냅니다. 켜면 영역 "
            "간 전송 요금이 듭니다."},
    .mend = {"Turn cross-zone balancing on, or put targets into that zone.",
             "교차 영역 로드 밸런싱을 켜거나 그 영역에 대상을 두세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/"
            "network-load-balancers.html#cross-zone-load-balancing",
    .anchors = "reachability-analyzer:ELB_NOT_CROSSZONE checkov:CKV_AWS_152 "
               "config:nlb-cross-zone-load-balancing-enabled prowler:elbv2_cross_zone_load_balancing_enabled",
    .on = "role:load-balancer",
    .checkElement = checkLb013,
};

} // namespace sky::checks
