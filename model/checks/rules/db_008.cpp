// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

constexpr std::int64_t kDay = 86400LL * 1000000000; // nanoseconds

static void checkDb008(Ask& ask, const Thing& it) {
    for (const Wire& copy : it.wires(LinkKind::Replication))
        if (copy.to() == it) return; // a replica: its source is backed up
    const auto kept = it.saidAmount("backupRetention");
    const Quantity week{7 * kDay, Unit::Duration};
    if (!kept || *kept >= week.amount) return;
    if (*kept == 0)
        ask.found(it, "{} has no automatic backups: what is deleted or spoiled stays so.",
                  "{}에 자동 백업이 없어 지워지거나 망가진 데이터를 되돌릴 수 없습니다.", it)
            .fixBySetting(it, "backupRetention", week);
    else if (ask.production())
        ask.found(it, "{} keeps its backups for {}: a mistake noticed later cannot be undone.",
                  "{}이(가) 백업을 {} 동안만 보관합니다. 더 늦게 알아챈 실수는 되돌릴 수 없습니다.", it,
                  Quantity{*kept, Unit::Duration})
            .severity(Severity::Info)
            .fixBySetting(it, "backupRetention", week);
}

extern const Rule kDb008{
    .id = "DB-008",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"No backups, or short ones", "백업이 없거나 짧음"},
    .why = {"Replicas and standbys repeat every mistake within milliseconds. Only a backup brings back what was there "
            "before, to any second within its retention.",
            "복제본과 대기 인스턴스는 모든 실수를 곧바로 따라 합니다. 백업만이 보존 기간 안의 원하는 시점으로 되돌려 "
            "줍니다."},
    .mend = {"Keep automatic backups for a week or more.", "자동 백업을 일주일 이상 보관하세요."},
    .accept = {"The data can be built again from elsewhere.", "데이터를 다른 곳에서 다시 만들 수 있을 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
    .anchors =
        "securityhub:RDS.11 checkov:CKV_AWS_133 trivy:AWS-0077 cdk-nag:AwsSolutions-RDS13 cfn_nag:W75 "
        "config:db-instance-backup-enabled prowler:rds_instance_backup_enabled trustedadvisor:Amazon-RDS-Backups",
    .on = "rds aurora redshift documentdb neptune",
    .checkElement = checkDb008,
};

} // namespace sky::checks
