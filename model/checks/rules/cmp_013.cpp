// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp013(Ask& ask, const Thing& it) {
    if (!it.vpc() || !it.knowsZones() || it.drawnZones().size() >= 2) return;
    ask.found(it, "{} runs in zone {} only; Lambda itself would run in all of them.",
              "{}은(는) 영역 {}에서만 실행됩니다. Lambda 자체는 모든 영역에서 실행됩니다.", it,
              it.drawnZones().front().letter)
        .cause("zones:" + it.id().str())
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kCmp013{
    .id = "CMP-013",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A function in the subnets of one zone", "한 영역의 서브넷에만 있는 함수"},
    .why = {"A function in a VPC runs only in the zones of its subnets. With one zone it is down when that zone is.",
            "VPC의 함수는 서브넷이 있는 영역에서만 실행됩니다. 영역이 하나면 그 영역과 함께 멈춥니다."},
    .mend = {"Let it span subnets in two zones.", "두 영역의 서브넷에 걸치게 하세요."},
    .accept = {"What it does may wait.", "기다려도 되는 일일 때."},
    .page = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    .anchors = "securityhub:Lambda.5 config:lambda-vpc-multi-az-check prowler:awslambda_function_vpc_multi_az",
    .on = "role:function",
    .checkElement = checkCmp013,
};

} // namespace sky::checks
