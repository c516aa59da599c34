// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb009(Ask& ask, const Thing& it) {
    if (it.amount("backupRetention").value_or(1) != 0) return;
    for (const Wire& copy : it.wires(LinkKind::Replication)) {
        if (copy.from() != it) continue;
        ask.found(it, "{} has its backups off, so {} cannot be made from it.",
                  "{}의 백업이 꺼져 있어 {}을(를) 만들 수 없습니다.", it, copy.to())
            .also(copy.to())
            .fixBySetting(it, "backupRetention", Quantity{7 * 86400LL * 1000000000, Unit::Duration});
    }
}

extern const Rule kDb009{
    .id = "DB-009",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A read replica of a database without backups", "백업이 없는 데이터베이스의 읽기 전용 복제본"},
    .why = {"AWS makes a read replica from a snapshot and the logs that automatic backups keep. With a retention of "
            "zero days there are none, and the request is refused.",
            "읽기 전용 복제본은 자동 백업이 남긴 스냅샷과 로그로 만들어집니다. 보존 기간이 0일이면 이것이 없어 요청이 "
            "거부됩니다."},
    .mend = {"Turn automatic backups on for the source.", "원본의 자동 백업을 켜세요."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
    .on = "rds",
    .checkElement = checkDb009,
};

} // namespace sky::checks
