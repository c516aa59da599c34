// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static bool leadsBack(const Thing& table) {
    if (!table.allNamed("propagate").empty()) return true;
    const auto routes = table.routes();
    return std::any_of(routes.begin(), routes.end(), [](const topology::Route& route) {
        return route.target == topology::RouteTarget::VpnGateway || route.target == topology::RouteTarget::VpnLink ||
               route.target == topology::RouteTarget::TransitGateway;
    });
}

static void checkHyb005(Ask& ask, const Wire& it) {
    const Thing site = it.from().around(role::kOnPremises);
    const Thing target = it.to();
    if (!site || !target.vpc()) return;
    std::vector<Thing> gateways = target.vpc().gateways(role::kVpnGateway);
    for (const Thing& gateway : transitGateways(target.vpc())) gateways.push_back(gateway);
    if (gateways.empty()) return; // no way at all
    for (const Thing& subnet : target.subnets()) {
        const Thing table = subnet.routeTable();
        if (leadsBack(table)) continue;
        Found found = ask.found(it, "{} has no route back to {}: the connection never opens.",
                                "{}에 {}(으)로 돌아가는 경로가 없어 연결이 열리지 않습니다.", subnet, site);
        found.also({subnet, site}).cause("blocked:" + it.id().str());
        if (table && gateways.front().plays(role::kVpnGateway))
            found.fix(say("Let {} learn the routes of {}", "{}이(가) {}의 경로를 배우게 하기", table.name(),
                          gateways.front().name()),
                      mends::addToList(table, "propagate", catalog::Reference{gateways.front().id().str()}));
        return;
    }
}

extern const Rule kHyb005{
    .id = "HYB-005",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"No route back to the site", "사이트로 돌아가는 경로가 없음"},
    .why = {"Packets from the site find the VPC by themselves. The answer follows the subnet's route table, which "
            "knows the site only by route propagation or a route of its own.",
            "사이트에서 온 패킷은 VPC를 찾아오지만 응답은 서브넷의 라우팅 테이블을 따릅니다. 경로 전파나 직접 추가한 "
            "경로가 있어야 사이트를 압니다."},
    .mend = {"Turn route propagation on in the subnet's route table.", "서브넷 라우팅 테이블에서 경로 전파를 켜세요."},
    .page = "https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "link:traffic",
    .checkLink = checkHyb005,
};

} // namespace sky::checks
