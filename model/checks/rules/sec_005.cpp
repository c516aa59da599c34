// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec005(Ask& ask, const Thing& it) {
    for (const Wire& wire : it.wires(LinkKind::Attach)) {
        const Thing holder = wire.to();
        if (holder == it || !holder.service()) continue;
        const bool api = holder.plays(role::kApi);
        if (holder.isService("alb") || holder.plays(role::kCdn) || (api && holder.equals("type", "rest") != Truth::No))
            continue;
        ask.found(
               it,
               "A web ACL cannot be attached to {} ({}): only to CloudFront, Application Load Balancers and REST APIs.",
               "웹 ACL은 {}({})에 연결할 수 없습니다. CloudFront, Application Load Balancer, REST API에만 연결됩니다.",
               holder, holder.serviceName())
            .fix(say("Detach it from {}", "{}에서 떼기", holder.name()), mends::remove(wire));
    }
}

extern const Rule kSec005{
    .id = "SEC-005",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A web ACL where it cannot be attached", "연결할 수 없는 곳에 연결한 웹 ACL"},
    .why = {"AWS WAF protects CloudFront, Application Load Balancers, REST APIs and a few others; not Network Load "
            "Balancers, servers, buckets or HTTP APIs.",
            "AWS WAF는 CloudFront, Application Load Balancer, REST API 등을 보호합니다. Network Load Balancer, 서버, "
            "버킷, HTTP API에는 연결되지 않습니다."},
    .mend = {"Put CloudFront or an Application Load Balancer in front and attach it there.",
             "CloudFront나 Application Load Balancer를 앞에 두고 거기에 연결하세요."},
    .page = "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
    .on = "role:web-filter",
    .checkElement = checkSec005,
};

} // namespace sky::checks
