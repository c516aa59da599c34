// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb010(Ask& ask, const Thing& it) {
    if (it.said("encrypted") == Truth::No)
        ask.found(it, "{} is not encrypted; that cannot be changed later without copying all of it.",
                  "{}이(가) 암호화되어 있지 않습니다. 나중에 바꾸려면 전체를 복사해야 합니다.", it)
            .fixBySetting(it, "encrypted", true);
}

extern const Rule kDb010{
    .id = "DB-010",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A database that is not encrypted at rest", "저장 시 암호화하지 않는 데이터베이스"},
    .why =
        {"Encryption costs nothing and slows nothing down noticeably, but it is decided when the database is created.",
         "암호화는 비용이 들지 않고 느려지지도 않지만 데이터베이스를 만들 때 정해야 합니다."},
    .mend = {"Turn encryption on before you create it.", "만들기 전에 암호화를 켜세요."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    .anchors = "securityhub:RDS.3 checkov:CKV_AWS_16 trivy:AWS-0080 cdk-nag:AwsSolutions-RDS2 cfn_nag:F27 "
               "config:rds-storage-encrypted prowler:rds_instance_storage_encrypted",
    .on = "rds aurora redshift documentdb neptune",
    .checkElement = checkDb010,
};

} // namespace sky::checks
