// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr008(Ask& ask, const Thing& it) {
    const std::vector<Thing> holders = it.holders();
    if (holders.size() < 2) return;
    const Truth provisioned = it.equals("type", "io1") | it.equals("type", "io2");
    bool apart = holders.size() > 16;
    for (const Thing& holder : holders) apart = apart || sameZone(holders.front(), holder) == Truth::No;
    if (!apart && (provisioned & it.flag("multiAttach")) != Truth::No) return;
    Found found = ask.found(
        it,
        "{} is attached to {}; only io1 and io2 volumes with Multi-Attach may be, to at most 16 instances of one zone.",
        "{}이(가) {}에 연결되었습니다. 다중 연결을 켠 io1, io2 볼륨만 한 영역의 인스턴스 16개까지 연결할 수 있습니다.",
        it, holders);
    if (!apart && provisioned == Truth::Yes) found.fixBySetting(it, "multiAttach", true);
    Mend only = [](edit::Draft&) {};
    for (const Wire& wire : it.wires(LinkKind::Attach))
        if (!(wire.to() == holders.front())) only = mends::then(only, mends::remove(wire));
    found.fix(say("Attach it to {} alone", "{}에만 연결하기", holders.front().name()), only);
}

extern const Rule kStr008{
    .id = "STR-008",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A volume attached to several instances", "여러 인스턴스에 연결된 볼륨"},
    .why =
        {"An EBS volume attaches to one instance at a time. Multi-Attach exists for io1 and io2 only, within one zone.",
         "EBS 볼륨은 한 번에 인스턴스 하나에만 연결됩니다. 다중 연결은 io1과 io2에만, 한 영역 안에서만 됩니다."},
    .mend = {"Give each instance its own volume, or share files through EFS.",
             "인스턴스마다 볼륨을 따로 두거나 EFS로 파일을 공유하세요."},
    .page = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html",
    .on = "role:volume",
    .checkElement = checkStr008,
};

} // namespace sky::checks
