// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr016(Ask& ask, const Thing& it) {
    if (it.plays(role::kLoadBalancer)) return; // COST-007
    if (!it.wires().empty() || !it.members().empty() || it.fleet() || !it.referring().empty()) return;
    if (!it.plays(role::kSecurityGroup)) {
        ask.found(it, "{} has no connection; it does nothing in this architecture.",
                  "{}에 연결이 없어 이 아키텍처에서 하는 일이 없습니다.", it);
    } else if (it.flag(topology::key::kIsDefault) != Truth::Yes) {
        ask.found(it, "Security group {} protects nothing: nothing is in it.",
                  "보안 그룹 {}은(는) 아무것도 보호하지 않습니다. 속한 것이 없습니다.", it)
            .fix(say("Remove {}", "{} 지우기", it.name()), mends::remove(it));
    }
}

extern const Rule kStr016{
    .id = "STR-016",
    .severity = Severity::Info,
    .pillar = Pillar::Structure,
    .title = {"Something connected to nothing", "아무것에도 연결되지 않은 요소"},
    .why = {"What no request reaches and what sends none adds cost and work, and tells readers of the drawing nothing.",
            "요청이 닿지도, 보내지도 않는 것은 비용과 일만 늘리고 그림을 읽는 사람에게 알려 주는 것이 없습니다."},
    .mend = {"Draw what it talks to, or take it away.", "무엇과 통신하는지 그리거나 지우세요."},
    .accept = {"The drawing is not finished.", "아직 그리는 중일 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/framework/welcome.html",
    .anchors = "checkov:CKV2_AWS_5 securityhub:EC2.22 prowler:ec2_securitygroup_not_used",
    .on = "trait:caller trait:station trait:store trait:queue trait:splitter role:security-group",
    .checkElement = checkStr016,
};

} // namespace sky::checks
