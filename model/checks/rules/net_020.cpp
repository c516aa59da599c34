// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static bool leadsOver(const Thing& table, const Cidr& block, const Wire& peering) {
    for (const topology::Route& route : table.routes()) {
        const auto to = parseCidr(route.to);
        if (route.via == peering.id().str() && to && overlaps(*to, block)) return true;
    }
    return false;
}

static void checkNet020(Ask& ask, const Wire& it) {
    const Thing ends[] = {it.from(), it.to()};
    const Wire peering = peeringBetween(ends[0].vpc(), ends[1].vpc());
    if (!peering || ends[0].vpc() == ends[1].vpc()) return;
    for (int side = 0; side < 2; ++side) {
        const Thing far = ends[1 - side].vpc();
        const auto block = far.effectiveCidr();
        if (!block) continue;
        for (const Thing& subnet : ends[side].subnets()) {
            const Thing table = subnet.routeTable();
            if (leadsOver(table, *block, peering)) continue;
            Found found = ask.found(it, "{1} has no route to {2} over the peering: {3}.",
                                    "{1}에 피어링으로 {2}에 가는 경로가 없어 {3}", subnet, far,
                                    side == 0 ? say("nothing leaves", "아무것도 나가지 못합니다.")
                                              : say("answers do not return", "응답이 돌아오지 못합니다."));
            found.also({subnet, far}).cause("blocked:" + it.id().str());
            if (table)
                found.fix(say("A route in {}", "{}에 경로 추가하기", table.name()),
                          mends::route(table, toText(*block), peering.id().str()));
            return;
        }
    }
}

extern const Rule kNet020{
    .id = "NET-020",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A peering without routes on both sides", "양쪽에 경로가 없는 피어링"},
    .why = {"A peering is only a possibility; route tables use it. Both sides need a route to the block of the other, "
            "one for the question and one for the answer.",
            "피어링은 가능성일 뿐이고 라우팅 테이블이 이를 씁니다. 질문과 응답을 위해 양쪽 모두 상대 블록으로 가는 "
            "경로가 필요합니다."},
    .mend = {"Add the route that is missing.", "빠진 경로를 추가하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-vpc-peering",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "link:traffic link:replication",
    .checkLink = checkNet020,
};

} // namespace sky::checks
