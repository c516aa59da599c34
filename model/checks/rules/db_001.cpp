// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb001(Ask& ask, const Thing& it) {
    const auto zones = it.drawnZones();
    if (!it.knowsZones() || zones.size() >= 2) return;
    ask.found(it, "{} has subnets in zone {} only; a DB subnet group covers two zones, even for one instance.",
              "{}의 서브넷이 영역 {}에만 있습니다. 인스턴스가 하나라도 DB 서브넷 그룹에는 두 영역이 필요합니다.", it,
              zones.front().letter)
        .cause("zones:" + it.id().str())
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kDb001{
    .id = "DB-001",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A database with subnets in one zone", "한 영역의 서브넷만 가진 데이터베이스"},
    .why = {"AWS refuses a DB subnet group whose subnets all lie in one Availability Zone, so that there is somewhere "
            "to go when the zone fails.",
            "모든 서브넷이 한 가용 영역에 있는 DB 서브넷 그룹은 만들 수 없습니다. 영역이 멈췄을 때 옮겨 갈 곳이 있어야 "
            "하기 때문입니다."},
    .mend = {"Let it span a subnet in a second zone; nothing runs there until you turn on Multi-AZ.",
             "두 번째 영역의 서브넷에도 걸치게 하세요. 다중 AZ를 켜기 전에는 그곳에서 아무것도 실행되지 않습니다."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html",
    .anchors = "trustedadvisor:Amazon-RDS-Multi-AZ",
    .on = "rds aurora documentdb neptune",
    .checkElement = checkDb001,
};

} // namespace sky::checks
