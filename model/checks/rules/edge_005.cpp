// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkEdge005(Ask& ask, const Thing& it) {
    const std::string* policy = it.text("policy");
    const auto calls = it.calls();
    if (!policy || calls.size() < 2 || (*policy != "failover" && *policy != "weighted" && *policy != "latency")) return;
    if (!it.records("healthCheck").empty() || it.flag("evaluateTargetHealth") != Truth::No) return;
    ask.found(it, "{} does not check its {} answers: it goes on naming one that is dead.",
              "{}이(가) 응답 {}개의 상태를 확인하지 않아 죽은 곳도 계속 알려 줍니다.", it, calls.size())
        .fixBySetting(it, "evaluateTargetHealth", true);
}

extern const Rule kEdge005{
    .id = "EDGE-005",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"Answers of Route 53 that nobody checks", "아무도 확인하지 않는 Route 53 응답"},
    .why = {"Failover, weighted and latency records leave out an answer only when a health check, or the health of its "
            "alias target, says so.",
            "장애 조치·가중·지연 시간 레코드는 상태 확인이나 별칭 대상의 상태가 나쁘다고 할 때만 그 응답을 뺍니다."},
    .mend = {"Evaluate the health of targets, or add health checks.", "대상 상태를 평가하거나 상태 확인을 추가하세요."},
    .accept = {"Another mechanism changes the records.", "다른 수단으로 레코드를 바꿀 때."},
    .page = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html",
    .anchors = "wellarchitected:REL11-BP02",
    .on = "role:dns",
    .checkElement = checkEdge005,
};

} // namespace sky::checks
