// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr010(Ask& ask, const Thing& it) {
    const Thing home = it.vpc();
    if (!home) return;
    for (const Thing& member : it.members()) {
        const Thing vpc = member.vpc();
        if (!vpc || vpc == home) continue;
        ask.found(member, "Security group {} belongs to {}; {} is in {} and cannot use it.",
                  "보안 그룹 {}은(는) {}에 속합니다. {}은(는) {}에 있어 쓸 수 없습니다.", it, home, member, vpc)
            .fix(say("Take {} out of {}", "{}을(를) {}에서 빼기", member.name(), it.name()), mends::leave(member, it));
    }
}

extern const Rule kStr010{
    .id = "STR-010",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A security group of another VPC", "다른 VPC의 보안 그룹"},
    .why = {"A network interface takes security groups of its own VPC only.",
            "네트워크 인터페이스는 자기 VPC의 보안 그룹만 쓸 수 있습니다."},
    .mend = {"Use a group of the interface's VPC.", "인터페이스와 같은 VPC의 그룹을 쓰세요."},
    .accept = {"The VPC is associated with a group that is shared.", "공유된 그룹과 연결한 VPC일 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    .anchors = "cfn-lint:E3714",
    .on = "role:security-group",
    .checkElement = checkStr010,
};

} // namespace sky::checks
