// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkSto006(Ask& ask, const Thing& it) {
    if (it.equals("type", "gp2") != Truth::Yes) return;
    const std::int64_t gib = it.amount("size").value_or(0) >> 30;
    const std::int64_t iops = std::clamp<std::int64_t>(3 * gib, 3000, 16000);
    // gp2 gives 128 MiB/s up to 170 GiB, then 256 KiB for each of its 3 IOPS per GiB, 250 MiB/s from 334 GiB on.
    const std::int64_t mebibytes = gib <= 170 ? 128 : std::clamp<std::int64_t>(gib * 3 / 4, 128, 250);
    const Mend same =
        mends::then(mends::set(it, "type", std::string("gp3")),
                    mends::then(mends::set(it, "iops", mends::count(iops)),
                                mends::set(it, "throughput", Quantity{mebibytes * (8LL << 20), Unit::Bandwidth})));
    ask.found(it, "{} is a gp2 volume; gp3 costs a fifth less per GiB and gives 3,000 IOPS at any size.",
              "{}은(는) gp2 볼륨입니다. gp3는 GiB당 20% 싸고 크기와 상관없이 3,000 IOPS를 줍니다.", it)
        .fix(say("gp3 with {} IOPS and {} MiB/s", "{} IOPS, {} MiB/s의 gp3로", iops, mebibytes), same);
}

extern const Rule kSto006{
    .id = "STO-006",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A gp2 volume where gp3 is cheaper", "gp3가 더 싼데도 쓰는 gp2 볼륨"},
    .why = {"gp2 ties speed to size, so that people buy space for speed. gp3 has both apart and costs less per GiB. "
            "The change is made while the volume is in use.",
            "gp2는 속도가 크기에 묶여 속도를 위해 용량을 사게 됩니다. gp3는 둘을 따로 정하고 GiB당 더 쌉니다. 사용 "
            "중에도 바꿀 수 있습니다."},
    .mend = {"Change the type to gp3 with at least the same IOPS and throughput.",
             "같은 IOPS와 처리량 이상의 gp3로 바꾸세요."},
    .page = "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html",
    .anchors = "wellarchitected:COST06-BP02",
    .on = "ebs",
    .checkElement = checkSto006,
};

} // namespace sky::checks
