// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb003(Ask& ask, const Thing& it) {
    if (it.parts().size() > 1) return;
    ask.found(it, "{} has no reader: when its writer fails, a new one has to be built before anything answers.",
              "{}에 리더가 없어 라이터가 고장 나면 새로 만들 때까지 아무것도 응답하지 않습니다.", it)
        .fixBySetting(it, "readers", mends::count(1));
}

extern const Rule kDb003{
    .id = "DB-003",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"An Aurora cluster without a reader", "리더가 없는 Aurora 클러스터"},
    .why = {"The storage of Aurora lives in three zones, but its one instance in one. With a reader in another zone a "
            "failover takes about 30 seconds; without, Aurora creates a new instance, which takes about ten minutes.",
            "Aurora의 스토리지는 세 영역에 있지만 하나뿐인 인스턴스는 한 영역에 있습니다. 다른 영역에 리더가 있으면 약 "
            "30초 만에 장애 조치되지만 없으면 새 인스턴스를 만드는 데 약 10분이 걸립니다."},
    .mend = {"Add a reader; it stands in another zone and also answers reads.",
             "리더를 추가하세요. 다른 영역에 놓이며 읽기에도 응답합니다."},
    .accept = {"Ten minutes of outage are fine.", "10분 정도 멈춰도 괜찮을 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
    .anchors = "securityhub:RDS.15 config:rds-cluster-multi-az-enabled prowler:rds_cluster_multi_az",
    .on = "aurora",
    .checkElement = checkDb003,
};

} // namespace sky::checks
