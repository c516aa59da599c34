// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkStr001(Ask& ask, const Thing& it) {
    const Thing box = it.around(role::kZone);
    const std::string* own = it.text(topology::key::kZone);
    const std::string* drawn = box.text(topology::key::kZone);
    if (!own && !box) return ask.needs(it, topology::key::kZone);
    if (own && drawn && *own != *drawn)
        ask.found(it, "Subnet {} is drawn in zone {} but says zone {}; a subnet lies in exactly one.",
                  "서브넷 {}이(가) 영역 {} 안에 그려졌지만 속성은 영역 {}입니다. 서브넷은 한 영역에만 있습니다.", it,
                  *drawn, *own)
            .fix(say("Leave {} in zone {}", "{}을(를) 영역 {}에 두기", it.name(), *drawn),
                 mends::unset(it, topology::key::kZone));
    const Thing outer = box.around(role::kZone);
    const std::string* around = outer.text(topology::key::kZone);
    if (drawn && around && *drawn != *around)
        ask.found(it, "Subnet {} is drawn in zones {} and {}; a subnet lies in exactly one.",
                  "서브넷 {}이(가) 영역 {}와(과) {} 안에 그려졌습니다. 서브넷은 한 영역에만 있습니다.", it, *drawn,
                  *around)
            .fix(say("Move zone {} out of zone {}", "영역 {}을(를) 영역 {} 밖으로 옮기기", *drawn, *around),
                 mends::moveInto(box, outer.parent()));
}

extern const Rule kStr001{
    .id = "STR-001",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A subnet in two zones", "두 영역에 걸친 서브넷"},
    .why = {"A subnet lies in exactly one Availability Zone; it cannot span zones.",
            "서브넷은 가용 영역 하나에만 있으며 여러 영역에 걸칠 수 없습니다."},
    .mend = {"Let the subnet stand in one zone. For a second zone make a second subnet.",
             "서브넷을 한 영역에 두세요. 두 번째 영역에는 서브넷을 하나 더 만드세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
    .on = "role:subnet",
    .checkElement = checkStr001,
};

} // namespace sky::checks
