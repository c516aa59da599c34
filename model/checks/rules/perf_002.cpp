// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkPerf002(Ask& ask, const Thing& it) {
    if (it.plays(role::kCache) || it.amount(topology::key::kReaders).value_or(0) > 0) return;
    for (const Wire& copy : it.wires(LinkKind::Replication))
        if (copy.from() == it) return;
    std::vector<Thing> readers;
    for (const Wire& call : it.callers()) {
        const auto writes = call.link().properties.quantity("writes");
        if (!writes || toDouble(*writes) >= 0.2) return; // unset, or not read-heavy
        for (const Wire& other : call.from().calls())
            if (other.to().plays(role::kCache)) return;
        readers.push_back(call.from());
    }
    if (readers.empty()) return;
    ask.found(
        it, "{} serves every read of {}: more than 80% of the calls only read, and no cache or replica takes them.",
        "{}이(가) {}의 모든 읽기를 처리합니다. 호출의 80% 이상이 읽기인데 캐시나 복제본이 없습니다.", it, readers);
}

extern const Rule kPerf002{
    .id = "PERF-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Performance,
    .title = {"A read-heavy database without a cache or replica", "캐시도 복제본도 없는 읽기 위주 데이터베이스"},
    .why = {"Reads can be answered elsewhere: a cache answers in under a millisecond, a replica takes load from the "
            "primary. Writes cannot.",
            "읽기는 다른 곳에서 응답할 수 있습니다. 캐시는 1ms 안에 응답하고 복제본은 기본 인스턴스의 부하를 나눕니다. "
            "쓰기는 나눌 수 없습니다."},
    .mend = {"Add a read replica or a cache.", "읽기 전용 복제본이나 캐시를 추가하세요."},
    .accept = {"The database is far from its limits.", "데이터베이스에 여유가 많을 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/data-management.html",
    .anchors = "wellarchitected:PERF03-BP05",
    .on = "role:database",
    .checkElement = checkPerf002,
};

} // namespace sky::checks
