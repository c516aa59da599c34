// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet025(Ask& ask, const Wire& it) {
    const bool forward = it.to().plays(role::kTransitGateway);
    const Thing gateway = forward ? it.to() : it.from();
    const Thing vpc = forward ? it.from() : it.to();
    if (!gateway.plays(role::kTransitGateway) || !vpc.plays(role::kVpc)) return;
    if (gateway.region().empty() || vpc.region().empty() || gateway.region() == vpc.region()) return;
    ask.found(it, "{} is in {}, {} in {}: a transit gateway serves its own Region.",
              "{}은(는) {}, {}은(는) {}에 있습니다. 전송 게이트웨이는 자기 리전에서만 씁니다.", gateway,
              gateway.region(), vpc, vpc.region())
        .also({gateway, vpc});
}

extern const Rule kNet025{
    .id = "NET-025",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A VPC attached to a transit gateway of another Region", "다른 리전의 전송 게이트웨이에 연결한 VPC"},
    .why = {"VPCs attach to a transit gateway of their own Region; gateways of two Regions are peered with each other.",
            "VPC는 같은 리전의 전송 게이트웨이에 연결하고, 두 리전의 게이트웨이끼리 피어링합니다."},
    .mend = {"Put a transit gateway into the VPC's Region and peer the two.",
             "VPC의 리전에 전송 게이트웨이를 두고 둘을 피어링하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html",
    .on = "link:attach",
    .checkLink = checkNet025,
};

} // namespace sky::checks
