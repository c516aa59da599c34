// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr002(Ask& ask, const Thing& it) {
    for (const std::string_view role : {role::kSubnet, role::kZone, role::kVpc}) {
        const Thing box = it.around(role);
        if (!box) continue;
        const Thing region = it.around(role::kRegion);
        ask.found(it, "VPC {} belongs to a region and cannot lie inside {}.",
                  "VPC {}은(는) 리전에 속하며 {} 안에 둘 수 없습니다.", it, box)
            .fix(region ? say("Move {} into {}", "{}을(를) {}(으)로 옮기기", it.name(), region.name())
                        : say("Move {} onto the page", "{}을(를) 페이지로 옮기기", it.name()),
                 mends::moveInto(it, region));
        return;
    }
}

extern const Rule kStr002{
    .id = "STR-002",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A VPC inside a zone, a subnet or another VPC", "영역이나 서브넷, 다른 VPC 안에 있는 VPC"},
    .why = {"A VPC belongs to one Region and spans all its Availability Zones; zones and subnets are parts of it, not "
            "around it.",
            "VPC는 리전 하나에 속하고 그 리전의 모든 가용 영역에 걸칩니다. 영역과 서브넷은 VPC를 감싸는 것이 아니라 "
            "VPC의 일부입니다."},
    .mend = {"Move the VPC into its region box.", "VPC를 리전 상자로 옮기세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html",
    .on = "role:vpc",
    .checkElement = checkStr002,
};

} // namespace sky::checks
