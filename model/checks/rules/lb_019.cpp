// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb019(Ask& ask, const Thing& it) {
    ask.found(it, "{} is a Classic Load Balancer, of the previous generation.",
              "{}은(는) 이전 세대인 Classic Load Balancer입니다.", it)
        .fix(say("Make it an Application Load Balancer", "Application Load Balancer로 바꾸기"),
             mends::changeService(it, "alb"));
}

extern const Rule kLb019{
    .id = "LB-019",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A Classic Load Balancer", "Classic Load Balancer"},
    .why = {"AWS keeps it for old applications. ALB and NLB are cheaper for most, know targets by address, rules and "
            "HTTP/2, and get what is new.",
            "AWS는 오래된 애플리케이션을 위해서만 유지합니다. ALB와 NLB가 대개 더 싸고 새 기능을 받습니다."},
    .mend = {"Take an Application or a Network Load Balancer.", "Application 또는 Network Load Balancer를 쓰세요."},
    .accept = {"It will not be touched any more.", "더는 손대지 않을 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/introduction.html",
    .on = "clb",
    .checkElement = checkLb019,
};

} // namespace sky::checks
