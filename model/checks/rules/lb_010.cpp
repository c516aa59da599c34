// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb010(Ask& ask, const Thing& it) {
    if (it.callers().empty() || !it.targets().empty()) return;
    for (const catalog::Record& row : it.records("listeners")) {
        const catalog::Scalar* action = row.find("action");
        const auto* text = action ? std::get_if<std::string>(action) : nullptr;
        if (text && *text != "forward") return; // redirects or answers by itself
    }
    for (const Wire& wire : it.wires())
        if (wire.from() == it) return; // to something that is no target: another rule's matter
    ask.found(it, "{} has clients but nothing behind it: every request ends in 503.",
              "{}에 클라이언트는 있지만 뒤에 아무것도 없어 모든 요청이 503으로 끝납니다.", it);
}

extern const Rule kLb010{
    .id = "LB-010",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A load balancer with nothing behind it", "뒤에 아무것도 없는 로드 밸런서"},
    .why = {"The links that leave a load balancer are its target group. Without any it has nobody to ask.",
            "로드 밸런서에서 나가는 연결이 대상 그룹입니다. 하나도 없으면 물어볼 곳이 없습니다."},
    .mend = {"Connect it to an Auto Scaling group, instances, tasks or a function.",
             "Auto Scaling 그룹, 인스턴스, 태스크, 함수에 연결하세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    .anchors = "reachability-analyzer:ELBV2_LISTENER_HAS_NO_TG prowler:elbv2_listeners_underneath",
    .on = "role:load-balancer",
    .checkElement = checkLb010,
};

} // namespace sky::checks
