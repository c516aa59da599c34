// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkLb011(Ask& ask, const Thing& it) {
    if (!it.knowsZones()) return;
    const auto enabled = it.drawnZones();
    for (const Thing& target : it.targets()) {
        if (target.vpc() != it.vpc()) continue; // by address, from elsewhere
        for (const topology::Zone& zone : target.drawnZones()) {
            if (zone.letter.empty() || std::find(enabled.begin(), enabled.end(), zone) != enabled.end()) continue;
            Found found = ask.found(it, "{1} is not enabled in zone {2}: what {3} has there gets no requests.",
                                    "{1}이(가) 영역 {2}에 켜져 있지 않아 그곳의 {3}은(는) 요청을 받지 못합니다.", it,
                                    zone.letter, target);
            found.also(target);
            const auto own = it.subnets();
            for (const Thing& subnet : it.vpc().subnets())
                if (subnet.zone() == zone && !own.empty() &&
                    subnet.exposure().exposure == own.front().exposure().exposure) {
                    found.fix(say("Span {} too", "{}에도 걸치기", subnet.name()), mends::spanToo(it, subnet));
                    break;
                }
            return;
        }
    }
}

extern const Rule kLb011{
    .id = "LB-011",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"Targets in a zone the load balancer is not enabled in", "로드 밸런서가 켜지지 않은 영역의 대상"},
    .why = {"A load balancer sends requests only to targets in zones it is enabled in. The others are registered and "
            "unused.",
            "로드 밸런서는 켜진 영역의 대상에만 요청을 보냅니다. 나머지는 등록만 되고 쓰이지 않습니다."},
    .mend = {"Let the load balancer span a subnet of that zone.", "로드 밸런서를 그 영역의 서브넷에도 걸치게 하세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
    .anchors = "reachability-analyzer:ELB_INSTALLED_AZ_RESTRICTION",
    .on = "role:load-balancer",
    .checkElement = checkLb011,
};

} // namespace sky::checks
