// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet015(Ask& ask, const Thing& nat) {
    if (nat.equals("mode", "zonal") != Truth::Yes || !nat.zone() || !ask.production()) return;
    std::vector<Thing> others;
    for (const Thing& subnet : nat.vpc().subnets()) {
        const auto exposure = subnet.exposure();
        if (exposure.reason == topology::ExposureReason::ToNat && exposure.route->via == nat.id().str() &&
            sameZone(subnet, nat) == Truth::No)
            others.push_back(subnet);
    }
    if (others.empty()) return;
    ask.found(nat, "If zone {} fails, {} in other zones lose the internet with {}; meanwhile they pay for crossing zones.",
              "영역 {1}이(가) 멈추면 다른 영역의 {2}도 {3}과(와) 함께 인터넷을 잃습니다. 그 전에도 영역 간 전송 요금이 듭니다.",
              nat.zone()->letter, others, nat)
        .fix(say("A NAT gateway in each zone", "영역마다 NAT 게이트웨이 두기"), mends::natPerZone(nat.vpc()));
}

extern const Rule kNet015{
    .id = "NET-015",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"Private subnets of several zones share one NAT gateway",
              "여러 영역의 프라이빗 서브넷이 NAT 게이트웨이 하나를 함께 씀"},
    .why = {"A zonal NAT gateway dies with its zone. Subnets of other zones that route through it lose the internet "
            "although their own zone is well, and pay for every byte that crosses zones.",
            "영역 NAT 게이트웨이는 그 영역과 함께 멈춥니다. 이것을 거치는 다른 영역의 서브넷은 자기 영역이 멀쩡해도 "
            "인터넷을 잃고, 영역을 넘는 전송 요금도 냅니다."},
    .mend = {"Put one NAT gateway into each zone and let each zone's route table point to its own, or use a regional one.",
             "영역마다 NAT 게이트웨이를 두고 라우팅 테이블이 같은 영역의 것을 가리키게 하거나 리전 NAT 게이트웨이를 쓰세요."},
    .accept = {"In development, where one gateway is cheaper and an outage harmless.",
               "게이트웨이 하나가 더 싸고 중단되어도 괜찮은 개발 환경."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    .anchors = "wellarchitected:REL10-BP01 trustedadvisor:NAT-Gateway-AZ-Independence",
    .on = "role:nat",
    .checkElement = checkNet015,
};

} // namespace sky::checks
