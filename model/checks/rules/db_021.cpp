// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb021(Ask& ask, const Thing& it) {
    if (!ask.production()) return;
    const bool warehouse = it.isService("redshift");
    const bool single = it.equals("deployment", "single") == Truth::Yes || // a broker
                        (it.plays(role::kDatabase) && it.parts().size() < 2);
    const bool oneZone = it.isService("msk") && it.knowsZones() && it.drawnZones().size() < 2;
    if (!single && !oneZone) return;
    Found found = ask.found(it, "{} lives in one zone and stops with it.",
                            "{}은(는) 한 영역에만 있어 그 영역과 함께 멈춥니다.", it);
    if (warehouse) found.severity(Severity::Info).fixBySetting(it, "multiAz", std::string("cluster"));
    if (it.isService("mq")) found.fixBySetting(it, "deployment", std::string("standby"));
    if (it.isService("documentdb") || it.isService("neptune")) found.fixBySetting(it, "readers", mends::count(1));
    if (oneZone)
        found.fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kDb021{
    .id = "DB-021",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A managed cluster in one zone", "한 영역에만 있는 관리형 클러스터"},
    .why = {"A cluster whose nodes all stand in one Availability Zone is down with it, although AWS manages the nodes. "
            "For a warehouse this is the usual form: it is restored elsewhere in minutes to hours.",
            "노드가 모두 한 가용 영역에 있는 클러스터는 AWS가 관리하더라도 그 영역과 함께 멈춥니다. 데이터 "
            "웨어하우스는 보통 이렇게 두며 다른 곳에서 몇 분에서 몇 시간 안에 복원합니다."},
    .mend = {"Give it nodes in a second zone.", "두 번째 영역에도 노드를 두세요."},
    .accept = {"It can be missing until it is restored.", "복원될 때까지 없어도 될 때."},
    .page = "https://docs.aws.amazon.com/msk/latest/developerguide/best-practices.html",
    .anchors = "prowler:mq_broker_active_deployment_mode prowler:neptune_cluster_multi_az "
               "prowler:redshift_cluster_multi_az_enabled trustedadvisor:Amazon-MSK-Cluster-Multi-AZ",
    .on = "msk mq redshift documentdb neptune",
    .checkElement = checkDb021,
};

} // namespace sky::checks
