// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkEdge006(Ask& ask, const Thing& it) {
    if (it.equals("zoneType", "private") != Truth::Yes) return;
    const auto vpcs = it.allNamed("vpcs");
    if (vpcs.empty()) return ask.needs(it, "vpcs");
    for (const Thing& vpc : vpcs) {
        if (vpc.said("dnsSupport") != Truth::No && vpc.said("dnsHostnames") != Truth::No) continue;
        ask.found(it, "Names of {} do not resolve in {}: its DNS settings are off.",
                  "{}의 이름을 {}에서 찾을 수 없습니다. DNS 설정이 꺼져 있습니다.", it, vpc)
            .also(vpc)
            .fix(say("Turn both on in {}", "{}에서 둘 다 켜기", vpc.name()),
                 mends::then(mends::set(vpc, "dnsSupport", true), mends::set(vpc, "dnsHostnames", true)));
    }
}

extern const Rule kEdge006{
    .id = "EDGE-006",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A private zone in a VPC with DNS off", "DNS가 꺼진 VPC의 프라이빗 영역"},
    .why = {"Private hosted zones answer only in VPCs they are associated with, and only when DNS resolution and DNS "
            "hostnames are on there.",
            "프라이빗 호스팅 영역은 연결된 VPC에서, 그것도 DNS 확인과 DNS 호스트 이름이 켜져 있을 때만 응답합니다."},
    .mend = {"Turn both DNS settings of the VPC on.", "VPC의 두 DNS 설정을 켜세요."},
    .page = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
    .on = "role:dns",
    .checkElement = checkEdge006,
};

} // namespace sky::checks
