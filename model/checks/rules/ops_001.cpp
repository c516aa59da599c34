// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkOps001(Ask& ask, const Thing& it) {
    if (it.equals("criticality", "high") != Truth::Yes || it.flag("alarm") != Truth::No) return;
    for (const Thing& other : it.referring())
        if (other.isService("cloudwatch")) return;
    ask.found(it, "{} is critical, but no alarm tells when it fails.",
              "{}은(는) 중요하지만 장애를 알려 주는 경보가 없습니다.", it)
        .fixBySetting(it, "alarm", true);
}

extern const Rule kOps001{
    .id = "OPS-001",
    .severity = Severity::Warning,
    .pillar = Pillar::Operations,
    .title = {"Something critical without an alarm", "경보가 없는 중요한 요소"},
    .why = {"What nobody watches is down until a customer calls.",
            "아무도 지켜보지 않는 것은 고객이 전화할 때까지 멈춰 있습니다."},
    .mend = {"Set a CloudWatch alarm on what its users feel: errors, latency, age of the oldest message, free space.",
             "사용자가 느끼는 것(오류, 지연, 가장 오래된 메시지의 나이, 남은 공간)에 CloudWatch 경보를 거세요."},
    .page = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/"
            "Best_Practice_Recommended_Alarms_AWS_Services.html",
    .anchors = "wellarchitected:REL06-BP01",
    .on = "trait:station trait:store trait:queue trait:splitter",
    .checkElement = checkOps001,
};

} // namespace sky::checks
