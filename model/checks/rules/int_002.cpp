// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkInt002(Ask& ask, const Thing& it) {
    const Thing dead = it.named("deadLetter");
    if (!dead || !dead.isService("sqs") || it.plays(role::kPushes)) return;
    if ((it.flag("fifo") & (!dead.flag("fifo"))) == Truth::Yes ||
        ((!it.flag("fifo")) & dead.flag("fifo")) == Truth::Yes) {
        const bool fifo = it.flag("fifo") == Truth::Yes;
        ask.found(it,
                  fifo ? "{} is a FIFO queue, its dead-letter queue {} is not; both must be of one kind."
                       : "{} is a standard queue, its dead-letter queue {} is FIFO; both must be of one kind.",
                  fifo ? "{}은(는) FIFO 대기열인데 배달 못 한 편지 대기열 {}은(는) 아닙니다. 종류가 같아야 합니다."
                       : "{}은(는) 표준 대기열인데 배달 못 한 편지 대기열 {}은(는) FIFO입니다. 종류가 같아야 합니다.",
                  it, dead)
            .fixBySetting(dead, "fifo", fifo);
    }
    if (!it.region().empty() && !dead.region().empty() && it.region() != dead.region())
        ask.found(it, "{} is in {}, its dead-letter queue {} in {}; both must be in one region.",
                  "{}은(는) {}에, 배달 못 한 편지 대기열 {}은(는) {}에 있습니다. 같은 리전이어야 합니다.", it,
                  it.region(), dead, dead.region())
            .fix(say("Move {} to {}", "{}을(를) {}(으)로 옮기기", dead.name(), it.parent().name()),
                 mends::moveInto(dead, it.parent()));
}

extern const Rule kInt002{
    .id = "INT-002",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A dead-letter queue of another kind or region", "종류나 리전이 다른 배달 못 한 편지 대기열"},
    .why = {"The dead-letter queue of a FIFO queue must be FIFO, that of a standard queue standard, and both stand in "
            "one Region and account.",
            "FIFO 대기열의 배달 못 한 편지 대기열은 FIFO여야 하고 표준 대기열은 표준이어야 하며, 둘은 같은 리전과 "
            "계정에 있어야 합니다."},
    .mend = {"Use a queue of the same kind in the same Region.", "같은 리전의 같은 종류 대기열을 쓰세요."},
    .page = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    .anchors = "cfn-lint:E3502",
    .on = "trait:queue",
    .checkElement = checkInt002,
};

} // namespace sky::checks
