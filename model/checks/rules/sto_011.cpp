// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto011(Ask& ask, const Thing& it) {
    if (it.said("encrypted") != Truth::No) return;
    ask.found(it, "{} is not encrypted; that cannot be changed later.",
              "{}이(가) 암호화되지 않으며 나중에 바꿀 수 없습니다.", it)
        .fixBySetting(it, "encrypted", true);
}

extern const Rule kSto011{
    .id = "STO-011",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A file system that is not encrypted", "암호화하지 않는 파일 시스템"},
    .why = {"Encryption at rest is free and is chosen when the file system is created.",
            "저장 시 암호화는 무료이며 파일 시스템을 만들 때 정합니다."},
    .mend = {"Turn encryption on before you create it.", "만들기 전에 암호화를 켜세요."},
    .page = "https://docs.aws.amazon.com/efs/latest/ug/encryption.html",
    .anchors = "securityhub:EFS.1 checkov:CKV_AWS_42 trivy:AWS-0037 cdk-nag:AwsSolutions-EFS1 cfn_nag:F32 "
               "config:efs-encrypted-check prowler:efs_encryption_at_rest_enabled",
    .on = "role:file-system",
    .checkElement = checkSto011,
};

} // namespace sky::checks
