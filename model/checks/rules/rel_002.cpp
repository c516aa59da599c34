// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkRel002(Ask& ask) {
    if (!ask.production()) return;
    for (const FailureFacts& failure : ask.failures(2)) {
        if (failure.ofRegion || failure.ofZone || failure.events.size() != 2) continue;
        const Thing one = ask.thing(ElementId(failure.events.front()));
        const Thing two = ask.thing(ElementId(failure.events.back()));
        if (!one || !two || one == two || one.service() != two.service() || sameZone(one, two) == Truth::Unknown)
            continue;
        ask.found(one, "{}", "{}", failure.text).also(two);
    }
}

extern const Rule kRel002{
    .id = "REL-002",
    .severity = Severity::Info,
    .pillar = Pillar::Reliability,
    .title = {"Two failures that stop the service together", "함께 일어나면 서비스를 멈추는 두 장애"},
    .why = {"After the first failure there is no reserve left until it is mended. In one zone both may come at once.",
            "첫 장애 뒤에는 고칠 때까지 여유가 없습니다. 같은 영역이면 함께 멈출 수도 있습니다."},
    .mend = {"Nothing, if the first failure is noticed and mended soon; else a third one.",
             "첫 장애를 곧 알아채고 고친다면 그대로 두어도 됩니다. 아니라면 하나를 더 두세요."},
    .accept = {"Nearly always.", "거의 언제나."},
    .page = "https://docs.aws.amazon.com/resilience-hub/latest/userguide/what-is.html",
    .anchors = "resiliencehub:AZ",
    .checkDesign = checkRel002,
};

} // namespace sky::checks
