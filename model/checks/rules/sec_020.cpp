// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec020(Ask& ask, const Wire& it) {
    const Thing ends[] = {it.from(), it.to()};
    if (it.text("state") && *it.text("state") != "active") return;
    for (int i = 0; i < 2; ++i) {
        const Thing& from = ends[i];
        const Thing& to = ends[1 - i];
        const std::string* fromEnv = from.text("env");
        const std::string* toEnv = to.text("env");
        if (!fromEnv || !toEnv || *fromEnv == "prod" || *toEnv != "prod") continue;
        Mend closed = [](edit::Draft&) {};
        bool routed = false;
        for (const Thing& table : from.gateways(role::kRouteTable))
            for (const topology::Route& route : table.routes())
                if (route.via == it.id().str()) {
                    routed = true;
                    closed = mends::then(closed, mends::removeRoute(table, route.to, route.via));
                }
        if (!routed) continue;
        bool drawn = false;
        for (const Wire& call : ask.allWires(LinkKind::Traffic))
            drawn = drawn || (call.from().vpc() == from && call.to().vpc() == to);
        if (drawn) continue;
        ask.found(it, "{} is no production network, yet it has a route into {}, which is.",
                  "{}은(는) 운영 네트워크가 아닌데 운영 네트워크인 {}(으)로 가는 경로가 있습니다.", from, to)
            .fix(say("Remove the routes from {} to {}", "{}에서 {}(으)로 가는 경로 지우기", from.name(), to.name()),
                 closed);
    }
}

extern const Rule kSec020{
    .id = "SEC-020",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A test network with a way into production", "운영 네트워크로 가는 길이 있는 시험 네트워크"},
    .why = {"Test systems are guarded less. Whoever gets into one should not find a road to production.",
            "시험 시스템은 덜 지킵니다. 거기에 들어온 사람이 운영 환경으로 가는 길을 찾아서는 안 됩니다."},
    .mend = {"Take the route away, or narrow it to the one service that is meant.",
             "경로를 없애거나 필요한 서비스 하나로 좁히세요."},
    .accept = {"Production serves shared things, a registry for example, and its groups admit only that.",
               "레지스트리처럼 함께 쓰는 것이 운영 쪽에 있고 그룹이 그것만 허용할 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    .anchors = "prowler:vpc_peering_routing_tables_with_least_privilege checkov:CKV2_AWS_44 wellarchitected:SEC05-BP01",
    .on = "link:peering",
    .checkLink = checkSec020,
};

} // namespace sky::checks
