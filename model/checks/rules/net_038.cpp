// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet038(Ask& ask, const Thing& it) {
    if (it.equals("type", "interface") != Truth::Yes || !it.knowsZones() || it.drawnZones().size() != 1) return;
    bool elsewhere = false;
    for (const Thing& subnet : it.vpc().subnets())
        elsewhere =
            elsewhere || (subnet.zone() && *subnet.zone() != it.drawnZones().front() && !subnet.children().empty());
    for (const Thing& subnet : it.vpc().subnets())
        for (const Thing& user : subnet.referring())
            elsewhere =
                elsewhere || (user.is(Trait::Station) && subnet.zone() && *subnet.zone() != it.drawnZones().front());
    if (!elsewhere) return;
    ask.found(it, "{} has an address in zone {} only: from the others it crosses zones, and fails with that one.",
              "{}의 주소가 영역 {}에만 있어 다른 영역에서는 영역을 넘고, 그 영역과 함께 멈춥니다.", it,
              it.drawnZones().front().letter)
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kNet038{
    .id = "NET-038",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"An interface endpoint in one zone", "한 영역에만 있는 인터페이스 엔드포인트"},
    .why = {"An interface endpoint has an address in each subnet you name. In one zone only, the way to the service "
            "stops with that zone.",
            "인터페이스 엔드포인트는 지정한 서브넷마다 주소를 둡니다. 한 영역에만 있으면 그 영역과 함께 서비스로 가는 "
            "길이 멈춥니다."},
    .mend = {"Let it span a subnet of each zone in use.", "쓰는 영역마다 서브넷에 걸치게 하세요."},
    .accept = {"The calls can wait; each zone costs money.", "호출이 기다려도 될 때. 영역마다 요금이 듭니다."},
    .page = "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    .anchors = "prowler:vpc_endpoint_multi_az_enabled",
    .on = "role:endpoint",
    .checkElement = checkNet038,
};

} // namespace sky::checks
