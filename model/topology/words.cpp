// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/words.h"

namespace sky::topology {
namespace {

Text viaName(const Topology& topology, const Route& route) {
    return nameOf(topology, ElementId(route.via));
}

Text tableName(const Topology& topology, const RouteTableChoice& choice) {
    return choice.table.empty() ? say("the VPC's main route table", "VPC의 기본 라우팅 테이블")
                                : nameOf(topology, choice.table);
}

} // namespace

Text nameOf(const Topology& topology, const ElementId& element) {
    const diagram::Element* found = topology.diagram().element(element);
    if (found && !found->name.empty()) return found->name;
    return {element.str(), {}};
}

Text describe(const Topology& topology, const SubnetExposure& exposure) {
    const Text table = tableName(topology, exposure.table);
    const Route route = exposure.route.value_or(Route{});
    switch (exposure.reason) {
    case ExposureReason::ToInternetGateway:
        return say("Public because {} sends {} to the internet gateway {}.",
                   "{}이(가) {} 트래픽을 인터넷 게이트웨이 {}(으)로 보내므로 퍼블릭 서브넷입니다.", table, route.to,
                   viaName(topology, route));
    case ExposureReason::ToNat:
        return say("Private with a way out because {} sends {} to the NAT gateway {}.",
                   "{}이(가) {} 트래픽을 NAT 게이트웨이 {}(으)로 보내므로 밖으로 나갈 수만 있는 프라이빗 서브넷입니다.",
                   table, route.to, viaName(topology, route));
    case ExposureReason::ToEgressOnlyGateway:
        return say("Private with a way out over IPv6 because {} sends {} to the egress-only internet gateway {}.",
                   "{}이(가) {} 트래픽을 송신 전용 인터넷 게이트웨이 {}(으)로 보내므로 IPv6로 나갈 수만 있는 프라이빗 "
                   "서브넷입니다.",
                   table, route.to, viaName(topology, route));
    case ExposureReason::NoDefaultRoute:
        return say("Private because {} has no route to an internet gateway.",
                   "{}에 인터넷 게이트웨이로 가는 경로가 없으므로 프라이빗 서브넷입니다.", table);
    case ExposureReason::NoTable:
        return say("Private because no route table is set and the VPC draws no main one: only the local route applies.",
                   "라우팅 테이블을 지정하지 않았고 VPC에 기본 라우팅 테이블도 없어 로컬 경로만 있으므로 프라이빗 "
                   "서브넷입니다.");
    case ExposureReason::GatewayOfAnotherVpc:
        return say("Private because {} sends {} to {}, which does not belong to this VPC.",
                   "{}이(가) {} 트래픽을 이 VPC의 것이 아닌 {}(으)로 보내므로 프라이빗 서브넷입니다.", table, route.to,
                   viaName(topology, route));
    case ExposureReason::DefaultRouteElsewhere:
        return say("Private because {} sends {} to {}, not to an internet gateway.",
                   "{}이(가) {} 트래픽을 인터넷 게이트웨이가 아닌 {}(으)로 보내므로 프라이빗 서브넷입니다.", table,
                   route.to, viaName(topology, route));
    case ExposureReason::TargetMissing:
        return say("Private because the route of {} for {} leads nowhere.",
                   "{}의 {} 경로에 대상이 없으므로 프라이빗 서브넷입니다.", table, route.to);
    }
    return {};
}

} // namespace sky::topology
