// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

#include <algorithm>

namespace sky::checks {

static bool covers(const AdmitRow& earlier, const AdmitRow& later) {
    const auto outer = parseCidr(earlier.from);
    const auto inner = parseCidr(later.from);
    return outer && inner && contains(*outer, *inner) &&
           (earlier.protocol == "all" || earlier.protocol == later.protocol) &&
           earlier.ports.first <= later.ports.first && later.ports.last <= earlier.ports.last;
}

static void checkNet031(Ask& ask, const Thing& it) {
    for (const bool inbound : {true, false}) {
        const auto rows = aclRows(it, inbound);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].allows) continue;
            const auto first =
                std::find_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i), [&](const AdmitRow& earlier) {
                    return earlier.number < rows[i].number && covers(earlier, rows[i]);
                });
            if (first == rows.begin() + static_cast<std::ptrdiff_t>(i)) continue;
            Found found = ask.found(it, "Rule {1} of {2} never decides anything: rule {3} does so first.",
                                    "{2}의 규칙 {1}은(는) 아무것도 결정하지 못합니다. 규칙 {3}이(가) 먼저 결정합니다.",
                                    rows[i].number, it, first->number);
            const std::int64_t before = first->number - 1;
            const bool taken =
                std::any_of(rows.begin(), rows.end(), [&](const AdmitRow& row) { return row.number == before; });
            if (before > 0 && !taken)
                found.fix(
                    say("Number it {}", "{}번으로 바꾸기", before),
                    mends::setField(it, inbound ? "in" : "out", rows[i].row, "number", Quantity{before, Unit::Count}));
        }
    }
}

extern const Rule kNet031{
    .id = "NET-031",
    .severity = Severity::Info,
    .pillar = Pillar::Structure,
    .title = {"A denying rule that is never reached", "닿을 수 없는 거부 규칙"},
    .why = {"Rules are tried by number. One that allows the same before it leaves nothing to deny.",
            "규칙은 번호 순으로 시도됩니다. 앞에서 같은 것을 허용하면 거부할 것이 남지 않습니다."},
    .mend = {"Give it a lower number.", "더 낮은 번호를 주세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    .anchors = "cfn_nag:W71 cfn_nag:W72",
    .on = "role:network-acl",
    .checkElement = checkNet031,
};

} // namespace sky::checks
