// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

using topology::Exposure;

static void checkDb005(Ask& ask, const Thing& it) {
    std::vector<Thing> open;
    std::vector<Thing> instead; // for each subnet one that is not public, in the same zone
    bool all = true;
    const std::vector<Thing> own = it.subnets();
    for (const Thing& subnet : own) {
        if (subnet.exposure().exposure != Exposure::Public) {
            instead.push_back(subnet);
            continue;
        }
        open.push_back(subnet);
        Thing other;
        for (const Thing& candidate : it.vpc().subnets())
            if (!other && sameZone(candidate, subnet) == Truth::Yes &&
                candidate.exposure().exposure != Exposure::Public)
                other = candidate;
        all = all && other;
        if (other) instead.push_back(other);
    }
    if (open.empty()) return;
    Found found = ask.found(
        it, "{} stands in the public subnet {}: one wrong rule, and the internet reaches your data.",
        "{}이(가) 퍼블릭 서브넷 {}에 있습니다. 규칙 하나만 잘못되어도 인터넷에서 데이터에 닿습니다.", it, open);
    if (all && it.is(Trait::Spanning) && !it.element().spans.empty())
        found.fix(say("Move it to the private subnets of its zones", "같은 영역의 프라이빗 서브넷으로 옮기기"),
                  mends::span(it, instead));
}

extern const Rule kDb005{
    .id = "DB-005",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A database in a public subnet", "퍼블릭 서브넷에 있는 데이터베이스"},
    .why = {"A public subnet routes to the internet gateway. A database needs no way to the internet; in a private or "
            "isolated subnet it cannot be reached from there, whatever its security group says.",
            "퍼블릭 서브넷은 인터넷 게이트웨이로 이어집니다. 데이터베이스에는 인터넷 경로가 필요 없으며, 프라이빗이나 "
            "격리된 서브넷에 두면 보안 그룹이 어떻든 인터넷에서 닿을 수 없습니다."},
    .mend = {"Move it to subnets without a route to the internet gateway.",
             "인터넷 게이트웨이로 가는 경로가 없는 서브넷으로 옮기세요."},
    .accept = {"It holds public data only, and its clients are outside AWS.",
               "공개 데이터만 있고 클라이언트가 AWS 밖에 있을 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.Scenarios.html",
    .anchors = "prowler:neptune_cluster_uses_public_subnet prowler:elasticache_cluster_uses_public_subnet "
               "wellarchitected:SEC05-BP01",
    .on = "role:database",
    .checkElement = checkDb005,
};

} // namespace sky::checks
