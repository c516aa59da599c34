// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkLb003(Ask& ask, const Thing& it) {
    std::vector<Thing> kept;
    std::vector<Thing> extra;
    for (const Thing& subnet : it.subnets()) {
        const bool second = std::any_of(kept.begin(), kept.end(),
                                        [&](const Thing& other) { return sameZone(other, subnet) == Truth::Yes; });
        (second ? extra : kept).push_back(subnet);
    }
    if (extra.empty()) return;
    ask.found(it, "{} spans a second subnet in the zone of {}; a load balancer takes one a zone.",
              "{}이(가) {}의 영역에서 서브넷 둘에 걸쳐 있습니다. 로드 밸런서는 영역마다 하나만 받습니다.", it, extra)
        .also(extra)
        .fix(say("One subnet a zone", "영역마다 서브넷 하나"), mends::span(it, kept));
}

extern const Rule kLb003{
    .id = "LB-003",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A load balancer with two subnets in one zone", "한 영역에서 서브넷 둘에 걸친 로드 밸런서"},
    .why = {"A load balancer places one node in each zone, in the one subnet you name there.",
            "로드 밸런서는 영역마다 지정한 서브넷 하나에 노드를 하나 둡니다."},
    .mend = {"Name one subnet of each zone.", "영역마다 서브넷 하나만 적으세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html",
    .on = "alb nlb gwlb",
    .checkElement = checkLb003,
};

} // namespace sky::checks
