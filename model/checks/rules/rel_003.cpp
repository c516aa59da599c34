// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkRel003(Ask& ask) {
    if (!ask.production()) return;
    for (const FailureFacts& failure : ask.failures(1)) {
        if (!failure.ofZone || failure.events.size() != 1) continue;
        Thing box;
        for (const Thing& each : ask.all(role::kZone))
            if (each.zone() && each.zone()->domain == failure.events.front() && !box) box = each;
        Found found = box ? ask.found(box, "{}", "{}", failure.text) : ask.foundInDesign("{}", "{}", failure.text);
        if (failure.because.size() == 1) found.cause("spof:" + failure.because.front().str());
        for (const ElementId& id : failure.because) {
            const Thing it = ask.thing(id);
            found.also(it);
            if (failure.because.size() == 1 && it.plays(role::kFleet) && it.drawnZones().size() == 1)
                found.fix(say("Let {} span another zone", "{}을(를) 다른 영역에도 걸치기", it.name()),
                          mends::then(mends::spanAnotherZone(it), mends::atLeast(it, 2)));
        }
    }
}

extern const Rule kRel003{
    .id = "REL-003",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"The loss of one zone stops the service", "한 영역을 잃으면 서비스가 멈춤"},
    .why = {"Availability Zones fail: power, cooling, networks, floods. AWS promises that two of them rarely do so at "
            "once, and leaves it to you to use both.",
            "가용 영역은 전력, 냉각, 네트워크, 침수로 멈출 수 있습니다. AWS는 둘이 함께 멈추는 일이 드물다고 "
            "보장하지만 둘 다 쓰는 것은 설계자의 몫입니다."},
    .mend = {"Give what is only there a second place in another zone.", "그 영역에만 있는 것을 다른 영역에도 두세요."},
    .accept = {"The outage of a zone is agreed on.", "영역 장애 동안의 중단이 합의된 경우."},
    .page = "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/availability-zones.html",
    .anchors = "resiliencehub:AZ wellarchitected:REL10-BP01",
    .checkDesign = checkRel003,
};

} // namespace sky::checks
