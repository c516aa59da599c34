// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet003(Ask& ask, const Thing& it) {
    const auto block = it.cidr();
    const auto around = it.vpc().cidrs();
    if (!block || block->family() != IpFamily::V4 || around.empty()) return;
    if (std::any_of(around.begin(), around.end(), [&](const Cidr& outer) { return contains(outer, *block); })) return;
    Found found = ask.found(it, "{} has {}, which is not within {} of {}.",
                            "{}의 {}은(는) {3}의 {4} 안에 있지 않습니다.", it, *block, around.front(), it.vpc());
    found.also(it.vpc());
    const unsigned prefix = std::clamp<unsigned>(block->prefix, 16, 28);
    if (const auto free = freeBlock(it.vpc(), prefix, it)) found.fixBySetting(it, "cidr", toText(*free));
}

extern const Rule kNet003{
    .id = "NET-003",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A subnet outside the block of its VPC", "VPC 블록 밖의 서브넷"},
    .why = {"The addresses of a subnet are a part of those of its VPC.", "서브넷의 주소는 VPC 주소의 일부입니다."},
    .mend = {"Give it a free block of the VPC, or add its block to the VPC as a secondary one.",
             "VPC의 빈 블록을 주거나 그 블록을 VPC의 보조 블록으로 추가하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    .anchors = "cfn-lint:E3059",
    .on = "role:subnet",
    .checkElement = checkNet003,
};

} // namespace sky::checks
