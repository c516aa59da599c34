// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkNet008(Ask& ask, const Thing& it) {
    const auto block = it.cidr();
    if (!block || block->family() != IpFamily::V4 || block->prefix > 28) return; // NET-002
    std::int64_t needed = 0;
    for (const Thing& inside : it.children())
        if (inside.is(Trait::Eni) && !inside.fleet()) ++needed;
    for (const Thing& user : it.referring()) {
        const auto& spans = user.element().spans;
        if (std::find(spans.begin(), spans.end(), it.id()) == spans.end()) continue;
        const auto share = [&](std::int64_t count) {
            return (count + static_cast<std::int64_t>(spans.size()) - 1) / static_cast<std::int64_t>(spans.size());
        };
        if (user.plays(role::kFleet))
            needed += share(user.amount("max").value_or(user.amount("desired").value_or(1)));
        else
            needed += user.plays(role::kLoadBalancer) ? 8 : 1;
    }
    const auto usable = static_cast<std::int64_t>(addressCount(*block)) - 5;
    if (needed <= usable) return;
    Found found =
        ask.found(it, "{} has {} addresses to give (AWS keeps five), and what is drawn needs about {}.",
                  "{}이(가) 줄 수 있는 주소는 {}개(AWS가 다섯 개를 씀)이지만 그려진 것에는 약 {}개가 필요합니다.", it,
                  usable, needed);
    unsigned prefix = block->prefix;
    while (prefix > 16 && (std::int64_t{1} << (32 - prefix)) - 5 < needed) --prefix;
    if (const auto free = freeBlock(it.vpc(), prefix, it)) found.fixBySetting(it, "cidr", toText(*free));
}

extern const Rule kNet008{
    .id = "NET-008",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A subnet too small for what is in it", "안에 있는 것보다 작은 서브넷"},
    .why = {"Every interface takes an address: instances up to the maximum of their group, eight for each node of a "
            "load balancer while it scales. A subnet cannot grow later.",
            "인터페이스마다 주소가 하나 듭니다. 그룹의 최대 인스턴스 수, 확장하는 로드 밸런서 노드마다 여덟 "
            "개까지입니다. 서브넷은 나중에 늘릴 수 없습니다."},
    .mend = {"Give it a larger block.", "더 큰 블록을 주세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    .anchors = "wellarchitected:REL02-BP03",
    .on = "role:subnet",
    .checkElement = checkNet008,
};

} // namespace sky::checks
