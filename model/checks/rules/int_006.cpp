// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

struct ChainInt006 {
    std::vector<Thing> path;
    std::vector<Thing> longest;
    std::vector<std::pair<Thing, std::size_t>> seen; // with the length it was reached at
    bool circle;
};

// The longest chain of stations along calls that are waited for; balancers and gateways pass on and are not counted.
static void walkInt006(ChainInt006& chain, const Thing& at) {
    for (const Wire& call : at.calls()) {
        if (chain.circle) return;
        if (call.kind() != LinkKind::Traffic || call.flag(topology::key::kWait) == Truth::No) continue;
        const Thing next = call.to();
        if (std::find(chain.path.begin(), chain.path.end(), next) != chain.path.end()) {
            chain.circle = next.is(Trait::Station);
            if (chain.circle) chain.longest = chain.path;
            continue;
        }
        const auto seen =
            std::find_if(chain.seen.begin(), chain.seen.end(), [&](const auto& each) { return each.first == next; });
        if (seen != chain.seen.end() && seen->second >= chain.path.size() + 1) continue;
        if (seen == chain.seen.end())
            chain.seen.emplace_back(next, chain.path.size() + 1);
        else
            seen->second = chain.path.size() + 1;
        if (chain.path.size() >= 64) return;
        chain.path.push_back(next);
        std::vector<Thing> stations = chain.path;
        std::erase_if(stations, [](const Thing& each) { return !each.is(Trait::Station); });
        if (stations.size() > chain.longest.size()) chain.longest = stations;
        walkInt006(chain, next);
        if (!chain.circle) chain.path.pop_back();
    }
}

static void checkInt006(Ask& ask, const Thing& it) {
    ChainInt006 chain{{}, {}, {}, false};
    walkInt006(chain, it);
    if (chain.circle) {
        ask.found(it, "The calls of {} go round in a circle over {}: each waits for itself.",
                  "{}의 호출이 {}을(를) 거쳐 돌고 돕니다. 서로를 기다립니다.", it, chain.longest);
        return;
    }
    if (chain.longest.size() <= 4) return;
    Text path;
    for (const Thing& each : chain.longest) {
        path.en += (path.en.empty() ? "" : " → ") + each.name().en;
        path.ko += (path.ko.empty() ? "" : " → ") + each.name().in(Language::Korean);
    }
    ask.found(it, "{}: {} services wait for each other; a request of {} succeeds only while all of them do.",
              "{}: 서비스 {}개가 서로를 기다립니다. 모두 성공해야 {}의 요청이 성공합니다.", path, chain.longest.size(),
              it)
        .also(chain.longest);
}

extern const Rule kInt006{
    .id = "INT-006",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A long chain of services that wait for each other", "서로를 기다리는 긴 서비스 사슬"},
    .why = {"In a synchronous chain availabilities multiply and delays add up: five services of 99.9% give 99.5%.",
            "동기 사슬에서는 가용성이 곱해지고 지연이 더해집니다. 99.9%인 서비스 다섯 개는 99.5%가 됩니다."},
    .mend = {"Hand over through a queue what need not be answered at once, or join services that always go together.",
             "바로 응답하지 않아도 되는 일은 대기열로 넘기고, 늘 함께 가는 서비스는 합치세요."},
    .accept = {"Every step is needed before the answer.", "응답 전에 모든 단계가 필요할 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
            "rel_prevent_interaction_failure_loosely_coupled_system.html",
    .anchors = "wellarchitected:REL04-BP02",
    .on = "trait:caller",
    .checkElement = checkInt006,
};

} // namespace sky::checks
