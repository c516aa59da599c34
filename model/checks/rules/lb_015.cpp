// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb015(Ask& ask, const Thing& it) {
    const std::string ports = it.portsFromInternet();
    if (ports.empty()) return;
    for (const Wire& call : it.callers()) {
        const Thing balancer = call.from();
        if (!balancer.plays(role::kLoadBalancer) || balancer.equals("scheme", "internet-facing") != Truth::Yes)
            continue;
        Found found = ask.found(
            it, "{} can be called past {}, on port {}: what filters and balances there is left out.",
            "{}을(를) {}을(를) 거치지 않고 포트 {}(으)로 호출할 수 있어 그곳의 필터와 부하 분산을 건너뜁니다.", it,
            balancer, ports);
        found.also(balancer);
        if (it.flag("publicIp") == Truth::Yes) found.fixBySetting(it, "publicIp", false);
        return;
    }
}

extern const Rule kLb015{
    .id = "LB-015",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"Targets that can be called past their load balancer", "로드 밸런서를 거치지 않고 호출할 수 있는 대상"},
    .why = {"Whoever knows the address of a target goes around the load balancer, its web filter and its logs.",
            "대상의 주소를 아는 이는 로드 밸런서와 웹 필터, 로그를 건너뜁니다."},
    .mend = {"Take the public address away and admit only the load balancer's security group.",
             "퍼블릭 주소를 없애고 로드 밸런서의 보안 그룹만 허용하세요."},
    .accept = {"It is meant so.", "일부러 그렇게 했을 때."},
    .page =
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    .anchors = "checkov:CKV_AWS_88 securityhub:EC2.9",
    .on = "role:instance role:fleet",
    .checkElement = checkLb015,
};

} // namespace sky::checks
