// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet028(Ask& ask, const Thing& it) {
    const auto around = it.vpc().cidrs();
    for (const topology::Route& route : it.routes()) {
        const auto to = parseCidr(route.to);
        if (!to || route.target == topology::RouteTarget::Local) continue;
        const bool inside = std::any_of(around.begin(), around.end(),
                                        [&](const Cidr& block) { return contains(block, *to) && block != *to; });
        if (!inside) continue;
        const auto subnets = it.vpc().subnets();
        const bool whole = std::any_of(subnets.begin(), subnets.end(),
                                       [&](const Thing& subnet) { return !subnet.cidr() || *subnet.cidr() == *to; });
        const bool middlebox = route.target == topology::RouteTarget::Nat ||
                               route.target == topology::RouteTarget::Interface ||
                               route.target == topology::RouteTarget::Endpoint;
        if (whole && (middlebox || route.target == topology::RouteTarget::Unset)) continue;
        ask.found(it,
                  "{} has a route to {} inside the VPC: such a route takes a whole subnet, to an interface, a NAT "
                  "gateway or a Gateway Load Balancer endpoint.",
                  "{}에 VPC 안의 {}(으)로 가는 경로가 있습니다. 이런 경로는 서브넷 전체를 인터페이스, NAT 게이트웨이, "
                  "Gateway Load Balancer 엔드포인트로만 보낼 수 있습니다.",
                  it, *to)
            .cause("route:" + it.id().str() + ":" + std::to_string(route.row))
            .fix(say("Remove the route", "경로 지우기"), mends::removeRow(it, "routes", route.row));
    }
}

extern const Rule kNet028{
    .id = "NET-028",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A route inside the VPC that AWS does not take", "AWS가 받지 않는 VPC 안의 경로"},
    .why =
        {"Packets within a VPC go straight. They can be sent through a firewall subnet by subnet, but not to gateways.",
         "VPC 안의 패킷은 곧장 갑니다. 서브넷 단위로 방화벽을 거치게 할 수는 있지만 게이트웨이로 보낼 수는 없습니다."},
    .mend = {"Let the route name the block of a whole subnet and an interface.",
             "서브넷 전체의 블록과 인터페이스를 적으세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    .on = "role:route-table",
    .checkElement = checkNet028,
};

} // namespace sky::checks
