// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCost007(Ask& ask, const Thing& it) {
    if (it.plays(role::kNat)) {
        for (const Thing& other : it.referring())
            if (other.plays(role::kRouteTable)) return;
        if (it.equals("mode", "regional") == Truth::Yes) return; // its routes may be AWS's own
    } else if (it.plays(role::kEndpoint)) {
        if (it.equals("type", "interface") != Truth::Yes || !it.wires().empty() || it.isSet("target")) return;
    } else if (!it.callers().empty()) {
        return;
    }
    ask.found(it, "{} is billed by the hour and carries nothing in this drawing.",
              "{}은(는) 시간당 요금이 드는데 이 그림에서 나르는 것이 없습니다.", it)
        .fix(say("Remove {}", "{} 지우기", it.name()), mends::remove(it));
}

extern const Rule kCost007{
    .id = "COST-007",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A paid network element that carries nothing", "아무것도 나르지 않는 유료 네트워크 요소"},
    .why = {"Load balancers, NAT gateways and interface endpoints are billed by the hour whether anything passes them "
            "or not.",
            "로드 밸런서, NAT 게이트웨이, 인터페이스 엔드포인트는 지나는 것이 없어도 시간당 요금이 듭니다."},
    .mend = {"Draw what uses it, or take it away.", "무엇이 쓰는지 그리거나 지우세요."},
    .accept = {"The drawing is not finished.", "아직 그리는 중일 때."},
    .page = "https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html",
    .anchors = "trustedadvisor:Idle-Load-Balancers",
    .on = "role:load-balancer role:nat role:endpoint",
    .checkElement = checkCost007,
};

} // namespace sky::checks
