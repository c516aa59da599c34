// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb002(Ask& ask, const Thing& database) {
    if (!ask.production() || database.equals("multiAz", "no") != Truth::Yes) return;
    for (const Wire& copy : database.wires(LinkKind::Replication))
        if (copy.to() == database) return; // a replica: its source matters
    std::vector<Thing> clients;
    for (const Wire& call : database.callers()) clients.push_back(call.from());
    if (clients.empty())
        ask.found(database, "{} has no standby: it stops when its zone does.",
                  "{}에 대기 인스턴스가 없어 영역이 멈추면 함께 멈춥니다.", database)
            .fixBySetting(database, "multiAz", std::string("instance"));
    else
        ask.found(database, "{} has no standby: when its zone stops, {} stop with it.",
                  "{}에 대기 인스턴스가 없어 영역이 멈추면 {}도 함께 멈춥니다.", database, clients)
            .fixBySetting(database, "multiAz", std::string("instance"));
}

extern const Rule kDb002{
    .id = "DB-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A production database without a standby", "대기 인스턴스가 없는 운영 데이터베이스"},
    .why = {"A Single-AZ database lives in one zone. When that zone or the instance fails, it is restored by hand from "
            "the last backup; a Multi-AZ one fails over to its standby within two minutes and loses nothing.",
            "단일 AZ 데이터베이스는 한 영역에 있습니다. 영역이나 인스턴스가 고장 나면 마지막 백업에서 손으로 복원해야 "
            "하지만, 다중 AZ라면 2분 안에 대기 인스턴스로 넘어가고 데이터를 잃지 않습니다."},
    .mend = {"Turn on Multi-AZ. It costs a second instance.", "다중 AZ를 켜세요. 인스턴스 하나만큼 비용이 더 듭니다."},
    .accept = {"The data can be rebuilt, or hours of outage are fine.",
               "데이터를 다시 만들 수 있거나 몇 시간 멈춰도 괜찮을 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html",
    .anchors = "securityhub:RDS.5 checkov:CKV_AWS_157 cdk-nag:AwsSolutions-RDS3 config:rds-multi-az-support "
               "prowler:rds_instance_multi_az trustedadvisor:Amazon-RDS-Multi-AZ",
    .on = "rds",
    .checkElement = checkDb002,
};

} // namespace sky::checks
