// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet010(Ask& ask, const Thing& it) {
    const auto exposure = it.exposure();
    if (it.saidIs("intent", "public") != Truth::Yes || exposure.exposure == topology::Exposure::Public) return;
    if (exposure.reason == topology::ExposureReason::DefaultRouteElsewhere) return; // a firewall perhaps
    ask.found(it, "{} is meant to be public, but its routes lead to no internet gateway: nobody gets in.",
              "{}은(는) 퍼블릭이어야 하지만 경로가 인터넷 게이트웨이로 이어지지 않아 아무도 들어오지 못합니다.", it)
        .fix(say("Route it to the internet gateway", "인터넷 게이트웨이로 경로 내기"), mends::makePublic(it))
        .fixBySetting(it, "intent", std::string("private"));
}

extern const Rule kNet010{
    .id = "NET-010",
    .severity = Severity::Warning,
    .pillar = Pillar::Structure,
    .title = {"A public subnet without a route to the internet gateway",
              "인터넷 게이트웨이로 가는 경로가 없는 퍼블릭 서브넷"},
    .why = {"What makes a subnet public is its route table, not its name: 0.0.0.0/0 to an internet gateway of its VPC.",
            "서브넷을 퍼블릭으로 만드는 것은 이름이 아니라 라우팅 테이블의 0.0.0.0/0 → 인터넷 게이트웨이 경로입니다."},
    .mend = {"Add the route, or call the subnet private.", "경로를 추가하거나 프라이빗 서브넷으로 바꾸세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types",
    .on = "role:subnet",
    .checkElement = checkNet010,
};

} // namespace sky::checks
