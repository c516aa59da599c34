// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto002(Ask& ask, const Thing& it) {
    const std::string* kind = it.text("dataClass");
    if (!kind || (*kind != "confidential" && *kind != "restricted") || it.equals("encryption", "sse-s3") != Truth::Yes)
        return;
    ask.found(it, "{} holds {} data under a key that AWS owns: you can neither see nor withdraw its use.",
              "{}의 {} 데이터가 AWS가 가진 키로 암호화됩니다. 키의 사용을 볼 수도 거둘 수도 없습니다.", it,
              *kind == "restricted" ? say("restricted", "제한") : say("confidential", "기밀"))
        .fixBySetting(it, "encryption", std::string("sse-kms"));
}

extern const Rule kSto002{
    .id = "STO-002",
    .severity = Severity::Info,
    .pillar = Pillar::Security,
    .title = {"Confidential data under a key of AWS", "AWS 소유 키로 암호화한 기밀 데이터"},
    .why = {"Every object is encrypted since January 2023. With a key of your own in KMS, its use is logged, limited "
            "by policy, and can be withdrawn.",
            "2023년 1월부터 모든 객체가 암호화됩니다. KMS의 자체 키를 쓰면 사용이 기록되고 정책으로 제한되며 거둘 수 "
            "있습니다."},
    .mend = {"Encrypt with a customer managed key (SSE-KMS).", "고객 관리형 키(SSE-KMS)로 암호화하세요."},
    .accept = {"Your rules do not ask for a key of your own.", "자체 키가 필요하다는 규정이 없을 때."},
    .page = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html",
    .anchors = "securityhub:S3.4 config:s3-default-encryption-kms trivy:AWS-0132",
    .on = "s3",
    .checkElement = checkSto002,
};

} // namespace sky::checks
