// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

#include <algorithm>

namespace sky::checks {

static void checkNet029(Ask& ask, const Thing& it) {
    for (const bool inbound : {true, false}) {
        const char* key = inbound ? "in" : "out";
        const auto rows = aclRows(it, inbound);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i].number != rows[i - 1].number) continue;
            std::int64_t free = rows[i].number + 1;
            while (std::any_of(rows.begin(), rows.end(), [&](const AdmitRow& row) { return row.number == free; }))
                ++free;
            ask.found(it,
                      inbound ? "{} has two inbound rules with the number {}."
                              : "{} has two outbound rules with the number {}.",
                      inbound ? "{}에 번호가 {}인 인바운드 규칙이 둘 있습니다."
                              : "{}에 번호가 {}인 아웃바운드 규칙이 둘 있습니다.",
                      it, rows[i].number)
                .fix(say("Number the second {}", "둘째를 {}번으로", free),
                     mends::setField(it, key, rows[i].row, "number", Quantity{free, Unit::Count}));
            break;
        }
    }
}

extern const Rule kNet029{
    .id = "NET-029",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Two rules of a network ACL with one number", "번호가 같은 네트워크 ACL 규칙"},
    .why = {"Rules are tried by number and the first that fits decides, so each number is given once in a direction.",
            "규칙은 번호 순으로 시도되고 처음 맞는 것이 결정하므로 방향마다 번호는 하나씩입니다."},
    .mend = {"Renumber one of them.", "하나의 번호를 바꾸세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    .anchors = "cfn_nag:F79",
    .on = "role:network-acl",
    .checkElement = checkNet029,
};

} // namespace sky::checks
