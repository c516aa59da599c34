// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkSec009(Ask& ask) {
    if (!ask.production()) return;
    std::vector<std::string> guarded;
    for (const Thing& detector : ask.all("guardduty")) {
        if (detector.region().empty()) return; // somewhere: nobody knows where
        guarded.push_back(detector.region());
    }
    std::vector<Thing> bare;
    for (const Thing& region : ask.all(role::kRegion)) {
        const bool works = !region.children().empty();
        if (works && std::find(guarded.begin(), guarded.end(), region.region()) == guarded.end())
            bare.push_back(region);
    }
    if (bare.empty()) return;
    Found found = ask.foundInDesign("Nothing is drawn that watches {} for intruders (GuardDuty).",
                                    "{}에서 침입을 감시하는 것(GuardDuty)이 그려져 있지 않습니다.", bare);
    if (!ask.unsetCounts()) found.severity(Severity::Info);
    Mend all = [](edit::Draft&) {};
    for (const Thing& region : bare) all = mends::then(all, mends::addNew("guardduty", region, {}));
    found.fix(say("Add GuardDuty", "GuardDuty 추가하기"), all);
}

extern const Rule kSec009{
    .id = "SEC-009",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"No GuardDuty", "GuardDuty가 없음"},
    .why = {"GuardDuty reads the account's logs and reports stolen keys, mining and strange traffic. It works Region "
            "by Region.",
            "GuardDuty는 계정의 로그를 읽어 도난당한 키, 채굴, 이상한 트래픽을 알립니다. 리전마다 켜야 합니다."},
    .mend = {"Turn it on in every Region that is used.", "쓰는 리전마다 켜세요."},
    .accept = {"The account's baseline is managed elsewhere.", "계정의 기준 설정을 다른 곳에서 관리할 때."},
    .page = "https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html",
    .anchors =
        "securityhub:GuardDuty.1 checkov:CKV2_AWS_3 config:guardduty-enabled-centralized prowler:guardduty_is_enabled",
    .checkDesign = checkSec009,
};

} // namespace sky::checks
