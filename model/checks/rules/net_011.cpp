// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet011(Ask& ask, const Thing& it) {
    const std::string* intent = it.text("intent");
    if (!intent || *intent == "public" || it.exposure().exposure != topology::Exposure::Public) return;
    const auto exposure = it.exposure();
    const Thing gateway = ask.thing(ElementId(exposure.route->via));
    ask.found(it, "{} is meant to be private, but routes {} to {}.",
              "{}은(는) 프라이빗이어야 하지만 {}을(를) {}(으)로 보냅니다.", it, exposure.route->to, gateway)
        .fix(*intent == "isolated" ? say("Take the route to the internet away", "인터넷 경로 없애기")
                                   : say("Out through a NAT gateway", "NAT 게이트웨이로 나가기"),
             *intent == "isolated" ? mends::makeIsolated(it) : mends::makePrivate(it))
        .fixBySetting(it, "intent", std::string("public"));
}

extern const Rule kNet011{
    .id = "NET-011",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A private subnet with a route to the internet gateway",
              "인터넷 게이트웨이로 가는 경로가 있는 프라이빗 서브넷"},
    .why =
        {"With that route the subnet is public: whatever gets a public address in it can be called from the internet.",
         "이 경로가 있으면 퍼블릭 서브넷입니다. 그 안에서 퍼블릭 주소를 가진 것은 모두 인터넷에서 호출할 수 있습니다."},
    .mend = {"Route it to a NAT gateway instead, or to nothing.", "대신 NAT 게이트웨이로 보내거나 경로를 없애세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types",
    .anchors = "config:no-unrestricted-route-to-igw checkov:CKV2_AWS_35 prowler:vpc_subnet_separate_private_public",
    .on = "role:subnet",
    .checkElement = checkNet011,
};

} // namespace sky::checks
