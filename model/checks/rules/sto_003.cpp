// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto003(Ask& ask, const Thing& it) {
    if (it.said("dataDurable") != Truth::Yes || it.flag("versioning") != Truth::No) return;
    ask.found(it, "What is overwritten or deleted in {} is gone.", "{}에서 덮어쓰거나 지운 것은 되돌릴 수 없습니다.",
              it)
        .fixBySetting(it, "versioning", true);
}

extern const Rule kSto003{
    .id = "STO-003",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A bucket of lasting data without versions", "버전 관리가 없는 영구 데이터 버킷"},
    .why = {"S3 does not lose objects; people and programs do. With versioning a deleted or overwritten object can be "
            "taken back.",
            "S3는 객체를 잃지 않지만 사람과 프로그램은 잃습니다. 버전 관리를 켜면 지우거나 덮어쓴 객체를 되찾을 수 "
            "있습니다."},
    .mend = {"Turn versioning on, with a lifecycle rule for old versions.",
             "버전 관리를 켜고 오래된 버전의 수명 주기 규칙을 두세요."},
    .accept = {"Logs, caches and temporary files.", "로그, 캐시, 임시 파일."},
    .page = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
    .anchors =
        "securityhub:S3.14 trivy:AWS-0090 config:s3-bucket-versioning-enabled prowler:s3_bucket_object_versioning",
    .on = "s3",
    .checkElement = checkSto003,
};

} // namespace sky::checks
