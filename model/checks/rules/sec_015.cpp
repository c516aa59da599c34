// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec015(Ask& ask, const Thing& it) {
    if (it.said("originAccessControl") != Truth::No) return;
    for (const Thing& bucket : it.targets()) {
        if (!bucket.plays(role::kObjectStore) || bucket.flag("website") == Truth::Yes) continue;
        ask.found(it, "{} can be read past {}: nothing limits it to this distribution.",
                  "{1}을(를) {2}을(를) 거치지 않고 읽을 수 있습니다. 이 배포로만 제한되지 않았습니다.", bucket, it)
            .fixBySetting(it, "originAccessControl", true);
        return;
    }
}

extern const Rule kSec015{
    .id = "SEC-015",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"An S3 origin without origin access control", "오리진 액세스 제어가 없는 S3 오리진"},
    .why = {"With origin access control only the distribution may read the bucket. Without it the bucket must be "
            "public, and WAF, logs and geographic limits can be passed by.",
            "오리진 액세스 제어를 쓰면 배포만 버킷을 읽을 수 있습니다. 없으면 버킷을 공개해야 하고 WAF, 로그, 지역 "
            "제한을 피해 갈 수 있습니다."},
    .mend = {"Turn on origin access control and close the bucket.", "오리진 액세스 제어를 켜고 버킷을 닫으세요."},
    .page = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/"
            "private-content-restricting-access-to-s3.html",
    .anchors =
        "securityhub:CloudFront.2 cdk-nag:AwsSolutions-CFR7 checkov:CKV2_AWS_46 "
        "config:cloudfront-origin-access-identity-enabled prowler:cloudfront_distributions_s3_origin_access_control",
    .on = "role:cdn",
    .checkElement = checkSec015,
};

} // namespace sky::checks
