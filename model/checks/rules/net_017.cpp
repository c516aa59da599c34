// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkNet017(Ask& ask, const Wire& it) {
    const auto clash = overlapOf(it.from().cidrs(), it.to().cidrs());
    if (!clash) return;
    ask.found(it, "{} ({}) and {} ({}) overlap: AWS refuses to peer them.",
              "{}({})와(과) {}({})이(가) 겹쳐 AWS가 피어링을 거부합니다.", it.from(), clash->mine, it.to(),
              clash->theirs)
        .also({it.from(), it.to()});
}

extern const Rule kNet017{
    .id = "NET-017",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Peered VPCs that overlap", "겹치는 VPC 사이의 피어링"},
    .why = {"With the same addresses on both sides nothing says where a packet should go.",
            "양쪽에 같은 주소가 있으면 패킷이 어디로 가야 할지 정할 수 없습니다."},
    .mend = {"Give the newer VPC another block, or offer the service through PrivateLink.",
             "새 VPC의 블록을 바꾸거나 PrivateLink로 서비스를 제공하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    .anchors = "wellarchitected:REL02-BP05",
    .on = "link:peering",
    .checkLink = checkNet017,
};

} // namespace sky::checks
