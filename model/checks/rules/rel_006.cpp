// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkRel006(Ask& ask) {
    if (!ask.production()) return;
    std::vector<Thing> used;
    for (const Thing& region : ask.all(role::kRegion))
        if (!region.children().empty()) used.push_back(region);
    if (used.size() < 2) return;
    for (const FailureFacts& failure : ask.failures(1)) {
        if (!failure.ofRegion || failure.events.size() != 1) continue;
        Thing box;
        for (const Thing& each : used)
            if ("region:" + each.region() == failure.events.front()) box = each;
        if (!box) continue;
        Found found = ask.found(box, "{} The other region does not help.",
                                "{} 다른 리전이 있어도 도움이 되지 않습니다.", failure.text);
        for (const ElementId& id : failure.because) found.also(ask.thing(id));
    }
}

extern const Rule kRel006{
    .id = "REL-006",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A second region that depends on the first", "첫 번째 리전에 기대는 두 번째 리전"},
    .why = {"Two Regions cost twice as much. When one of them needs something in the other, both stop together.",
            "리전 둘은 비용도 두 배입니다. 한쪽이 다른 쪽의 무언가를 필요로 하면 둘이 함께 멈춥니다."},
    .mend = {"Replicate what is only in one Region, and let names or CloudFront choose the Region that is well.",
             "한 리전에만 있는 것을 복제하고, 이름 서비스나 CloudFront가 정상인 리전을 고르게 하세요."},
    .accept = {"The second Region is for users nearby, not for disasters.",
               "두 번째 리전이 재해 대비가 아니라 가까운 사용자를 위한 것일 때."},
    .page = "https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/"
            "disaster-recovery-options-in-the-cloud.html",
    .anchors = "resiliencehub:Region",
    .checkDesign = checkRel006,
};

} // namespace sky::checks
