// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkInt007(Ask& ask, const Thing& it) {
    if (it.flag("edge") != Truth::Yes) return;
    const bool elsewhere = !it.region().empty() && it.region() != "us-east-1";
    if (!elsewhere && it.subnets().empty() && !it.vpc()) return;
    Found found =
        elsewhere
            ? ask.found(
                  it, "{} is to run at the edge, but is in {}: Lambda@Edge functions live in us-east-1.",
                  "{}은(는) 엣지에서 실행할 함수인데 {}에 있습니다. Lambda@Edge 함수는 us-east-1에 있어야 합니다.", it,
                  it.region())
            : ask.found(it, "{} is to run at the edge, but is in a VPC: Lambda@Edge functions cannot be.",
                        "{}은(는) 엣지에서 실행할 함수인데 VPC 안에 있습니다. Lambda@Edge 함수는 VPC에 둘 수 없습니다.",
                        it);
    found.fix(say("Make {} an ordinary function", "{}을(를) 일반 함수로 만들기", it.name()),
              mends::set(it, "edge", false));
}

extern const Rule kInt007{
    .id = "INT-007",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A Lambda@Edge function in the wrong place", "잘못된 곳에 있는 Lambda@Edge 함수"},
    .why = {"Functions for CloudFront are created in us-east-1, from where AWS copies them to the edge. They cannot be "
            "in a VPC.",
            "CloudFront용 함수는 us-east-1에서 만들며 AWS가 엣지로 복사합니다. VPC 안에 둘 수 없습니다."},
    .mend = {"Create it in us-east-1 without a VPC.", "us-east-1에 VPC 없이 만드세요."},
    .page =
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html",
    .on = "role:function",
    .checkElement = checkInt007,
};

} // namespace sky::checks
