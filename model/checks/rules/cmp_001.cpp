// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp001(Ask& ask) {
    if (!ask.production()) return;
    for (const FailureFacts& failure : ask.failures(1)) {
        if (failure.ofRegion || failure.ofZone || failure.events.size() != 1) continue;
        const Thing it = ask.thing(ElementId(failure.events.front()));
        if (!it.plays(role::kInstance) || it.fleet()) continue;
        std::vector<Thing> goals;
        for (const ElementId& id : failure.stops) goals.push_back(ask.thing(id));
        ask.found(it, "{} is one server: when it stops, {} are not served.",
                  "{}은(는) 서버 한 대입니다. 멈추면 {}에게 서비스할 수 없습니다.", it, goals)
            .cause("spof:" + it.id().str());
    }
}

extern const Rule kCmp001{
    .id = "CMP-001",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A single server serves users", "서버 한 대가 사용자를 받음"},
    .why = {"A server fails, is patched, and is replaced. With one of them each of these is an outage.",
            "서버는 고장 나고 패치되고 교체됩니다. 한 대뿐이면 그때마다 중단됩니다."},
    .mend = {"Put it into an Auto Scaling group over two zones behind a load balancer.",
             "두 영역에 걸친 Auto Scaling 그룹에 넣고 로드 밸런서 뒤에 두세요."},
    .accept = {"An outage of some minutes is fine.", "몇 분의 중단은 괜찮을 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
            "rel_fault_isolation_multiaz_region_system.html",
    .anchors = "wellarchitected:REL10-BP01",
    .checkDesign = checkCmp001,
};

} // namespace sky::checks
