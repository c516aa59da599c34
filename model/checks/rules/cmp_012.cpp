// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp012(Ask& ask, const Thing& it) {
    if (!it.vpc() || ask.profile() == "pci") return; // there a function has to be in a VPC
    const auto wires = it.calls();
    if (wires.empty()) return;
    for (const Wire& call : wires)
        if (call.to().vpc() || call.to().is(Trait::Eni)) return;
    Mend out = mends::span(it, {});
    for (const Thing& group : it.securityGroups()) out = mends::then(out, mends::leave(it, group));
    ask.found(it, "{} stands in {}, but calls nothing there: it only loses its way to the internet.",
              "{}이(가) {} 안에 있지만 그곳의 무엇도 호출하지 않습니다. 인터넷으로 나가는 길만 잃습니다.", it, it.vpc())
        .fix(say("Take it out of the VPC", "VPC 밖으로 옮기기"),
             mends::then(out, mends::moveInto(it, it.around(role::kRegion))));
}

extern const Rule kCmp012{
    .id = "CMP-012",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A function in a VPC that needs nothing there", "필요한 것이 없는데 VPC에 둔 함수"},
    .why = {"Outside a VPC a function reaches every AWS service and the internet by itself. Inside it needs NAT or "
            "endpoints for that, which cost money.",
            "VPC 밖의 함수는 모든 AWS 서비스와 인터넷에 바로 닿습니다. 안에서는 NAT이나 엔드포인트가 필요하고 요금이 "
            "듭니다."},
    .mend = {"Take it out of the VPC.", "VPC 밖으로 옮기세요."},
    .accept = {"Your rules want every function in a VPC.", "모든 함수를 VPC에 두라는 규정이 있을 때."},
    .page = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    .on = "role:function",
    .checkElement = checkCmp012,
};

} // namespace sky::checks
