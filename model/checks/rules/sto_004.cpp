// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

constexpr std::int64_t kLarge = 100LL << 30; // 100 GiB: some two dollars a month

static void checkSto004(Ask& ask, const Thing& it) {
    const auto size = it.amount("storage");
    if (!size || *size < kLarge || !it.records("lifecycle").empty() ||
        it.equals("storageClass", "standard") != Truth::Yes)
        return;
    catalog::Record row;
    row.set("after", Quantity{30 * 86400LL * 1000000000, Unit::Duration});
    row.set("to", std::string("standard-ia"));
    ask.found(it, "{} keeps its {} in S3 Standard for ever.", "{}의 {}이(가) 계속 S3 Standard에 남습니다.", it,
              Quantity{*size, Unit::Bytes})
        .fix(say("After 30 days to S3 Standard-IA", "30일 뒤 S3 Standard-IA로"), mends::addRow(it, "lifecycle", row));
}

extern const Rule kSto004{
    .id = "STO-004",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A large bucket without lifecycle rules", "수명 주기 규칙이 없는 큰 버킷"},
    .why = {"Most objects are read in their first weeks. Standard-IA costs about half, the Glacier classes down to a "
            "twentieth; a rule moves them by age.",
            "객체는 대부분 처음 몇 주에만 읽힙니다. Standard-IA는 약 절반, Glacier 등급은 20분의 1까지 싸며 규칙이 "
            "나이에 따라 옮깁니다."},
    .mend = {"Add a lifecycle rule, or use Intelligent-Tiering.",
             "수명 주기 규칙을 추가하거나 Intelligent-Tiering을 쓰세요."},
    .accept = {"Everything in it is read all the time.", "모두 늘 읽힐 때."},
    .page = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
    .anchors =
        "securityhub:S3.13 checkov:CKV2_AWS_61 config:s3-lifecycle-policy-check prowler:s3_bucket_lifecycle_enabled",
    .on = "s3",
    .checkElement = checkSto004,
};

} // namespace sky::checks
