// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkNet023(Ask& ask, const Thing& it) {
    const auto zone = it.zone();
    if (!zone || zone->letter.empty()) return;
    for (const topology::Route& route : it.routeTable().routes()) {
        if (route.target != topology::RouteTarget::TransitGateway) continue;
        const Thing gateway = ask.thing(ElementId(route.via));
        const Wire attachment = attachmentOf(it.vpc(), gateway);
        const auto seats = attachment ? attachment.allNamed("subnets") : std::vector<Thing>();
        if (seats.empty()) continue; // not attached at all: NET-027; or nobody has said where
        bool covered = false;
        for (const Thing& seat : seats) covered = covered || !seat.zone() || sameZone(seat, it) == Truth::Yes;
        if (covered) continue;
        catalog::List list;
        for (const Thing& seat : seats) list.emplace_back(catalog::Reference{seat.id().str()});
        list.emplace_back(catalog::Reference{it.id().str()});
        ask.found(
               it,
               "{1} is in zone {2} and routes to {3}, which is attached to no subnet there: its packets are dropped.",
               "영역 {2}의 {1}이(가) {3}(으)로 보내지만 그 영역에는 연결된 서브넷이 없어 패킷이 버려집니다.", it,
               zone->letter, gateway)
            .also(gateway)
            .fix(say("Attach {} too", "{}에도 연결하기", it.name()),
                 mends::set(attachment, "subnets", std::move(list)));
        return;
    }
}

extern const Rule kNet023{
    .id = "NET-023",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A zone that the transit gateway is not attached to", "전송 게이트웨이가 연결되지 않은 영역"},
    .why = {"A transit gateway takes packets of a zone only when its attachment has a subnet there.",
            "전송 게이트웨이는 연결에 그 영역의 서브넷이 있을 때만 그 영역의 패킷을 받습니다."},
    .mend = {"Add a subnet of that zone to the attachment.", "그 영역의 서브넷을 연결에 추가하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    .anchors = "reachability-analyzer:TGW_ROUTE_AZ_RESTRICTION",
    .on = "role:subnet",
    .checkElement = checkNet023,
};

} // namespace sky::checks
