// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet035(Ask& ask, const Wire& it) {
    const Thing caller = it.from();
    const Thing vpc = caller.vpc();
    const Thing store = it.to();
    if (!vpc || !store || !(store.plays(role::kObjectStore) || store.plays(role::kTable))) return;
    for (const Thing& endpoint : vpc.children()) {
        const std::string* target = endpoint.text("target");
        if (!endpoint.plays(role::kEndpoint) || endpoint.equals("type", "gateway") != Truth::Yes || !target ||
            *target != store.element().service)
            continue;
        const auto tables = endpoint.allNamed("routeTables");
        for (const Thing& subnet : caller.subnets()) {
            const Thing table = subnet.routeTable();
            if (subnet.exposure().exposure != topology::Exposure::Isolated ||
                std::find(tables.begin(), tables.end(), table) != tables.end())
                continue;
            Found found = ask.found(it, "{1} reaches {2} through {3} only, but its route table does not know it.",
                                    "{1}이(가) {2}에 닿는 길은 {3}뿐인데 라우팅 테이블이 이를 모릅니다.", subnet, store,
                                    endpoint);
            found.also({subnet, endpoint}).cause("blocked:" + it.id().str());
            if (table)
                found.fix(say("Add {} to {}", "{}을(를) {}에 추가하기", table.name(), endpoint.name()),
                          mends::addToList(endpoint, "routeTables", catalog::Reference{table.id().str()}));
            return;
        }
    }
}

extern const Rule kNet035{
    .id = "NET-035",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A gateway endpoint that the caller's route table does not know",
              "호출하는 쪽 라우팅 테이블이 모르는 게이트웨이 엔드포인트"},
    .why =
        {"A gateway endpoint works by a route in the tables it is told of. Subnets with another table do not see it.",
         "게이트웨이 엔드포인트는 지정한 테이블에 경로를 넣어 동작합니다. 다른 테이블을 쓰는 서브넷은 쓰지 못합니다."},
    .mend = {"Add the subnet's route table to the endpoint.", "서브넷의 라우팅 테이블을 엔드포인트에 추가하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "link:traffic",
    .checkLink = checkNet035,
};

} // namespace sky::checks
