// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp006(Ask& ask, const Thing& it) {
    if (it.amount("max").value_or(1) <= 1 || it.equals("sessions", "instance") != Truth::Yes) return;
    for (const Wire& call : it.calls())
        if (call.to().plays(role::kCache) || call.to().plays(role::kTable)) return;
    ask.found(it, "{} keeps sessions on its instances: whoever is on one that goes is logged out.",
              "{}이(가) 세션을 인스턴스에 두어 인스턴스가 사라지면 그 사용자는 로그아웃됩니다.", it)
        .fix(say("Keep sessions in a DynamoDB table", "세션을 DynamoDB 테이블에 두기"),
             mends::then(mends::addCallee(it, "dynamodb", it.around(role::kRegion)),
                         mends::set(it, "sessions", std::string("external"))))
        .fix(say("Keep sessions in ElastiCache", "세션을 ElastiCache에 두기"),
             mends::then(mends::addCallee(it, "elasticache", it.vpc()),
                         mends::set(it, "sessions", std::string("external"))));
}

extern const Rule kCmp006{
    .id = "CMP-006",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A scaled tier with sessions on its instances", "세션을 인스턴스에 두는 확장 계층"},
    .why = {"Instances of a group come and go. State kept on them goes along, and users have to be tied to one "
            "instance, which spoils balancing.",
            "그룹의 인스턴스는 늘 바뀝니다. 거기에 둔 상태도 함께 사라지고, 사용자를 한 인스턴스에 묶어야 해서 부하 "
            "분산도 나빠집니다."},
    .mend = {"Keep sessions in ElastiCache or DynamoDB, where every instance finds them.",
             "모든 인스턴스가 찾을 수 있도록 세션을 ElastiCache나 DynamoDB에 두세요."},
    .accept = {"Logging in again does no harm.", "다시 로그인해도 괜찮을 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
            "rel_mitigate_interaction_failure_stateless.html",
    .anchors = "wellarchitected:REL05-BP06",
    .on = "role:fleet",
    .checkElement = checkCmp006,
};

} // namespace sky::checks
