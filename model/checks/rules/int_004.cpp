// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkInt004(Ask& ask, const Wire& it) {
    const Thing bucket = it.from();
    const Thing to = it.to();
    if (!bucket.plays(role::kObjectStore) || !to.is(Trait::Queue)) return;
    if (to.flag("fifo") == Truth::Yes)
        ask.found(it, "{} cannot notify {}: S3 sends to standard queues and topics only, not to FIFO ones.",
                  "{}은(는) {}에 알릴 수 없습니다. S3는 표준 대기열과 주제에만 보내고 FIFO에는 보내지 않습니다.",
                  bucket, to)
            .fixBySetting(to, "fifo", false);
    if (!bucket.region().empty() && !to.region().empty() && bucket.region() != to.region())
        ask.found(it, "{} in {} cannot notify {} in {}: both must be in one region.",
                  "{2}의 {1}은(는) {4}의 {3}에 알릴 수 없습니다. 같은 리전이어야 합니다.", bucket, bucket.region(), to,
                  to.region())
            .fix(say("Move {} to {}", "{}을(를) {}(으)로 옮기기", to.name(), bucket.parent().name()),
                 mends::moveInto(to, bucket.parent()));
}

extern const Rule kInt004{
    .id = "INT-004",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"S3 notifies what it cannot notify", "S3가 알릴 수 없는 대상"},
    .why = {"S3 event notifications go to standard SQS queues, standard SNS topics and Lambda functions of the "
            "bucket's own Region.",
            "S3 이벤트 알림은 버킷과 같은 리전의 표준 SQS 대기열, 표준 SNS 주제, Lambda 함수로 갑니다."},
    .mend = {"Use a standard queue or topic, or go through EventBridge.",
             "표준 대기열이나 주제를 쓰거나 EventBridge를 거치세요."},
    .page =
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
    .on = "link:event",
    .checkLink = checkInt004,
};

} // namespace sky::checks
