// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb004(Ask& ask, const Thing& it) {
    const std::size_t zones = it.drawnZones().size();
    if (it.equals("multiAz", "cluster") != Truth::Yes || !it.knowsZones() || zones >= 3) return;
    Mend more = mends::spanAnotherZone(it);
    if (zones < 2) more = mends::then(more, mends::spanAnotherZone(it));
    ask.found(it, "{} is a Multi-AZ DB cluster over {} zones; its writer and two readers need three.",
              "다중 AZ DB 클러스터 {}이(가) 영역 {}개에 걸쳐 있습니다. 라이터와 리더 둘에는 영역 셋이 필요합니다.", it,
              zones)
        .cause("zones:" + it.id().str())
        .fix(say("Span subnets in three zones", "세 영역의 서브넷에 걸치기"), more)
        .fixBySetting(it, "multiAz", std::string("instance"));
}

extern const Rule kDb004{
    .id = "DB-004",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A Multi-AZ DB cluster in fewer than three zones", "영역이 셋보다 적은 다중 AZ DB 클러스터"},
    .why = {"A Multi-AZ DB cluster is a writer and two readers, each in a zone of its own. AWS creates it only in a "
            "subnet group that covers three zones.",
            "다중 AZ DB 클러스터는 서로 다른 영역에 있는 라이터 하나와 리더 둘입니다. 세 영역을 덮는 서브넷 그룹에서만 "
            "만들 수 있습니다."},
    .mend = {"Let it span subnets in three zones, or take Multi-AZ with one standby.",
             "세 영역의 서브넷에 걸치거나 대기 인스턴스가 하나인 다중 AZ를 쓰세요."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html",
    .anchors = "cfn-lint:E3692",
    .on = "rds",
    .checkElement = checkDb004,
};

} // namespace sky::checks
