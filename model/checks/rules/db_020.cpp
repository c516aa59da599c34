// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb020(Ask& ask, const Wire& it) {
    const Thing caller = it.from();
    const Thing database = it.to();
    if (!caller.plays(role::kFunction) || !database.plays(role::kDatabase)) return;
    if (database.flag("proxy") != Truth::No || caller.isSet("reservedConcurrency")) return;
    ask.found(it, "Up to {} copies of {} may each open a connection to {}: it runs out of them under load.",
              "{2}의 실행 환경이 {1}개까지 늘며 저마다 {3}에 연결을 엽니다. 부하가 오면 연결이 바닥납니다.",
              caller.amount("concurrency").value_or(1000), caller, database)
        .also({caller, database})
        .fixBySetting(database, "proxy", true);
}

extern const Rule kDb020{
    .id = "DB-020",
    .severity = Severity::Info,
    .pillar = Pillar::Performance,
    .title = {"Functions that connect straight to a database", "데이터베이스에 바로 연결하는 함수"},
    .why = {"Every running copy of a function holds a connection of its own. A database admits a few hundred; RDS "
            "Proxy shares a small pool among all.",
            "실행 중인 함수마다 연결을 하나씩 잡습니다. 데이터베이스가 받는 연결은 몇백 개이며 RDS Proxy가 작은 풀을 "
            "나눠 쓰게 합니다."},
    .mend = {"Put RDS Proxy between, or reserve a concurrency that the database can bear.",
             "RDS Proxy를 두거나 데이터베이스가 감당할 동시성을 예약하세요."},
    .accept = {"Few calls come.", "호출이 적을 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
    .on = "link:traffic",
    .checkLink = checkDb020,
};

} // namespace sky::checks
