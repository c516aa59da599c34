// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet039(Ask& ask, const Thing& it) {
    if (!ask.production()) return;
    const auto subnets = it.subnets();
    std::vector<topology::Zone> used;
    for (const Thing& subnet : subnets) {
        const auto zone = subnet.zone();
        if (!zone || zone->letter.empty()) return; // nobody knows
        bool busy = false;
        for (const Thing& inside : subnet.children())
            busy = busy || inside.is(Trait::Station) || inside.is(Trait::Store);
        for (const Thing& user : subnet.referring()) busy = busy || user.is(Trait::Station) || user.is(Trait::Store);
        if (busy && std::find(used.begin(), used.end(), *zone) == used.end()) used.push_back(*zone);
    }
    if (used.size() != 1) return;
    ask.found(it, "All that works in {} is in zone {}, and stops with it.",
              "{}에서 일하는 것이 모두 영역 {}에 있어 그 영역과 함께 멈춥니다.", it, used.front().letter);
}

extern const Rule kNet039{
    .id = "NET-039",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A VPC that uses one zone", "한 영역만 쓰는 VPC"},
    .why = {"A zone fails as a whole from time to time: power, cooling, network. A design in two zones goes on in the "
            "other.",
            "영역은 이따금 전원, 냉각, 네트워크 문제로 통째로 멈춥니다. 두 영역에 두면 다른 쪽에서 계속됩니다."},
    .mend = {"Build the tiers again in a second zone: the command \"Add a zone like this one\" does it in one step.",
             "두 번째 영역에도 같은 계층을 두세요. \"같은 구성의 가용 영역 추가\" 명령이 한 번에 해 줍니다."},
    .accept = {"It may be down until the zone is back.", "영역이 돌아올 때까지 멈춰도 될 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
            "use-fault-isolation-to-protect-your-workload.html",
    .anchors = "prowler:vpc_subnet_different_az wellarchitected:REL10-BP01",
    .on = "role:vpc",
    .checkElement = checkNet039,
};

} // namespace sky::checks
