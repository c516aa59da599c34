// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

constexpr std::int64_t kLongest = 12 * 3600LL * 1000000000; // of a visibility timeout: 12 hours

static void checkCmp019(Ask& ask, const Thing& it) {
    const auto timeout = it.amount("timeout");
    if (!timeout) return;
    for (const Wire& source : it.callers()) {
        const Thing queue = source.from();
        const auto hidden = queue.amount("visibility");
        if (source.kind() != LinkKind::Event || !queue.isService("sqs") || !hidden || *hidden >= 6 * *timeout) continue;
        const Quantity enough{std::min(6 * *timeout, kLongest), Unit::Duration};
        const bool refused = *hidden < *timeout;
        if (!refused && *hidden == kLongest) continue; // as long as AWS allows
        ask.found(
               it,
               refused ? "{1} hides a message for {2}, but {3} may work on it for {4}: AWS refuses the trigger."
                       : "{1} hides a message for {2}, and {3} may take {4}: when retries come, the same message is "
                         "worked on twice.",
               refused
                   ? "{1}이(가) 메시지를 {2} 동안 숨기지만 {3}은(는) {4}까지 처리할 수 있어 AWS가 트리거를 거부합니다."
                   : "{1}이(가) 메시지를 {2} 동안 숨기고 {3}은(는) {4}까지 걸립니다. 재시도가 겹치면 같은 메시지를 두 "
                     "번 처리합니다.",
               queue, Quantity{*hidden, Unit::Duration}, it, Quantity{*timeout, Unit::Duration})
            .severity(refused ? Severity::Error : Severity::Info)
            .also(queue)
            .fixBySetting(queue, "visibility", enough);
    }
}

extern const Rule kCmp019{
    .id = "CMP-019",
    .severity = Severity::Error,
    .pillar = Pillar::Reliability,
    .title = {"A queue that shows messages again too soon", "메시지를 너무 일찍 다시 보이는 대기열"},
    .why = {"A message is hidden while it is worked on. Lambda needs at least its own timeout for that, and AWS "
            "advises six times as much, since it also retries when it is throttled.",
            "메시지는 처리되는 동안 숨겨집니다. Lambda에는 적어도 함수의 제한 시간이 필요하며, 제한되면 재시도하므로 "
            "AWS는 여섯 배를 권합니다."},
    .mend = {"Set the visibility timeout to six times the function's timeout.",
             "표시 제한 시간을 함수 제한 시간의 여섯 배로 하세요."},
    .page = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    .anchors = "cfn-lint:E3505",
    .on = "role:function",
    .checkElement = checkCmp019,
};

} // namespace sky::checks
