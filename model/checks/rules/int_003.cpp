// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkInt003(Ask& ask, const Wire& it) {
    const Thing from = it.from();
    const Thing to = it.to();
    if (!ask.production() || !to.is(Trait::Station) || it.property("onFailure").value) return;
    const bool queue = from.is(Trait::Queue);
    if (!queue && !to.plays(role::kFunction)) return;
    if (from.isSet("deadLetter") || to.isSet("onFailure")) return;
    const bool names = from.service() && from.service()->property("deadLetter");
    const Thing place = from.around(role::kRegion);
    Found found = ask.found(
        it, "What {} cannot process of {} is lost after the last retry: nothing takes it in.",
        "{}이(가) 처리하지 못한 {}의 메시지는 마지막 재시도 뒤에 사라집니다. 받아 두는 곳이 없습니다.", to, from);
    if (names && (from.isService("sqs") || place))
        found.fix(say("Add a dead-letter queue to {}", "{}에 배달 못 한 편지 대기열 추가하기", from.name()),
                  mends::nameNew(from, "deadLetter", "sqs", place ? place : from.parent(),
                                 say("Dead letters of {}", "{}의 배달 못 한 편지", from.name()),
                                 from.isService("sqs") && from.flag("fifo") == Truth::Yes
                                     ? mends::Settings{{"fifo", true}}
                                     : mends::Settings()));
    else
        found.fix(say("Keep failures in a queue", "실패한 것을 대기열에 보관하기"),
                  mends::nameNew(it, "onFailure", "sqs", place ? place : from.parent(),
                                 say("Failures of {}", "{}의 실패", to.name())));
}

extern const Rule kInt003{
    .id = "INT-003",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"Failed events are lost", "실패한 이벤트가 사라짐"},
    .why =
        {"An event that fails every retry is thrown away unless a dead-letter queue or failure destination keeps it.",
         "모든 재시도에 실패한 이벤트는 배달 못 한 편지 대기열이나 실패 대상이 없으면 버려집니다."},
    .mend = {"Give the queue a dead-letter queue, or the function a failure destination, and watch it with an alarm.",
             "대기열에 배달 못 한 편지 대기열을, 함수에 실패 대상을 두고 경보로 지켜보세요."},
    .accept = {"Events may be lost: metrics, hints, things sent again anyway.",
               "지표처럼 잃어도 되거나 다시 보내지는 이벤트일 때."},
    .page = "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
    .anchors = "cdk-nag:AwsSolutions-SQS3 checkov:CKV_AWS_116 config:lambda-dlq-check "
               "prowler:awslambda_function_no_dead_letter_queue",
    .on = "link:event",
    .checkLink = checkInt003,
};

} // namespace sky::checks
