// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkSec004(Ask& ask, const Thing& it) {
    if (!ask.production() || hasWebFilter(it)) return;
    if (it.plays(role::kApi) &&
        (it.equals("type", "rest") != Truth::Yes || it.equals("endpoint", "private") != Truth::No))
        return;
    if (it.plays(role::kLoadBalancer) && it.equals("scheme", "internet-facing") != Truth::Yes) return;
    bool fromOutside = false;
    for (const Wire& call : it.callers()) {
        const Thing caller = call.from();
        fromOutside =
            fromOutside || (comesFromInternet(caller) && !(caller.plays(role::kCdn) && !it.plays(role::kCdn)));
    }
    if (!fromOutside) return; // behind CloudFront: its entry is the one to protect
    const bool edge = it.plays(role::kCdn);
    const Thing place = edge ? it.parent() : it.around(role::kRegion);
    ask.found(it, "{} faces the internet without a web ACL.", "{}이(가) 웹 ACL 없이 인터넷에 드러나 있습니다.", it)
        .fix(say("Attach a web ACL (AWS WAF)", "웹 ACL(AWS WAF) 연결하기"),
             mends::attachNew(it, "waf", place,
                              edge ? mends::Settings{{"scope", std::string("cloudfront")}} : mends::Settings()));
}

extern const Rule kSec004{
    .id = "SEC-004",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A public entrance without a web application firewall", "웹 방화벽이 없는 공개 입구"},
    .why = {"AWS WAF stops common attacks (SQL injection, bad bots, floods from one address) before they reach your "
            "servers. CloudFront, Application Load Balancers and REST APIs take a web ACL.",
            "AWS WAF는 SQL 삽입, 악성 봇, 한 주소에서 오는 폭주 같은 흔한 공격을 서버에 닿기 전에 막습니다. "
            "CloudFront, Application Load Balancer, REST API에 웹 ACL을 연결할 수 있습니다."},
    .mend = {"Attach a web ACL with the managed rules to it, or put a protected CloudFront distribution in front.",
             "관리형 규칙을 담은 웹 ACL을 연결하거나 보호된 CloudFront 배포를 앞에 두세요."},
    .accept = {"Another firewall stands in front, or only a few known addresses are admitted.",
               "다른 방화벽이 앞에 있거나 아는 주소 몇 개만 허용할 때."},
    .page = "https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html",
    .anchors = "checkov:CKV2_AWS_28 checkov:CKV_AWS_68 trivy:AWS-0011 cdk-nag:AwsSolutions-CFR2 config:alb-waf-enabled "
               "securityhub:CloudFront.6 securityhub:APIGateway.4 prowler:elbv2_waf_acl_attached",
    .on = "alb role:cdn role:api",
    .checkElement = checkSec004,
};

} // namespace sky::checks
