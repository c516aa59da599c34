// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb018(Ask& ask, const Thing& it) {
    if (it.said("accessLogs") != Truth::No) return;
    ask.found(it, "{} keeps no record of requests: after an incident nobody can tell who asked what.",
              "{}이(가) 요청을 기록하지 않아 사고가 나도 누가 무엇을 요청했는지 알 수 없습니다.", it)
        .fixBySetting(it, "accessLogs", true);
}

extern const Rule kLb018{
    .id = "LB-018",
    .severity = Severity::Info,
    .pillar = Pillar::Operations,
    .title = {"A load balancer without access logs", "액세스 로그가 없는 로드 밸런서"},
    .why = {"Access logs hold client, request, target and timing of every request, in a bucket. Only their storage is "
            "billed.",
            "액세스 로그에는 모든 요청의 클라이언트, 요청, 대상, 시간이 버킷에 남습니다. 저장 비용만 듭니다."},
    .mend = {"Turn access logs on.", "액세스 로그를 켜세요."},
    .accept = {"The targets log enough.", "대상이 충분히 기록할 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
    .anchors = "securityhub:ELB.5 checkov:CKV_AWS_91 cdk-nag:AwsSolutions-ELB2 cfn_nag:W52 config:elb-logging-enabled "
               "prowler:elbv2_logging_enabled",
    .on = "alb nlb clb",
    .checkElement = checkLb018,
};

} // namespace sky::checks
