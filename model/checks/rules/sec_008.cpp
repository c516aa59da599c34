// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec008(Ask& ask) {
    const std::vector<Thing> regions = ask.all(role::kRegion);
    if (!ask.production() || regions.empty()) return;
    for (const Thing& trail : ask.all("cloudtrail"))
        if (trail.flag("multiRegion") == Truth::Yes || regions.size() < 2) return;
    Found found = ask.foundInDesign("No trail is drawn that records who changes what in the account.",
                                    "계정에서 누가 무엇을 바꾸는지 기록하는 추적이 그려져 있지 않습니다.");
    if (!ask.unsetCounts()) found.severity(Severity::Info); // it may be kept elsewhere
    found.fix(say("Add CloudTrail", "CloudTrail 추가하기"),
              mends::addNew("cloudtrail", regions.front(), {{"multiRegion", true}}));
}

extern const Rule kSec008{
    .id = "SEC-008",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"No CloudTrail", "CloudTrail이 없음"},
    .why = {"Without a trail nobody can tell afterwards who deleted the database or opened the port. One multi-Region "
            "trail covers the whole account.",
            "추적이 없으면 누가 데이터베이스를 지웠는지, 포트를 열었는지 나중에 알 수 없습니다. 다중 리전 추적 하나로 "
            "계정 전체를 기록합니다."},
    .mend = {"Turn on a multi-Region trail with a protected bucket.", "보호된 버킷과 함께 다중 리전 추적을 켜세요."},
    .accept = {"The account's baseline is managed elsewhere.", "계정의 기준 설정을 다른 곳에서 관리할 때."},
    .page = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html",
    .anchors = "securityhub:CloudTrail.1 checkov:CKV_AWS_67 trivy:AWS-0014 config:multi-region-cloudtrail-enabled "
               "prowler:cloudtrail_multi_region_enabled",
    .checkDesign = checkSec008,
};

} // namespace sky::checks
