// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb014(Ask& ask, const Thing& it) {
    const bool plainDisk = it.said("encrypted") == Truth::No && it.equals("engine", "memcached") == Truth::No;
    const bool plainWire = it.said("inTransit") == Truth::No;
    if (!plainDisk && !plainWire) return;
    Mend both = plainWire ? mends::set(it, "inTransit", true) : mends::set(it, "encrypted", true);
    if (plainWire && plainDisk) both = mends::then(both, mends::set(it, "encrypted", true));
    ask.found(it,
              !plainDisk   ? "{} sends what it holds in plain text."
              : !plainWire ? "{} stores what it holds unencrypted."
                           : "{} stores what it holds unencrypted and sends it in plain text.",
              !plainDisk   ? "{}이(가) 담긴 것을 평문으로 보냅니다."
              : !plainWire ? "{}이(가) 담긴 것을 암호화하지 않고 저장합니다."
                           : "{}이(가) 담긴 것을 암호화하지 않고 저장하며 평문으로 보냅니다.",
              it)
        .fix(say("Encrypt it", "암호화하기"), both);
}

extern const Rule kDb014{
    .id = "DB-014",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A cache that is not encrypted", "암호화하지 않는 캐시"},
    .why = {"Caches hold sessions and personal data. Both kinds of encryption are free, and are chosen when the cache "
            "is created.",
            "캐시에는 세션과 개인 정보가 담깁니다. 두 가지 암호화 모두 무료이며 캐시를 만들 때 정합니다."},
    .mend = {"Turn on encryption in transit and at rest.", "전송 중 암호화와 저장 시 암호화를 켜세요."},
    .accept = {"It holds public data only.", "공개 데이터만 담을 때."},
    .page = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
    .anchors = "securityhub:ElastiCache.4 securityhub:ElastiCache.5 checkov:CKV_AWS_29 checkov:CKV_AWS_30 "
               "trivy:AWS-0045 trivy:AWS-0051 cdk-nag:AwsSolutions-AEC3",
    .on = "elasticache",
    .checkElement = checkDb014,
};

} // namespace sky::checks
