// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkRel005(Ask& ask, const Thing& it) {
    const auto target = ask.goal("rpo");
    if (!target || it.flag("dataDurable") == Truth::No) return;
    const Quantity wanted = *target;
    if (it.plays(role::kVolume)) {
        if (it.saidIs("snapshots", "none") == Truth::Yes)
            ask.found(it, "{} is never backed up, but at most {} of data may be lost.",
                      "{}은(는) 백업되지 않는데 데이터는 최대 {}분량까지만 잃어도 됩니다.", it, wanted)
                .fix(say("Back up {} every {}", "{}을(를) {}마다 백업하기", it.name(), toText(wanted)),
                     mends::then(mends::set(it, "snapshots", std::string("backup")),
                                 mends::set(it, "snapshotEvery", wanted)));
        else if (const auto every = it.property("snapshotEvery").quantity();
                 it.isSet("snapshots") && every && every->amount > wanted.amount)
            ask.found(it, "{} is backed up every {}, but at most {} of data may be lost.",
                      "{}은(는) {}마다 백업되는데 데이터는 최대 {}분량까지만 잃어도 됩니다.", it, *every, wanted)
                .fixBySetting(it, "snapshotEvery", wanted);
        return;
    }
    const auto kept = it.property("backupRetention").quantity();
    if (!kept || !it.isSet("backupRetention") || kept->amount != 0 || it.plays(role::kCache)) return;
    for (const Wire& copy : it.wires(LinkKind::Replication)) {
        const auto lag = copy.property("lag").quantity();
        if (copy.from() == it && lag && lag->amount <= wanted.amount) return;
    }
    ask.found(it, "{} keeps no backups, but at most {} of data may be lost.",
              "{}에 백업이 없는데 데이터는 최대 {}분량까지만 잃어도 됩니다.", it, wanted)
        .fixBySetting(it, "backupRetention", Quantity{std::int64_t{7} * 24 * 3600 * 1000000000, Unit::Duration});
}

extern const Rule kRel005{
    .id = "REL-005",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A recovery point objective that is not met", "지켜지지 않는 복구 시점 목표"},
    .why =
        {"The recovery point objective says how much of the latest data may be lost. What is copied less often loses "
         "more.",
         "복구 시점 목표(RPO)는 최근 데이터를 얼마나 잃어도 되는지 정합니다. 그보다 드물게 복사하면 더 많이 잃습니다."},
    .mend = {"Back up or replicate at least as often.", "적어도 그만큼 자주 백업하거나 복제하세요."},
    .accept = {"The data can be made anew.", "데이터를 다시 만들 수 있을 때."},
    .page = "https://docs.aws.amazon.com/resilience-hub/latest/userguide/resil-recs.html",
    .anchors = "resiliencehub:RPO",
    .on = "role:volume role:database",
    .checkElement = checkRel005,
};

} // namespace sky::checks
