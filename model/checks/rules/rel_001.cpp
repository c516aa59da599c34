// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static bool hasChoiceRel001(const Thing& it, std::string_view choice) {
    const catalog::Property* property = it.service()->property("multiAz");
    if (property)
        for (const catalog::Choice& each : property->choices)
            if (each.key == choice) return true;
    return false;
}

static void checkRel001(Ask& ask) {
    if (!ask.production()) return;
    for (const FailureFacts& failure : ask.failures(1)) {
        if (failure.ofRegion || failure.ofZone || failure.events.size() != 1) continue;
        const std::string& id = failure.events.front();
        if (const Wire wire = ask.wire(LinkId(id))) {
            ask.found(wire, "{}", "{}", failure.text).cause("spof:" + id);
            continue;
        }
        const Thing it = ask.thing(ElementId(id));
        if (!it || it.plays(role::kInstance)) continue; // CMP-001
        Found found = ask.found(it, "{}", "{}", failure.text);
        found.cause("spof:" + id);
        if (it.equals("multiAz", "no") == Truth::Yes && it.drawnZones().size() >= 2 && it.plays(role::kDatabase))
            found.fixBySetting(it, "multiAz", std::string(hasChoiceRel001(it, "instance") ? "instance" : "cluster"));
        else if (it.plays(role::kFleet) && it.drawnZones().size() >= 2)
            found.fix(say("At least two instances of {}", "{}의 인스턴스를 둘 이상으로", it.name()),
                      mends::atLeast(it, 2));
    }
}

extern const Rule kRel001{
    .id = "REL-001",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A single point of failure", "단일 장애점"},
    .why = {"When this one thing fails, nobody is served any more: nothing else can take its place.",
            "이것 하나가 멈추면 대신할 것이 없어 아무도 서비스를 받지 못합니다."},
    .mend = {"Give it a second one in another zone, a standby, or a way around it.",
             "다른 영역에 하나 더 두거나 대기 인스턴스나 우회로를 만드세요."},
    .accept = {"An outage of this length is agreed on.", "이 정도 중단은 합의된 경우."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
            "rel_fault_isolation_multiaz_region_system.html",
    .anchors = "resiliencehub:AZ wellarchitected:REL10-BP01",
    .checkDesign = checkRel001,
};

} // namespace sky::checks
