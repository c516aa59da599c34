// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkSec007(Ask& ask, const Thing& it) {
    if (!ask.production() || it.equals("criticality", "high") != Truth::Yes || it.flag("shieldAdvanced") == Truth::Yes)
        return;
    for (const Thing& other : it.referring())
        if (other.isService("shield")) return;
    bool fromOutside = it.equals("scheme", "internet-facing") == Truth::Yes;
    for (const Wire& call : it.callers()) fromOutside = fromOutside || comesFromInternet(call.from());
    if (!fromOutside) return;
    ask.found(it,
              "{} is critical and public. Shield Standard guards it without charge; Shield Advanced adds response and "
              "cost protection for a monthly fee.",
              "{}은(는) 중요하고 공개되어 있습니다. Shield Standard는 무료로 보호합니다. Shield Advanced는 월 요금을 "
              "내고 대응 지원과 비용 보호를 더합니다.",
              it)
        .fixBySetting(it, "shieldAdvanced", true);
}

extern const Rule kSec007{
    .id = "SEC-007",
    .severity = Severity::Info,
    .pillar = Pillar::Security,
    .title = {"A critical public entrance without Shield Advanced", "Shield Advanced가 없는 중요한 공개 입구"},
    .why = {"Every public endpoint has Shield Standard. Shield Advanced adds a response team, better detection and "
            "credit for the traffic of an attack, under a one-year subscription.",
            "모든 공개 엔드포인트에는 Shield Standard가 적용됩니다. Shield Advanced는 1년 구독으로 대응 팀, 더 나은 "
            "탐지, 공격 트래픽 비용 보전을 더합니다."},
    .mend = {"Weigh the subscription against what an attack would cost you.",
             "구독료와 공격을 받았을 때의 손실을 견주어 보세요."},
    .accept = {"Nearly always: it is a paid subscription for those who are attacked.",
               "거의 언제나. 공격받는 곳을 위한 유료 구독입니다."},
    .page = "https://docs.aws.amazon.com/waf/latest/developerguide/ddos-overview.html",
    .anchors =
        "prowler:shield_advanced_protection_in_internet_facing_load_balancers config:shield-advanced-enabled-autorenew",
    .on = "role:cdn role:load-balancer role:address",
    .checkElement = checkSec007,
};

} // namespace sky::checks
