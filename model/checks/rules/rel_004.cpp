// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkRel004(Ask& ask, const Thing& it) {
    std::int64_t members = 0;
    if (it.plays(role::kFleet)) {
        const auto needed = it.amount("needed");
        const auto desired = it.amount("desired");
        if (!needed || !desired || *needed * 2 <= *desired || *needed == *desired) return;
        members = *desired;
    } else {
        for (const char* key : {"masterNodes", "brokers"})
            if (members == 0 && it.isSet(key)) members = it.amount(key).value_or(0);
    }
    const auto zones = it.drawnZones();
    if (members < 3 || members % 2 == 0 || !it.knowsZones() || zones.size() != 2) return;
    Found found = ask.found(it, "{} of {} decide by majority over two zones: losing the zone with {} of them stops it.",
                            "{2}의 {1}개가 두 영역에서 다수결로 정합니다. {3}개가 있는 영역을 잃으면 멈춥니다.",
                            members, it, members / 2 + 1);
    found.fix(say("Span a third zone", "세 번째 영역에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kRel004{
    .id = "REL-004",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A quorum over two zones", "두 영역에 나뉜 정족수"},
    .why = {"Three members over two zones are two and one: when the zone with two is lost, the one left has no "
            "majority and stops.",
            "셋을 두 영역에 나누면 둘과 하나입니다. 둘이 있는 영역을 잃으면 남은 하나는 과반이 되지 못해 멈춥니다."},
    .mend = {"Use three zones, one member in each.", "세 영역에 하나씩 두세요."},
    .page = "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/availability-zones.html",
    .anchors = "wellarchitected:REL10-BP01",
    .on = "role:fleet opensearch msk",
    .checkElement = checkRel004,
};

} // namespace sky::checks
