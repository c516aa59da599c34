// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static bool shareTable(const Wire& a, const Wire& b) {
    const auto tables = [](const Wire& wire) {
        std::vector<std::string> names;
        if (const catalog::List* list = wire.property("propagatesTo").list())
            for (const catalog::Scalar& each : *list)
                if (const auto* name = std::get_if<std::string>(&each)) names.push_back(*name);
        return names;
    };
    const auto mine = tables(a);
    for (const std::string& table : tables(b))
        if (std::find(mine.begin(), mine.end(), table) != mine.end()) return true;
    return false;
}

static void checkNet022(Ask& ask, const Thing& it) {
    const auto attached = it.attachments();
    for (std::size_t i = 0; i < attached.size(); ++i) {
        for (std::size_t k = i + 1; k < attached.size(); ++k) {
            const auto clash = overlapOf(attached[i].cidrs(), attached[k].cidrs());
            const Wire a = attachmentOf(attached[i], it);
            const Wire b = attachmentOf(attached[k], it);
            if (!clash || !a || !b || !shareTable(a, b)) continue;
            ask.found(it, "{} ({}) and {} ({}) overlap: the route to the second is not taken in.",
                      "{}({})와(과) {}({})이(가) 겹쳐 둘째로 가는 경로가 들어가지 않습니다.", attached[i], clash->mine,
                      attached[k], clash->theirs)
                .also({attached[i], attached[k]});
        }
    }
}

extern const Rule kNet022{
    .id = "NET-022",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"VPCs that overlap on one transit gateway", "한 전송 게이트웨이에서 겹치는 VPC"},
    .why = {"A transit gateway routes by address. Of two attachments that bring the same block into one table, only "
            "the first counts.",
            "전송 게이트웨이는 주소로 보냅니다. 같은 블록을 한 테이블에 넣는 두 연결 가운데 첫째만 쓰입니다."},
    .mend = {"Give one of them another block, or keep them in separate tables with private NAT.",
             "하나의 블록을 바꾸거나 프라이빗 NAT과 함께 테이블을 나누세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    .anchors = "wellarchitected:REL02-BP05",
    .on = "role:transit-gateway",
    .checkElement = checkNet022,
};

} // namespace sky::checks
