// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkNet034(Ask& ask, const Thing& it) {
    const std::string ports = it.portsFromInternet();
    if (ports.empty() || it.plays(role::kLoadBalancer) || it.plays(role::kNat)) return;
    for (const Wire& call : it.callers())
        if (comesFromInternet(call.from()) || call.from().plays(role::kDns)) return;
    ask.found(it, "The internet reaches {} on port {}, though no arrow says so.",
              "인터넷이 {}의 포트 {}에 닿지만 그런 화살표는 없습니다.", it, ports);
}

extern const Rule kNet034{
    .id = "NET-034",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"Open to the internet without being drawn so", "그리지 않았는데 인터넷에 열려 있음"},
    .why = {"Addresses, routes and rules together let the world in where the design does not mean to.",
            "주소와 경로와 규칙이 합쳐져 설계에 없는 입구를 냅니다."},
    .mend = {"Narrow the rule, take the public address away, or draw who comes in.",
             "규칙을 좁히거나 퍼블릭 주소를 없애거나 들어오는 쪽을 그리세요."},
    .accept = {"It is meant to be open, and just not drawn.", "일부러 열었고 그리지만 않았을 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/network-access-analyzer/what-is-network-access-analyzer.html",
    .anchors = "network-access-analyzer:internet-ingress-scope prowler:ec2_instance_public_ip",
    .on = "trait:eni",
    .checkElement = checkNet034,
};

} // namespace sky::checks
