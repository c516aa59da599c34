// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCost008(Ask& ask, const Thing& it) {
    if (ask.production()) return;
    std::vector<Thing> nats;
    for (const Thing& nat : ask.all(role::kNat))
        if (nat.vpc() == it && nat.equals("mode", "zonal") == Truth::Yes) nats.push_back(nat);
    if (nats.size() < 2) return;
    ask.found(it, "{} has {} NAT gateways, each billed by the hour; one is enough when an outage is harmless.",
              "{}에 NAT 게이트웨이가 {}개 있고 각각 시간당 요금이 듭니다. 중단되어도 괜찮다면 하나로 충분합니다.", it,
              nats.size())
        .also(nats)
        .fix(say("Keep only {}", "{}만 남기기", nats.front().name()), mends::mergeNats(nats));
}

extern const Rule kCost008{
    .id = "COST-008",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"More NAT gateways than development needs", "개발 환경에 필요한 것보다 많은 NAT 게이트웨이"},
    .why = {"A NAT gateway per zone protects against the loss of a zone. Outside production that is rarely worth its "
            "price.",
            "영역마다 NAT 게이트웨이를 두면 영역 장애에 대비됩니다. 운영이 아니라면 그 값을 하는 일이 드뭅니다."},
    .mend = {"Let all private subnets leave through one of them.", "모든 프라이빗 서브넷이 하나를 거쳐 나가게 하세요."},
    .accept = {"Failover itself is what is tested.", "장애 조치 자체를 시험할 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    .on = "role:vpc",
    .checkElement = checkCost008,
};

} // namespace sky::checks
