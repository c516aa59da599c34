// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"
#include "checks/security_rules.h"

namespace sky::checks {

// Over a transit gateway that lets groups be named, on it and on both attachments.
static bool shared(const Thing& vpc, const Thing& other) {
    for (const Thing& gateway : transitGateways(vpc)) {
        const Wire mine = attachmentOf(vpc, gateway);
        const Wire theirs = attachmentOf(other, gateway);
        if (mine && theirs && gateway.flag("referencing") == Truth::Yes && mine.flag("referencing") == Truth::Yes &&
            theirs.flag("referencing") == Truth::Yes)
            return true;
    }
    return false;
}

static void checkNet021(Ask& ask, const Thing& it) {
    for (const bool inbound : {true, false}) {
        for (const AdmitRow& row : inbound ? admitted(it) : admittedOut(it)) {
            const Thing mine = it.vpc();
            const Thing theirs = row.peer.vpc();
            if (!row.peer || !mine || !theirs || mine == theirs) continue;
            const bool otherRegion =
                !mine.region().empty() && !theirs.region().empty() && mine.region() != theirs.region();
            if (!otherRegion && (peeringBetween(mine, theirs) || shared(mine, theirs))) continue;
            ask.found(it, "{1} names {2}, a group of {3}: it never matches there.",
                      "{1}이(가) {3}의 그룹인 {2}을(를) 적었지만 결코 들어맞지 않습니다.", it, row.peer, theirs)
                .also(row.peer)
                .fix(say("Remove this rule", "이 규칙 지우기"), mends::removeRow(it, inbound ? "in" : "out", row.row));
        }
    }
}

extern const Rule kNet021{
    .id = "NET-021",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A rule that names a group it cannot know", "알 수 없는 그룹을 적은 규칙"},
    .why = {"A rule may name a security group of the same VPC, of one peered in the same Region, or over a transit "
            "gateway that allows it. Elsewhere senders are known by address only.",
            "규칙에는 같은 VPC, 같은 리전에서 피어링한 VPC, 참조를 허용하는 전송 게이트웨이로 연결된 VPC의 보안 그룹만 "
            "적을 수 있습니다. 그 밖에는 주소로만 압니다."},
    .mend = {"Name the addresses of the other side instead.", "대신 상대의 주소를 적으세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html",
    .anchors = "reachability-analyzer:SG_REFERENCES_NOT_PRESERVED",
    .on = "role:security-group",
    .checkElement = checkNet021,
};

} // namespace sky::checks
