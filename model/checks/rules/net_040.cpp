// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

#include <algorithm>

namespace sky::checks {

static void checkNet040(Ask& ask, const Thing& it) {
    const auto over = [&](const Text& what, std::size_t count, std::size_t quota) {
        if (count > quota)
            ask.found(it, "{}: {} {}, where AWS allows {} unless you ask for more.",
                      "{}: {2} {3}개. 늘려 달라고 요청하기 전에는 {4}개까지입니다.", it, count, what, quota);
    };
    if (it.plays(role::kSecurityGroup))
        over(say("rules in one direction", "한 방향의 규칙"), std::max(admitted(it).size(), admittedOut(it).size()),
             60);
    if (it.plays(role::kNetworkAcl))
        over(say("rules in one direction", "한 방향의 규칙"),
             std::max(aclRows(it, true).size(), aclRows(it, false).size()), 20);
    if (it.is(Trait::Eni))
        over(say("security groups on one interface", "인터페이스 하나의 보안 그룹"), it.securityGroups().size(), 5);
    if (!it.plays(role::kVpc)) return;
    over(say("subnets", "서브넷"), it.subnets().size(), 200);
    std::size_t here = 0; // VPCs of this Region up to this one, so that it is said once
    for (const Thing& other : it.around(role::kRegion).children())
        if (other.plays(role::kVpc) && !(it.id() < other.id())) ++here;
    if (here == 6) over(say("VPCs in one Region", "한 리전의 VPC"), here, 5);
}

extern const Rule kNet040{
    .id = "NET-040",
    .severity = Severity::Warning,
    .pillar = Pillar::Structure,
    .title = {"More than AWS allows at first", "처음에 AWS가 허용하는 것보다 많음"},
    .why = {"Accounts start with quotas. Most are raised on request, within hours to days; a deployment that meets one "
            "stops halfway.",
            "계정에는 처음에 할당량이 있습니다. 대부분 요청하면 몇 시간에서 며칠 안에 늘려 주지만 걸리면 배포가 중간에 "
            "멈춥니다."},
    .mend = {"Ask for a higher quota before you build, or do with fewer.",
             "만들기 전에 할당량을 늘려 달라고 하거나 수를 줄이세요."},
    .accept = {"The quota has been raised.", "할당량을 이미 늘렸을 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    .anchors = "wellarchitected:REL01-BP01",
    .on = "role:security-group role:network-acl role:vpc trait:eni",
    .checkElement = checkNet040,
};

} // namespace sky::checks
