// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet033(Ask& ask, const Wire& it) {
    const WalkFacts* walk = it.walk();
    if (!walk || !walk->blocked() || walk->stops.empty()) return;
    const Stop& stop = walk->stops.front();
    Found found = ask.found(it, "{} does not get through: {}", "{}이(가) 통하지 않습니다. {}", it, stop.reason);
    found.also({it.from(), it.to()}).cause("blocked:" + it.id().str());
    // The least that lets it through: the sender's own group, in the group that says no.
    const Thing receiver = it.to();
    const auto senders = it.from().securityGroups();
    const bool groupSaysNo = stop.code == "ENI_SG_RULES_MISMATCH" || stop.code == "SG_HAS_NO_RULES";
    if (!groupSaysNo || walk->stops.size() != 1 || stop.onReturn || senders.empty() || it.port().empty()) return;
    for (const Thing& group : receiver.securityGroups())
        if (stop.at == group.id().str() || receiver.securityGroups().size() == 1) {
            found.fix(say("Let {} admit {} on port {}", "{}에서 {}의 포트 {} 허용하기", group.name(),
                          senders.front().name(), it.port()),
                      mends::admit(group, "tcp", it.port(), senders.front().id().str()));
            return;
        }
}

extern const Rule kNet033{
    .id = "NET-033",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A connection that the network blocks", "네트워크가 막는 연결"},
    .why = {"The packet is walked through security groups, network ACLs, route tables and gateways, out and back, as "
            "AWS does. Something on the way says no, so the drawn connection cannot work.",
            "패킷을 AWS처럼 보안 그룹, 네트워크 ACL, 라우팅 테이블, 게이트웨이를 거쳐 보내고 되돌려 봅니다. 도중에 "
            "무언가가 막으므로 그린 연결은 동작하지 않습니다."},
    .mend = {"Change what blocks it: the message names it.", "메시지가 가리키는 곳을 고치세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html",
    .anchors = "reachability-analyzer:*",
    .on = "link:traffic link:event link:replication",
    .checkLink = checkNet033,
};

} // namespace sky::checks
