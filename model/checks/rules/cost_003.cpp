// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCost003(Ask& ask, const Wire& it) {
    const Thing from = it.from();
    const Thing to = it.to();
    const auto calls = it.amount(topology::key::kCalls);
    if (!it.link().properties.has(topology::key::kCalls) || !calls || *calls < 10 * 1000000) return;
    if (sameZone(from, to) != Truth::No || from.region() != to.region()) return;
    ask.found(
        it, "{} asks {} {} times per request, from zone {} to zone {}: every byte is billed in both directions.",
        "{}이(가) 요청마다 {}을(를) {}번 호출합니다. 영역 {}에서 {}(으)로 가는 데이터는 양방향 모두 요금이 듭니다.",
        from, to, *calls / 1000000, from.zone()->letter, to.zone()->letter);
}

extern const Rule kCost003{
    .id = "COST-003",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A chatty connection that crosses zones", "영역을 넘는 잦은 호출"},
    .why = {"Traffic between zones is billed on both sides and takes longer than within a zone.",
            "영역 사이의 트래픽은 양쪽 모두 요금이 들고 영역 안보다 느립니다."},
    .mend = {"Keep such pairs in one zone, each zone with its own, or batch the calls.",
             "이런 짝은 영역마다 따로 두어 같은 영역 안에서 통신하게 하거나 호출을 묶으세요."},
    .accept = {"The other zone is wanted for availability.", "가용성을 위해 다른 영역이 필요할 때."},
    .page = "https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html",
    .anchors = "reachability-analyzer:AVAILABILITY_ZONE_CROSSED wellarchitected:COST08-BP02",
    .on = "link:traffic",
    .checkLink = checkCost003,
};

} // namespace sky::checks
