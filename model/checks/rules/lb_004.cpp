// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkLb004(Ask& ask, const Thing& it) {
    if (it.equals("scheme", "internet-facing") != Truth::Yes) return;
    std::vector<Thing> closed;
    std::vector<Thing> instead;
    bool all = true;
    for (const Thing& subnet : it.subnets()) {
        const auto exposure = subnet.exposure();
        if (exposure.exposure == topology::Exposure::Public ||
            exposure.reason == topology::ExposureReason::DefaultRouteElsewhere) {
            instead.push_back(subnet);
            continue;
        }
        closed.push_back(subnet);
        Thing open;
        for (const Thing& other : it.vpc().subnets())
            if (!open && sameZone(other, subnet) == Truth::Yes &&
                other.exposure().exposure == topology::Exposure::Public)
                open = other;
        all = all && open;
        if (open) instead.push_back(open);
    }
    if (closed.empty()) return;
    const auto callers = it.callers();
    if (!it.isSet("scheme") &&
        std::none_of(callers.begin(), callers.end(), [](const Wire& call) { return comesFromInternet(call.from()); }))
        return ask.needs(it, "scheme");
    Found found = ask.found(
        it, "{} faces the internet, but {} has no route to an internet gateway: clients sent there wait in vain.",
        "{}은(는) 인터넷을 향하지만 {}에 인터넷 게이트웨이로 가는 경로가 없어 그리로 보내진 클라이언트는 응답을 받지 "
        "못합니다.",
        it, closed);
    found.also(closed);
    if (all)
        found.fix(say("Move it to public subnets of the same zones", "같은 영역의 퍼블릭 서브넷으로 옮기기"),
                  mends::span(it, instead));
    else {
        Mend open = mends::makePublic(closed.front());
        for (std::size_t i = 1; i < closed.size(); ++i) open = mends::then(open, mends::makePublic(closed[i]));
        found.fix(say("Route its subnets to the internet gateway", "서브넷에서 인터넷 게이트웨이로 경로 내기"), open);
    }
}

extern const Rule kLb004{
    .id = "LB-004",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"An internet-facing load balancer in private subnets", "프라이빗 서브넷에 있는 인터넷 경계 로드 밸런서"},
    .why = {"Its nodes have public addresses, and DNS names them all. A node in a subnet without a route to the "
            "internet gateway cannot answer.",
            "노드마다 퍼블릭 주소가 있고 DNS가 모두 알려 줍니다. 인터넷 게이트웨이로 가는 경로가 없는 서브넷의 노드는 "
            "응답하지 못합니다."},
    .mend = {"Put it into public subnets; its targets may stay private.",
             "퍼블릭 서브넷에 두세요. 대상은 프라이빗에 있어도 됩니다."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "alb nlb clb",
    .checkElement = checkLb004,
};

} // namespace sky::checks
