// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr003(Ask& ask, const Thing& it) {
    const Thing vpc = it.around(role::kVpc);
    if (!vpc) {
        const std::vector<Thing> vpcs = ask.all(role::kVpc);
        Found found = ask.found(it, "Subnet {} is in no VPC.", "서브넷 {}이(가) 어떤 VPC에도 있지 않습니다.", it);
        if (vpcs.size() == 1)
            found.fix(say("Move {} into {}", "{}을(를) {}(으)로 옮기기", it.name(), vpcs.front().name()),
                      mends::moveInto(it, vpcs.front()));
        return;
    }
    const Thing region = it.around(role::kRegion);
    if (!region || region == vpc.around(role::kRegion)) return;
    ask.found(it, "Subnet {} of {} is drawn inside region {}, where its VPC is not.",
              "{2}의 서브넷 {1}이(가) VPC가 없는 리전 {3} 안에 그려졌습니다.", it, vpc, region)
        .fix(say("Move {} into {}", "{}을(를) {}(으)로 옮기기", it.name(), vpc.name()), mends::moveInto(it, vpc));
}

extern const Rule kStr003{
    .id = "STR-003",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A subnet outside a VPC", "VPC 밖에 있는 서브넷"},
    .why = {"A subnet is a part of one VPC, in a zone of that VPC's Region. Without a VPC it cannot be created.",
            "서브넷은 VPC 하나의 일부이며 그 VPC 리전의 영역에 있습니다. VPC 없이는 만들 수 없습니다."},
    .mend = {"Move the subnet into its VPC.", "서브넷을 VPC 안으로 옮기세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
    .on = "role:subnet",
    .checkElement = checkStr003,
};

} // namespace sky::checks
