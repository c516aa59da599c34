// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr006(Ask& ask, const Thing& it) {
    using catalog::Scope;
    const Scope scope = it.service()->scope;
    const Thing region = it.around(role::kRegion);
    if ((scope != Scope::Global && scope != Scope::Edge) || !region || it.around(role::kVpc)) return;
    if (it.equals("zoneType", "private") == Truth::Yes || it.service()->mayStandIn(region.service()->key)) return;
    ask.found(it, "{} is a global service; {} is not where it lives.",
              "{}은(는) 글로벌 서비스이므로 {} 안에 있지 않습니다.", it, region)
        .fix(say("Move {} out of {}", "{}을(를) {} 밖으로 옮기기", it.name(), region.name()),
             mends::moveInto(it, region.parent()));
}

extern const Rule kStr006{
    .id = "STR-006",
    .severity = Severity::Warning,
    .pillar = Pillar::Structure,
    .title = {"A global service drawn inside a region", "리전 안에 그려진 글로벌 서비스"},
    .why = {"Route 53, CloudFront, IAM and other global services do not fail with one Region; drawn inside it, the "
            "drawing says they do.",
            "Route 53, CloudFront, IAM 같은 글로벌 서비스는 리전 하나와 함께 멈추지 않습니다. 리전 안에 그리면 함께 "
            "멈추는 것처럼 보입니다."},
    .mend = {"Draw it outside the region box.", "리전 상자 밖에 그리세요."},
    .page = "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html",
    .on = "any",
    .checkElement = checkStr006,
};

} // namespace sky::checks
