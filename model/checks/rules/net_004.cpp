// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet004(Ask& ask, const Thing& it) {
    const auto block = it.cidr();
    if (!block) return;
    for (const Thing& other : it.vpc().subnets()) {
        const auto theirs = other.cidr();
        if (!theirs || !(other.id() < it.id()) || !overlaps(*block, *theirs)) continue; // said once, at the later one
        Found found = ask.found(it, "{} ({}) overlaps {} ({}).", "{}({})이(가) {}({})와(과) 겹칩니다.", it, *block,
                                other, *theirs);
        found.also(other);
        if (const auto free = freeBlock(it.vpc(), std::clamp<unsigned>(block->prefix, 16, 28), it))
            found.fixBySetting(it, "cidr", toText(*free));
        return;
    }
}

extern const Rule kNet004{
    .id = "NET-004",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Subnets that overlap", "겹치는 서브넷"},
    .why = {"An address belongs to one subnet. AWS refuses a subnet whose block overlaps another of the VPC.",
            "주소 하나는 서브넷 하나에 속합니다. 같은 VPC의 다른 서브넷과 겹치면 거부됩니다."},
    .mend = {"Give one of them a free block.", "하나에 빈 블록을 주세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    .anchors = "cfn-lint:E3060",
    .on = "role:subnet",
    .checkElement = checkNet004,
};

} // namespace sky::checks
