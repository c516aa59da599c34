// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkEdge002(Ask& ask, const Thing& it) {
    const auto calls = it.calls();
    if (!ask.production() || calls.size() != 1) return;
    const Thing origin = calls.front().to();
    if (!origin.vpc() || !origin.knowsZones() || origin.drawnZones().size() != 1)
        return; // redundant by itself, or unknown
    ask.found(it, "{} has one origin, {}, in one zone: when it stops, only what is cached is served.",
              "{}의 원본은 한 영역에 있는 {} 하나뿐입니다. 멈추면 캐시된 것만 제공합니다.", it, origin)
        .also(origin);
}

extern const Rule kEdge002{
    .id = "EDGE-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A distribution with one origin in one zone", "한 영역의 원본 하나뿐인 배포"},
    .why = {"CloudFront can try a second origin when the first fails. Origins like S3 or a load balancer over two "
            "zones are redundant by themselves.",
            "CloudFront는 첫 원본이 실패하면 두 번째를 시도할 수 있습니다. S3나 두 영역의 로드 밸런서는 스스로 "
            "이중화되어 있습니다."},
    .mend = {"Add an origin group with a second origin, or make the origin redundant.",
             "두 번째 원본이 있는 원본 그룹을 두거나 원본을 이중화하세요."},
    .accept = {"It may be down for a while.", "잠시 멈춰도 될 때."},
    .page = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html",
    .anchors = "securityhub:CloudFront.4 checkov:CKV_AWS_310 config:cloudfront-origin-failover-enabled "
               "prowler:cloudfront_distributions_multiple_origin_failover_configured "
               "trustedadvisor:Amazon-CloudFront-Origin-Failover",
    .on = "role:cdn",
    .checkElement = checkEdge002,
};

} // namespace sky::checks
