// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp015(Ask& ask, const Thing& it) {
    const auto count = it.saidAmount("desired");
    if (!it.isSet("desired")) return ask.needs(it, "desired");
    if (!count || *count >= 2) return; // in one zone: CMP-002
    Mend two = mends::set(it, "desired", mends::count(2));
    if (it.amount("max").value_or(2) < 2) two = mends::then(mends::set(it, "max", mends::count(2)), two);
    ask.found(it, "{} runs {} task: while it is replaced, nothing answers.",
              "{}의 태스크가 {}개라 교체되는 동안 아무것도 응답하지 않습니다.", it, *count)
        .fix(say("Run two tasks", "태스크 둘 실행하기"), two);
}

extern const Rule kCmp015{
    .id = "CMP-015",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A service with one task", "태스크가 하나뿐인 서비스"},
    .why = {"A task is replaced when it fails, its host retires or a new version is deployed. With two in different "
            "zones one answers meanwhile.",
            "태스크는 고장 나거나 호스트가 은퇴하거나 새 버전을 배포할 때 교체됩니다. 다른 영역에 둘이 있으면 그동안 "
            "하나가 응답합니다."},
    .mend = {"Run two tasks or more, over two zones.", "두 영역에 태스크를 둘 이상 실행하세요."},
    .accept = {"It works through a queue and may pause.", "대기열을 처리하므로 잠시 쉬어도 될 때."},
    .page = "https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/availability-zone.html",
    .anchors = "trustedadvisor:Amazon-ECS-service-using-a-single-AZ",
    .on = "ecs fargate",
    .checkElement = checkCmp015,
};

} // namespace sky::checks
