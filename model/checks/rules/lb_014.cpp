// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb014(Ask& ask, const Wire& it) {
    const WalkFacts* walk = it.walk();
    const Thing balancer = it.from();
    if (!walk || !walk->blocked() || walk->stops.empty() || !balancer.plays(role::kLoadBalancer)) return;
    if (walk->stops.front().code != "ENI_SG_RULES_MISMATCH" && walk->stops.front().code != "SG_HAS_NO_RULES") return;
    Found found = ask.found(it, "{} does not admit {} on port {}: every health check fails, and so does every request.",
                            "{}이(가) 포트 {3}에서 {2}을(를) 허용하지 않아 모든 상태 확인과 요청이 실패합니다.",
                            it.to(), balancer, it.port());
    found.also({it.to(), balancer}).cause("blocked:" + it.id().str());
    const auto senders = balancer.securityGroups();
    const auto groups = it.to().securityGroups();
    if (!senders.empty() && !groups.empty() && !it.port().empty())
        found.fix(say("Let {} admit {}", "{}에서 {} 허용하기", groups.front().name(), senders.front().name()),
                  mends::admit(groups.front(), "tcp", it.port(), senders.front().id().str()));
}

extern const Rule kLb014{
    .id = "LB-014",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Targets that do not admit their load balancer", "로드 밸런서를 허용하지 않는 대상"},
    .why = {"The load balancer opens connections of its own to the targets. Their security group has to admit it, for "
            "health checks as well.",
            "로드 밸런서는 대상에 직접 연결을 엽니다. 상태 확인을 위해서도 대상의 보안 그룹이 허용해야 합니다."},
    .mend = {"Admit the load balancer's security group on the target port.",
             "대상 포트에서 로드 밸런서의 보안 그룹을 허용하세요."},
    .page =
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    .anchors = "reachability-analyzer:ENI_SG_RULES_MISMATCH",
    .on = "link:traffic",
    .checkLink = checkLb014,
};

} // namespace sky::checks
