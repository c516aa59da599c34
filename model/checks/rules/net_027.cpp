// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkNet027(Ask& ask, const Thing& it) {
    const auto routes = it.routes();
    for (const topology::Route& route : routes) {
        using topology::RouteTarget;
        const Thing target = ask.thing(ElementId(route.via));
        const bool ofVpc = route.target == RouteTarget::InternetGateway || route.target == RouteTarget::VpnGateway ||
                           route.target == RouteTarget::EgressOnlyGateway || route.target == RouteTarget::Nat;
        const bool detached = ofVpc && target && it.vpc() && ask.thing(route.targetVpc) != it.vpc();
        if (!detached && route.target != RouteTarget::Missing && route.target != RouteTarget::Other) continue;
        if (detached && peeringBetween(it.vpc(), ask.thing(route.targetVpc))) continue; // NET-019
        Found found =
            target ? ask.found(it, "{1} sends {2} to {3}, which is not attached to {4}: the packets vanish.",
                               "{1}이(가) {2}을(를) {4}에 연결되지 않은 {3}(으)로 보내 패킷이 사라집니다.", it,
                               route.to, target, it.vpc())
                   : ask.found(it, "{} sends {} to {}, which is not there: the packets vanish.",
                               "{}이(가) {}을(를) 없는 {}(으)로 보내 패킷이 사라집니다.", it, route.to, route.via);
        found.cause("route:" + it.id().str() + ":" + std::to_string(route.row))
            .fix(say("Remove the route", "경로 지우기"), mends::removeRow(it, "routes", route.row));
    }
}

extern const Rule kNet027{
    .id = "NET-027",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A route to what is not there", "없는 곳으로 가는 경로"},
    .why = {"A route whose target is gone, detached or of another VPC is a black hole: it still wins by its prefix, "
            "and drops what it takes.",
            "대상이 없거나 분리되었거나 다른 VPC에 있는 경로는 블랙홀입니다. 접두사로 선택되지만 받은 것을 버립니다."},
    .mend = {"Remove the route, or attach its target.", "경로를 지우거나 대상을 연결하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    .anchors = "reachability-analyzer:BAD_STATE_ROUTE",
    .on = "role:route-table",
    .checkElement = checkNet027,
};

} // namespace sky::checks
