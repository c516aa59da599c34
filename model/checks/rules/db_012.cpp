// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb012(Ask& ask, const Thing& it) {
    const bool replicated = it.equals("engine", "memcached") == Truth::No;
    if (!ask.production() || !replicated || it.said("dataDurable") == Truth::No) return;
    bool sessions = false;
    for (const Wire& call : it.callers())
        sessions = sessions || call.from().equals("sessions", "external") == Truth::Yes;
    const bool alone = it.amount("replicas").value_or(0) == 0;
    const bool noFailover = it.flag("automaticFailover") == Truth::No;
    const bool oneZone = it.equals("multiAz", "no") == Truth::Yes;
    if (!alone && !noFailover && !oneZone) return;
    if (it.said("dataDurable") != Truth::Yes && !sessions) return ask.needs(it, "dataDurable");
    Mend all =
        mends::then(mends::set(it, "automaticFailover", true), mends::set(it, "multiAz", std::string("instance")));
    if (alone) all = mends::then(mends::set(it, "replicas", mends::count(1)), all);
    ask.found(it,
              alone ? "{} has one node: losing it loses what it holds."
                    : "{} does not fail over to another zone by itself: losing its primary stops it.",
              alone ? "{}의 노드가 하나뿐이라 잃으면 담긴 것도 함께 잃습니다."
                    : "{}이(가) 다른 영역으로 저절로 장애 조치되지 않아 기본 노드를 잃으면 멈춥니다.",
              it)
        .fix(say("A replica in another zone that takes over", "다른 영역에서 이어받는 복제본 두기"), all);
}

extern const Rule kDb012{
    .id = "DB-012",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A cache that holds what must not be lost, without failover",
              "잃으면 안 되는 것을 담고도 장애 조치가 없는 캐시"},
    .why = {"Sessions, carts and rate limits live only in the cache. A replica in another zone with automatic failover "
            "takes over within seconds; one node alone comes back empty.",
            "세션과 장바구니, 사용량 한도는 캐시에만 있습니다. 다른 영역의 복제본이 자동 장애 조치로 몇 초 만에 "
            "이어받지만 노드가 하나면 빈 채로 돌아옵니다."},
    .mend = {"Add a replica, and turn on automatic failover and Multi-AZ.",
             "복제본을 추가하고 자동 장애 조치와 다중 AZ를 켜세요."},
    .accept = {"It only caches, and what is behind it carries the load without it.",
               "순수한 캐시이고, 캐시 없이도 뒤쪽이 부하를 감당할 때."},
    .page = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
    .anchors = "securityhub:ElastiCache.3 checkov:CKV2_AWS_50 cdk-nag:AwsSolutions-AEC4 "
               "config:elasticache-repl-grp-auto-failover-enabled prowler:elasticache_redis_cluster_multi_az_enabled "
               "trustedadvisor:Amazon-ElastiCache-Multi-AZ-clusters",
    .on = "elasticache",
    .checkElement = checkDb012,
};

} // namespace sky::checks
