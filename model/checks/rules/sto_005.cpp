// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto005(Ask& ask, const Thing& it) {
    if (it.said("encrypted") != Truth::No) return;
    ask.found(it, "{} is not encrypted, nor will be its snapshots.",
              "{}이(가) 암호화되지 않으며 스냅샷도 마찬가지입니다.", it)
        .fixBySetting(it, "encrypted", true);
}

extern const Rule kSto005{
    .id = "STO-005",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A volume that is not encrypted", "암호화하지 않는 볼륨"},
    .why = {"Encryption of EBS costs nothing and is not slower. A volume cannot be encrypted in place later: it takes "
            "a snapshot and a copy.",
            "EBS 암호화는 비용이 없고 느려지지도 않습니다. 나중에 그대로 암호화할 수 없고 스냅샷을 복사해야 합니다."},
    .mend = {"Turn encryption on, best for the whole region.",
             "암호화를 켜세요. 리전 전체의 기본값으로 켜는 것이 가장 좋습니다."},
    .page = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    .anchors = "securityhub:EC2.3 checkov:CKV_AWS_3 trivy:AWS-0026 cdk-nag:AwsSolutions-EC26 cfn_nag:F1 "
               "config:encrypted-volumes prowler:ec2_ebs_volume_encryption",
    .on = "ebs",
    .checkElement = checkSto005,
};

} // namespace sky::checks
