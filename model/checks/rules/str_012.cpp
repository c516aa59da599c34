// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr012(Ask& ask, const Thing& it) {
    if (it.equals("targetType", "instance") != Truth::Yes || !it.vpc()) return;
    for (const Thing& target : it.targets()) {
        if (!target.plays(role::kInstance) && !target.plays(role::kFleet)) continue;
        if (!target.vpc() || target.vpc() == it.vpc()) continue;
        ask.found(it, "{} sends to {}, which is in {}: instance targets must be in {}.",
                  "{1}이(가) {3}에 있는 {2}(으)로 보냅니다. 인스턴스 대상은 {4}에 있어야 합니다.", it, target,
                  target.vpc(), it.vpc())
            .fixBySetting(it, "targetType", std::string("ip"));
    }
}

extern const Rule kStr012{
    .id = "STR-012",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Instance targets in another VPC", "다른 VPC에 있는 인스턴스 대상"},
    .why = {"A target group of type instance belongs to one VPC and takes only instances of it. Addresses of other "
            "VPCs can be targets of type ip, over a peering or transit gateway.",
            "인스턴스 유형의 대상 그룹은 한 VPC에 속하며 그 VPC의 인스턴스만 받습니다. 다른 VPC의 주소는 피어링이나 "
            "Transit Gateway를 거쳐 ip 유형 대상으로 쓸 수 있습니다."},
    .mend = {"Register addresses (target type ip), or put the balancer into the VPC of its targets.",
             "주소로 등록하거나(대상 유형 ip) 로드 밸런서를 대상의 VPC에 두세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    .on = "role:load-balancer",
    .checkElement = checkStr012,
};

} // namespace sky::checks
