// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb017(Ask& ask, const Thing& it) {
    if (!ask.production() || it.said("deletionProtection") != Truth::No) return;
    ask.found(it, "{} can be deleted with one wrong command.", "{}은(는) 명령 한 번의 실수로 지워질 수 있습니다.", it)
        .fixBySetting(it, "deletionProtection", true);
}

extern const Rule kLb017{
    .id = "LB-017",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A production load balancer without deletion protection", "삭제 방지가 꺼진 운영 로드 밸런서"},
    .why = {"With deletion protection AWS refuses to delete it until the protection is turned off. It is free.",
            "삭제 방지를 켜면 먼저 끄기 전까지 AWS가 삭제를 거부합니다. 비용은 없습니다."},
    .mend = {"Turn deletion protection on.", "삭제 방지를 켜세요."},
    .accept = {"A pipeline creates and deletes it.", "파이프라인이 만들고 지울 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
    .anchors = "securityhub:ELB.6 checkov:CKV_AWS_150 config:elb-deletion-protection-enabled "
               "prowler:elbv2_deletion_protection",
    .on = "alb nlb gwlb",
    .checkElement = checkLb017,
};

} // namespace sky::checks
