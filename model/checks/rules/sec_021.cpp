// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

#include <algorithm>

namespace sky::checks {

static void checkSec021(Ask& ask, const Thing& it) {
    const std::vector<Thing> members = it.members();
    std::vector<std::string> used;
    bool known = !members.empty();
    for (const Thing& member : members) {
        bool any = false;
        for (const Wire& wire : member.wires()) {
            if (wire.kind() == LinkKind::Attach || wire.kind() == LinkKind::Plain) continue;
            const bool arrives = wire.meaning().answerer() == member.id();
            any = any || arrives;
            if (!arrives) continue;
            used.push_back(wire.port());
            known = known && !used.back().empty();
        }
        for (const catalog::Record& listener : member.records(topology::key::kListeners))
            if (const catalog::Scalar* port = listener.find(topology::key::kPort)) {
                used.push_back(catalog::toText(*port));
                any = true;
            }
        known = known && any; // a member without typed connections may listen on anything
    }
    if (!known) return;
    for (const AdmitRow& row : admitted(it)) {
        if (row.protocol == "all" || row.portText == "all" || row.protocol.starts_with("icmp")) continue;
        if (std::any_of(used.begin(), used.end(),
                        [&](const std::string& port) { return row.covers(portsOf(port).first); }))
            continue;
        ask.found(it, "{} admits port {} from {}, but nothing drawn uses it.",
                  "{1}이(가) {3}에서 오는 포트 {2}을(를) 허용하지만 그림에서 쓰는 것이 없습니다.", it, row.portText,
                  row.peer ? row.peer.name() : Text{row.from, {}})
            .fix(say("Remove this rule from {}", "{}에서 이 규칙 지우기", it.name()),
                 mends::removeRow(it, "in", row.row));
    }
}

extern const Rule kSec021{
    .id = "SEC-021",
    .severity = Severity::Info,
    .pillar = Pillar::Security,
    .title = {"A security group that opens a port nothing listens on", "아무도 듣지 않는 포트를 여는 보안 그룹"},
    .why = {"Rules outlive what they were made for. Whatever starts to listen on that port later is open at once.",
            "규칙은 만든 목적보다 오래 남습니다. 나중에 그 포트를 쓰는 것이 생기면 바로 열립니다."},
    .mend = {"Remove the rule, or draw what uses it.", "규칙을 지우거나 쓰는 것을 그리세요."},
    .accept = {"It is used by people or tools that are not drawn.", "그리지 않은 사람이나 도구가 쓸 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    .anchors = "cdk-nag:AwsSolutions-EC23",
    .on = "role:security-group",
    .checkElement = checkSec021,
};

} // namespace sky::checks
