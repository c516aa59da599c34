// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp003(Ask& ask, const Thing& fleet) {
    const auto least = fleet.amount("min");
    const auto desired = fleet.amount("desired");
    const auto most = fleet.amount("max");
    const auto shown = [](const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "?"; };
    if ((!least || !desired || *least <= *desired) && (!desired || !most || *desired <= *most) &&
        (!least || !most || *least <= *most))
        return;
    const std::int64_t low = least.value_or(0);
    const std::int64_t high = std::max(most.value_or(desired.value_or(low)), low);
    const std::int64_t middle = std::clamp(desired.value_or(low), low, high);
    const Mend limits = mends::then(mends::set(fleet, "max", mends::count(high)),
                                    mends::set(fleet, "desired", mends::count(middle)));
    ask.found(fleet, "{} wants min {}, desired {}, max {}: AWS asks for min ≤ desired ≤ max.",
              "{}의 최소 {}, 희망 {}, 최대 {}: AWS는 최소 ≤ 희망 ≤ 최대를 요구합니다.", fleet, shown(least),
              shown(desired), shown(most))
        .fix(say("Desired {}, max {}", "희망 {}, 최대 {}", middle, high), limits);
}

extern const Rule kCmp003{
    .id = "CMP-003",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Group sizes that contradict each other", "서로 어긋나는 그룹 크기"},
    .why = {"AWS refuses an Auto Scaling group whose desired size is not between its minimum and its maximum.",
            "AWS는 희망 크기가 최소와 최대 사이에 있지 않은 Auto Scaling 그룹을 거부합니다."},
    .mend = {"Put the three numbers in order.", "세 숫자의 순서를 맞추세요."},
    .page = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
    .anchors = "cfn-lint:E3706",
    .on = "role:fleet",
    .checkElement = checkCmp003,
};

} // namespace sky::checks
