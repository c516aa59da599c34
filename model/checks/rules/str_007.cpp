// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr007(Ask& ask, const Thing& volume) {
    for (const Thing& instance : volume.holders()) {
        if (volume.placement().byHolder || sameZone(volume, instance) != Truth::No) continue;
        ask.found(volume, "Volume {} is in zone {}, instance {} in zone {}: they cannot be attached.",
                  "볼륨 {}은(는) 영역 {}에, 인스턴스 {}은(는) 영역 {}에 있어 연결할 수 없습니다.", volume, volume.zone()->letter,
                  instance, instance.zone()->letter)
            .fix(say("Move {} to {}", "{}을(를) {}(으)로 옮기기", volume.name(), instance.subnet().name()),
                 mends::moveInto(volume, instance.subnet()));
    }
}

extern const Rule kStr007{
    .id = "STR-007",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A volume and its instance are in different zones", "볼륨과 인스턴스가 서로 다른 영역에 있음"},
    .why = {"An EBS volume lives in one Availability Zone and attaches only to instances of that zone.",
            "EBS 볼륨은 한 가용 영역에 있으며 그 영역의 인스턴스에만 연결됩니다."},
    .mend = {"Move one of them. A volume moves to another zone only as a copy made from a snapshot.",
             "둘 중 하나를 옮기세요. 볼륨은 스냅샷으로 만든 사본으로만 다른 영역에 옮길 수 있습니다."},
    .page = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html",
    .on = "role:volume",
    .checkElement = checkStr007,
};

} // namespace sky::checks
