// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb016(Ask& ask, const Thing& it) {
    for (const Wire& call : it.calls())
        if (call.to().plays(role::kFunction))
            ask.found(call, "{} cannot send to {}: of load balancers only an ALB takes functions as targets.",
                      "{}은(는) {}에 보낼 수 없습니다. 함수를 대상으로 받는 로드 밸런서는 ALB뿐입니다.", it, call.to())
                .also({it, call.to()});
}

extern const Rule kLb016{
    .id = "LB-016",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A function behind a Network Load Balancer", "Network Load Balancer 뒤의 함수"},
    .why = {"A function is called with an HTTP request. A Network Load Balancer passes connections on and knows no "
            "requests.",
            "함수는 HTTP 요청으로 호출됩니다. Network Load Balancer는 연결만 넘길 뿐 요청을 모릅니다."},
    .mend = {"Use an Application Load Balancer or API Gateway.", "Application Load Balancer나 API Gateway를 쓰세요."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html",
    .anchors = "cfn-lint:E3681",
    .on = "nlb",
    .checkElement = checkLb016,
};

} // namespace sky::checks
