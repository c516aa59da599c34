// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet036(Ask& ask, const Thing& it) {
    const std::string* target = it.text("target");
    if (it.equals("type", "gateway") != Truth::Yes || !target || target->empty()) return;
    if (*target == "s3" || *target == "s3express" || *target == "dynamodb") return;
    std::vector<Thing> seats; // one subnet a zone, none of them public
    for (const Thing& subnet : it.vpc().subnets()) {
        const bool taken = std::any_of(seats.begin(), seats.end(),
                                       [&](const Thing& other) { return sameZone(other, subnet) != Truth::No; });
        if (!taken && subnet.exposure().exposure != topology::Exposure::Public) seats.push_back(subnet);
    }
    Found found = ask.found(it, "{} is a gateway endpoint for {}; there are such only for S3 and DynamoDB.",
                            "{}은(는) {}의 게이트웨이 엔드포인트인데, S3와 DynamoDB에만 있습니다.", it, *target);
    if (!seats.empty())
        found.fix(say("Make it an interface endpoint", "인터페이스 엔드포인트로 바꾸기"),
                  mends::then(mends::set(it, "type", std::string("interface")), mends::span(it, seats)));
}

extern const Rule kNet036{
    .id = "NET-036",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A gateway endpoint for a service that has none", "게이트웨이 엔드포인트가 없는 서비스"},
    .why = {"Gateway endpoints exist for S3 and DynamoDB. Everything else is reached through an interface endpoint, "
            "billed by the hour and zone.",
            "게이트웨이 엔드포인트는 S3와 DynamoDB에만 있습니다. 나머지는 시간과 영역마다 요금이 드는 인터페이스 "
            "엔드포인트를 씁니다."},
    .mend = {"Make it an interface endpoint.", "인터페이스 엔드포인트로 바꾸세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    .on = "role:endpoint",
    .checkElement = checkNet036,
};

} // namespace sky::checks
