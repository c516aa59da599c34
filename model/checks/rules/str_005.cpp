// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

// Its nearest box that is more than a frame.
static Thing boxOfStr005(const Thing& it) {
    Thing box = it.parent();
    for (int depth = 0; box && box.plays(role::kFrame) && depth < 64; ++depth) box = box.parent();
    return box;
}

static void checkStr005(Ask& ask, const Thing& it) {
    using catalog::Scope;
    const Scope scope = it.service()->scope;
    if (scope != Scope::Region && scope != Scope::Global && scope != Scope::Edge && scope != Scope::Account) return;
    if (it.is(Trait::Eni) || it.is(Trait::Container) || it.is(Trait::Group) || it.is(Trait::Router)) return;
    const Thing vpc = it.around(role::kVpc);
    const Thing box = boxOfStr005(it);
    if (!vpc || !box.service() || it.service()->mayStandIn(box.service()->key)) return;
    const Thing region = scope == Scope::Region ? it.around(role::kRegion) : Thing();
    ask.found(it, "{} does not live in a VPC: {} reaches it through the internet, a NAT gateway or a VPC endpoint.",
              "{}은(는) VPC 안에 있지 않습니다. {}은(는) 인터넷, NAT 게이트웨이 또는 VPC 엔드포인트로 접근합니다.", it,
              vpc)
        .fix(region ? say("Move {} into {}", "{}을(를) {}(으)로 옮기기", it.name(), region.name())
                    : say("Move {} onto the page", "{}을(를) 페이지로 옮기기", it.name()),
             mends::moveInto(it, region));
}

extern const Rule kStr005{
    .id = "STR-005",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A regional or global service drawn inside a VPC", "VPC 안에 그려진 리전·글로벌 서비스"},
    .why = {"Services such as S3, DynamoDB, SQS or Route 53 have no interface in your VPC. Traffic to them leaves the "
            "VPC, and needs a way out.",
            "S3, DynamoDB, SQS, Route 53 같은 서비스는 VPC 안에 인터페이스가 없습니다. 이들로 가는 트래픽은 VPC를 "
            "나가므로 나가는 길이 있어야 합니다."},
    .mend = {"Draw it in the region, or on the page when it is global, and give the VPC a way to it.",
             "리전 안에(글로벌이면 페이지에) 그리고 VPC에서 갈 수 있는 길을 만드세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html",
    .on = "any",
    .checkElement = checkStr005,
};

} // namespace sky::checks
