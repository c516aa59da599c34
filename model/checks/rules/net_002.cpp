// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet002(Ask& ask, const Thing& it) {
    const auto block = it.cidr();
    if (!block || block->family() != IpFamily::V4 || (block->prefix >= 16 && block->prefix <= 28)) return;
    Found found = ask.found(it, "{} has the block {}: AWS takes subnets from /16 to /28 only.",
                            "{}의 블록이 {}입니다. AWS는 /16에서 /28까지만 허용합니다.", it, *block);
    if (const auto free = freeBlock(it.vpc(), std::clamp<unsigned>(block->prefix, 16, 28), it))
        found.fixBySetting(it, "cidr", toText(*free));
}

extern const Rule kNet002{
    .id = "NET-002",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A subnet that is too large or too small", "너무 크거나 작은 서브넷"},
    .why = {"A subnet has from 16 (/28) to 65,536 (/16) addresses, of which AWS keeps five.",
            "서브넷의 주소는 16개(/28)에서 65,536개(/16)이며 AWS가 다섯 개를 씁니다."},
    .mend = {"Take a block between /16 and /28; /24 suits most.",
             "/16에서 /28 사이의 블록을 쓰세요. 대개 /24가 알맞습니다."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    .anchors = "cfn-lint:E3031",
    .on = "role:subnet",
    .checkElement = checkNet002,
};

} // namespace sky::checks
