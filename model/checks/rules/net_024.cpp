// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet024(Ask& ask, const Wire& it) {
    if (!it.to().plays(role::kTransitGateway) && !it.from().plays(role::kTransitGateway)) return;
    std::vector<Thing> kept;
    std::vector<Thing> extra;
    for (const Thing& seat : it.allNamed("subnets")) {
        const bool second = std::any_of(kept.begin(), kept.end(),
                                        [&](const Thing& other) { return sameZone(other, seat) == Truth::Yes; });
        (second ? extra : kept).push_back(seat);
    }
    if (extra.empty()) return;
    catalog::List list;
    for (const Thing& seat : kept) list.emplace_back(catalog::Reference{seat.id().str()});
    ask.found(it, "The attachment of {} has a second subnet in the zone of {}; it takes one a zone.",
              "{}의 연결에 {}이(가) 있는 영역의 서브넷이 둘입니다. 영역마다 하나만 받습니다.", it.from(), extra)
        .also(extra)
        .fix(say("One subnet a zone", "영역마다 서브넷 하나"), mends::set(it, "subnets", std::move(list)));
}

extern const Rule kNet024{
    .id = "NET-024",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"An attachment with two subnets in one zone", "한 영역에 서브넷이 둘인 연결"},
    .why = {"A transit gateway attachment places one interface in each zone and takes one subnet for it. It serves "
            "every subnet of that zone.",
            "전송 게이트웨이 연결은 영역마다 인터페이스 하나를 두고 서브넷 하나를 받습니다. 그 영역의 모든 서브넷이 "
            "씁니다."},
    .mend = {"Name one subnet of each zone.", "영역마다 서브넷 하나만 적으세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    .on = "link:attach",
    .checkLink = checkNet024,
};

} // namespace sky::checks
