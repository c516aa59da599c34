// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet001(Ask& ask, const Thing& it) {
    for (const Cidr& block : it.cidrs()) {
        if (block.family() != IpFamily::V4 || (block.prefix >= 16 && block.prefix <= 28)) continue;
        Found found = ask.found(it, "{} has the block {}: AWS takes blocks from /16 to /28 only.",
                                "{}의 블록이 {}입니다. AWS는 /16에서 /28까지만 허용합니다.", it, block);
        if (it.cidr() == block)
            found.fixBySetting(it, "cidr",
                               toText(blockAround(block.network, std::clamp<unsigned>(block.prefix, 16, 28))));
    }
}

extern const Rule kNet001{
    .id = "NET-001",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A VPC block that is too large or too small", "너무 크거나 작은 VPC 블록"},
    .why = {"The blocks of a VPC have a prefix from /16 (65,536 addresses) to /28 (16 addresses).",
            "VPC의 블록은 /16(주소 65,536개)에서 /28(16개)까지입니다."},
    .mend = {"Take a /16, and further blocks if that is not enough.", "/16을 쓰고 모자라면 블록을 더 추가하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    .on = "role:vpc",
    .checkElement = checkNet001,
};

} // namespace sky::checks
