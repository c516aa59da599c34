// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

// 10, 172 or 192 for the three ranges of RFC 1918, 198 for 198.19.0.0/16, else 0.
static int rangeOf(const Cidr& block) {
    const auto first = block.network.low >> 24;
    if (isRfc1918(block)) return static_cast<int>(first);
    return block.network.low >> 16 == 0xC613 ? 198 : 0;
}

static bool restricted(const Cidr& first, const Cidr& added) {
    const int mine = rangeOf(first);
    const int other = rangeOf(added);
    if (mine == 0) return other != 0;                                  // public or 100.64/10: none of the private ones
    if (mine == 172 && added.network.low >> 16 == 0xAC1F) return true; // 172.31.0.0/16
    return other != 0 && other != mine;
}

static void checkNet006(Ask& ask, const Thing& it) {
    const auto blocks = it.cidrs();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Cidr& block = blocks[i];
        if (block.family() != IpFamily::V4) continue;
        if (overlaps(block, kLinkLocal))
            ask.found(it, "{} has {}, which is reserved for link-local addresses.",
                      "{}의 {}은(는) 링크 로컬 주소로 예약되어 있습니다.", it, block);
        else if (i > 0 && restricted(blocks.front(), block))
            ask.found(it, "{1} cannot add {2} to {3}: AWS does not mix these ranges in one VPC.",
                      "{1}의 {3}에 {2}을(를) 추가할 수 없습니다. AWS는 한 VPC에 이 범위들을 섞지 않습니다.", it, block,
                      blocks.front());
    }
}

extern const Rule kNet006{
    .id = "NET-006",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A block that a VPC cannot have", "VPC가 가질 수 없는 블록"},
    .why = {"169.254.0.0/16 is for link-local addresses. A VPC whose first block is of one private range (10/8, "
            "172.16/12, 192.168/16) takes no secondary block of another, nor of 198.19.0.0/16.",
            "169.254.0.0/16은 링크 로컬 주소입니다. 첫 블록이 한 사설 범위(10/8, 172.16/12, 192.168/16)에 있으면 다른 "
            "사설 범위나 198.19.0.0/16의 보조 블록을 추가할 수 없습니다."},
    .mend = {"Take a block of the same range, or of 100.64.0.0/10.", "같은 범위나 100.64.0.0/10의 블록을 쓰세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    .on = "role:vpc",
    .checkElement = checkNet006,
};

} // namespace sky::checks
