// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr013(Ask& ask, const Thing& it) {
    if (it.plays(role::kSubnet)) {
        const Thing table = it.named(topology::key::kRouteTable);
        if (!table || !table.vpc() || !it.vpc() || table.vpc() == it.vpc()) return;
        ask.found(it, "Subnet {} uses route table {} of {}; it must be one of its own VPC.",
                  "서브넷 {1}이(가) {3}의 라우팅 테이블 {2}을(를) 씁니다. 자기 VPC의 것이어야 합니다.", it, table,
                  table.vpc())
            .fix(say("Use the main route table of {}", "{}의 기본 라우팅 테이블 쓰기", it.vpc().name()),
                 mends::unset(it, topology::key::kRouteTable));
        return;
    }
    std::vector<Thing> mains = it.gateways(role::kRouteTable);
    std::erase_if(mains, [](const Thing& table) { return table.flag(topology::key::kMain) != Truth::Yes; });
    if (mains.size() < 2) return;
    Mend only = [](edit::Draft&) {};
    for (const Thing& table : without(mains, mains.front()))
        only = mends::then(only, mends::unset(table, topology::key::kMain));
    ask.found(it, "{} all say they are the main route table of {}; there is one.",
              "{}이(가) 모두 {}의 기본 라우팅 테이블이라고 합니다. 기본은 하나입니다.", mains, it)
        .fix(say("{} is the main one", "{}을(를) 기본으로", mains.front().name()), only);
}

extern const Rule kStr013{
    .id = "STR-013",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A route table that cannot be the subnet's", "서브넷이 쓸 수 없는 라우팅 테이블"},
    .why = {"Every subnet has exactly one route table, of its own VPC: the one it names, else the VPC's only main one.",
            "서브넷마다 자기 VPC의 라우팅 테이블이 정확히 하나 있습니다. 지정한 것, 없으면 VPC에 하나뿐인 기본 "
            "테이블입니다."},
    .mend = {"Name a table of the same VPC; leave one table the main one.",
             "같은 VPC의 테이블을 지정하고, 기본 테이블은 하나만 두세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    .anchors = "cfn-lint:E3022",
    .on = "role:subnet role:vpc",
    .checkElement = checkStr013,
};

} // namespace sky::checks
