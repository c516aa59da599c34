// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr014(Ask& ask, const Thing& it) {
    if (it.plays(role::kSubnet)) {
        const Thing acl = it.named(topology::key::kNetworkAcl);
        if (!acl || !acl.vpc() || !it.vpc() || acl.vpc() == it.vpc()) return;
        ask.found(it, "Subnet {} uses network ACL {} of {}; it must be one of its own VPC.",
                  "서브넷 {1}이(가) {3}의 네트워크 ACL {2}을(를) 씁니다. 자기 VPC의 것이어야 합니다.", it, acl,
                  acl.vpc())
            .fix(say("Use the default network ACL of {}", "{}의 기본 네트워크 ACL 쓰기", it.vpc().name()),
                 mends::unset(it, topology::key::kNetworkAcl));
        return;
    }
    std::vector<Thing> defaults = it.gateways(role::kNetworkAcl);
    std::erase_if(defaults, [](const Thing& acl) { return acl.flag(topology::key::kIsDefault) != Truth::Yes; });
    if (defaults.size() < 2) return;
    Mend only = [](edit::Draft&) {};
    for (const Thing& acl : without(defaults, defaults.front()))
        only = mends::then(only, mends::unset(acl, topology::key::kIsDefault));
    ask.found(it, "{} all say they are the default network ACL of {}; there is one.",
              "{}이(가) 모두 {}의 기본 네트워크 ACL이라고 합니다. 기본은 하나입니다.", defaults, it)
        .fix(say("{} is the default one", "{}을(를) 기본으로", defaults.front().name()), only);
}

extern const Rule kStr014{
    .id = "STR-014",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A network ACL that cannot be the subnet's", "서브넷이 쓸 수 없는 네트워크 ACL"},
    .why = {"Every subnet has exactly one network ACL, of its own VPC: the one it names, else the VPC's default one.",
            "서브넷마다 자기 VPC의 네트워크 ACL이 정확히 하나 있습니다. 지정한 것, 없으면 VPC의 기본 ACL입니다."},
    .mend = {"Name a network ACL of the same VPC; leave one the default.",
             "같은 VPC의 네트워크 ACL을 지정하고, 기본은 하나만 두세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    .on = "role:subnet role:vpc",
    .checkElement = checkStr014,
};

} // namespace sky::checks
