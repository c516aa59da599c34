// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb013(Ask& ask, const Thing& it) {
    if (it.flag("automaticFailover") != Truth::Yes || it.amount("replicas").value_or(1) != 0 ||
        it.amount("shards").value_or(1) != 1)
        return;
    ask.found(it, "{} is to fail over by itself, but has no replica to fail over to.",
              "{}이(가) 자동 장애 조치를 하도록 되어 있지만 넘어갈 복제본이 없습니다.", it)
        .fixBySetting(it, "replicas", mends::count(1))
        .fixBySetting(it, "automaticFailover", false);
}

extern const Rule kDb013{
    .id = "DB-013",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Automatic failover without a replica", "복제본이 없는 자동 장애 조치"},
    .why = {"ElastiCache refuses automatic failover for a replication group without replicas.",
            "복제본이 없는 복제 그룹에는 자동 장애 조치를 켤 수 없습니다."},
    .mend = {"Add a replica.", "복제본을 추가하세요."},
    .page = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
    .anchors = "cfn-lint:E3026",
    .on = "elasticache",
    .checkElement = checkDb013,
};

} // namespace sky::checks
