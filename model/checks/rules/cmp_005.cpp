// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp005(Ask& ask, const Thing& it) {
    if (it.equals("healthCheckType", "ec2") != Truth::Yes) return;
    for (const Wire& call : it.callers()) {
        if (!call.from().plays(role::kLoadBalancer)) continue;
        ask.found(it,
                  "{1} does not hear what {2} finds out: an instance that no longer answers is taken out, but not "
                  "replaced.",
                  "{1}이(가) {2}의 상태 확인을 보지 않아 응답하지 않는 인스턴스가 빠지기만 하고 교체되지 않습니다.", it,
                  call.from())
            .also(call.from())
            .fixBySetting(it, "healthCheckType", std::string("elb"));
        return;
    }
}

extern const Rule kCmp005{
    .id = "CMP-005",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A group behind a load balancer that ignores its health checks",
              "로드 밸런서의 상태 확인을 무시하는 그룹"},
    .why = {"EC2's own checks see a dead host, not a hung program. With the load balancer's checks the group replaces "
            "instances that no longer answer.",
            "EC2의 상태 확인은 죽은 호스트만 보고 멈춘 프로그램은 보지 못합니다. 로드 밸런서의 확인을 쓰면 응답하지 "
            "않는 인스턴스를 교체합니다."},
    .mend = {"Set the health check type to ELB, with a grace period as long as the start takes.",
             "상태 확인 유형을 ELB로 하고 시작에 걸리는 만큼 유예 기간을 두세요."},
    .page = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html",
    .anchors = "securityhub:AutoScaling.1 checkov:CKV2_AWS_15 config:autoscaling-group-elb-healthcheck-required "
               "prowler:autoscaling_group_elb_health_check_enabled cdk-nag:AwsSolutions-AS2",
    .on = "auto-scaling-group",
    .checkElement = checkCmp005,
};

} // namespace sky::checks
