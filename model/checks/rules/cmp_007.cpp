// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp007(Ask& ask, const Thing& it) {
    if (it.flag("instanceStore") != Truth::Yes || it.said("dataDurable") != Truth::Yes) return;
    for (const Thing& each : it.attachments())
        if (each.plays(role::kVolume)) return;
    for (const Wire& call : it.calls())
        if (call.to().plays(role::kFileSystem)) return;
    ask.found(it, "{} keeps lasting data on its instance store: stopping it, or losing its host, loses that data.",
              "{}이(가) 남아야 할 데이터를 인스턴스 스토어에 둡니다. 중지하거나 호스트를 잃으면 데이터도 잃습니다.", it)
        .fix(say("Keep it on an EBS volume", "EBS 볼륨에 두기"), mends::attachNew(it, "ebs", it.parent()));
}

extern const Rule kCmp007{
    .id = "CMP-007",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"Lasting data on an instance store", "인스턴스 스토어에 둔 영구 데이터"},
    .why = {"The disks of the host are fast and belong to the instance only while it runs. Stop, hibernation and a "
            "failed host erase them; a reboot does not.",
            "호스트의 디스크는 빠르지만 실행 중에만 인스턴스의 것입니다. 중지, 최대 절전, 호스트 고장이면 지워지며 "
            "재부팅에는 남습니다."},
    .mend = {"Keep what must last on an EBS volume or EFS.", "남아야 할 것은 EBS 볼륨이나 EFS에 두세요."},
    .accept = {"Something else replicates it, as Cassandra does.", "Cassandra처럼 다른 것이 복제할 때."},
    .page = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html",
    .on = "ec2",
    .checkElement = checkCmp007,
};

} // namespace sky::checks
