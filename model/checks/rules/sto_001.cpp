// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto001(Ask& ask, const Thing& it) {
    const bool unblocked = it.flag("blockPublicAccess") == Truth::No;
    const bool policy = it.flag("policyPublic") == Truth::Yes;
    if (!unblocked && !policy) return;
    Mend close = mends::set(it, "blockPublicAccess", true);
    if (policy) close = mends::then(close, mends::set(it, "policyPublic", false));
    Found found = ask.found(it,
                            policy ? "{} has a policy that lets anyone in."
                                   : "{} does not block public access: one policy, and anyone reads it.",
                            policy ? "{}의 정책이 누구나 들어오게 합니다."
                                   : "{}이(가) 퍼블릭 액세스를 막지 않습니다. 정책 하나면 누구나 읽습니다.",
                            it);
    found.fix(say("Block public access to {}", "{}의 퍼블릭 액세스 차단하기", it.name()), close);
}

extern const Rule kSto001{
    .id = "STO-001",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A bucket that the public may read", "누구나 읽을 수 있는 버킷"},
    .why = {"Most data leaks from AWS were buckets opened by accident. Since April 2023 new buckets block public "
            "access; somebody has to turn that off.",
            "AWS의 데이터 유출 대부분은 실수로 연 버킷이었습니다. 2023년 4월부터 새 버킷은 퍼블릭 액세스를 막으며, "
            "누군가 꺼야만 열립니다."},
    .mend = {"Block public access. Serve a website through CloudFront with origin access control.",
             "퍼블릭 액세스를 차단하세요. 웹 사이트는 CloudFront와 원본 액세스 제어로 제공하세요."},
    .accept = {"It holds what everybody shall read, and CloudFront is no choice.",
               "누구나 읽어야 할 것만 있고 CloudFront를 쓸 수 없을 때."},
    .page = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    .anchors = "securityhub:S3.2 securityhub:S3.8 checkov:CKV_AWS_53 checkov:CKV_AWS_54 checkov:CKV_AWS_55 "
               "checkov:CKV_AWS_56 trivy:AWS-0086 trivy:AWS-0093 cdk-nag:AwsSolutions-S2 "
               "config:s3-bucket-public-read-prohibited prowler:s3_bucket_public_access",
    .on = "s3",
    .checkElement = checkSto001,
};

} // namespace sky::checks
