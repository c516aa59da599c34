// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto007(Ask& ask, const Thing& it) {
    if (it.said("dataDurable") != Truth::Yes || it.equals("snapshots", "none") != Truth::Yes) return;
    for (const Thing& each : it.referring())
        if (each.isService("ebs-snapshot")) return;
    ask.found(it, "{} holds data that must last, and no snapshots are taken of it.",
              "{}의 데이터는 남아야 하지만 스냅샷을 만들지 않습니다.", it)
        .fixBySetting(it, "snapshots", std::string("lifecycle"));
}

extern const Rule kSto007{
    .id = "STO-007",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A volume of lasting data without snapshots", "스냅샷이 없는 영구 데이터 볼륨"},
    .why = {"A volume lives in one zone and fails at a rate of one or two in a thousand a year. Snapshots lie in S3, "
            "in the whole region, and can be copied to another.",
            "볼륨은 한 영역에 있고 1년에 천 개 중 한두 개가 고장 납니다. 스냅샷은 리전 전체의 S3에 있고 다른 리전으로 "
            "복사할 수도 있습니다."},
    .mend = {"Let Data Lifecycle Manager or AWS Backup take snapshots.",
             "Data Lifecycle Manager나 AWS Backup으로 스냅샷을 만드세요."},
    .accept = {"The program replicates its data by itself.", "프로그램이 스스로 데이터를 복제할 때."},
    .page = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html",
    .anchors = "securityhub:EC2.28 checkov:CKV2_AWS_9 config:ebs-in-backup-plan "
               "prowler:ec2_ebs_volume_protected_by_backup_plan trustedadvisor:Amazon-EBS-Snapshots",
    .on = "ebs",
    .checkElement = checkSto007,
};

} // namespace sky::checks
