// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCost006(Ask& ask, const Thing& it) {
    if (!it.holders().empty()) return;
    ask.found(it, "{} is attached to nothing, and is billed by its size all the same.",
              "{}은(는) 아무것에도 연결되지 않았는데도 크기만큼 요금이 듭니다.", it)
        .fix(say("Remove {}; keep a snapshot of it", "{}을(를) 지우고 스냅샷으로 남기기", it.name()),
             mends::remove(it));
}

extern const Rule kCost006{
    .id = "COST-006",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A volume attached to nothing", "아무것에도 연결되지 않은 볼륨"},
    .why = {"A volume is billed for its provisioned size, attached or not.",
            "볼륨은 연결 여부와 관계없이 할당한 크기만큼 요금이 듭니다."},
    .mend = {"Attach it, or keep a snapshot and delete it.", "연결하거나 스냅샷만 남기고 삭제하세요."},
    .accept = {"It is kept ready on purpose.", "일부러 준비해 둘 때."},
    .page = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html",
    .anchors = "config:ec2-volume-inuse-check",
    .on = "role:volume",
    .checkElement = checkCost006,
};

} // namespace sky::checks
