// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkInt005(Ask& ask, const Wire& it) {
    const Thing topic = it.from();
    const Thing to = it.to();
    if (!topic.plays(role::kPushes) || topic.flag("fifo") != Truth::Yes || to.isService("sqs") || !to.service()) return;
    const Thing place = topic.around(role::kRegion);
    Found found = ask.found(it, "{} is a FIFO topic and delivers to SQS queues only, not to {} ({}).",
                            "{}은(는) FIFO 주제이며 SQS 대기열에만 전달합니다. {}({})에는 전달하지 않습니다.", topic,
                            to, to.serviceName());
    if (place) found.fix(say("Put a queue in between", "사이에 대기열 두기"), mends::insertBetween(it, "sqs", place));
}

extern const Rule kInt005{
    .id = "INT-005",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A FIFO topic with a subscriber it cannot serve", "FIFO 주제가 전달할 수 없는 구독자"},
    .why = {"FIFO topics deliver to SQS queues, FIFO or standard, and to nothing else directly.",
            "FIFO 주제는 FIFO든 표준이든 SQS 대기열에만 직접 전달합니다."},
    .mend = {"Put an SQS queue between the topic and the subscriber.", "주제와 구독자 사이에 SQS 대기열을 두세요."},
    .page = "https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-message-delivery.html",
    .on = "link:event",
    .checkLink = checkInt005,
};

} // namespace sky::checks
