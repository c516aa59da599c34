// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

// What remains when the fullest zone is lost.
static std::int64_t afterLoss(std::int64_t count, std::int64_t zones) {
    return count - (count + zones - 1) / zones;
}

static void checkCmp004(Ask& ask, const Thing& it) {
    const auto needed = it.saidAmount("needed");
    const auto desired = it.amount("desired");
    const auto zones = static_cast<std::int64_t>(it.drawnZones().size());
    if (!needed || !desired || !it.knowsZones() || zones < 2) return;
    const std::int64_t left = afterLoss(*desired, zones);
    if (left >= *needed || *desired < *needed) return; // below its need with all zones up: another matter
    std::int64_t enough = *desired;
    while (afterLoss(enough, zones) < *needed) ++enough;
    Mend raise = mends::set(it, "desired", mends::count(enough));
    if (it.amount("max").value_or(enough) < enough)
        raise = mends::then(mends::set(it, "max", mends::count(enough)), raise);
    ask.found(
           it, "If a zone fails, {1} is left with {2} of the {3} it needs, until replacements have started.",
           "영역 하나가 멈추면 {1}에는 필요한 {3}개 가운데 {2}개만 남고, 대체할 인스턴스가 시작될 때까지 모자랍니다.",
           it, left, *needed)
        .fix(say("Run {} of them", "{}개 실행하기", enough), raise);
}

extern const Rule kCmp004{
    .id = "CMP-004",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A group that is too small once a zone is gone", "영역 하나를 잃으면 모자라는 그룹"},
    .why = {"Instances take minutes to start, and when a zone fails everybody starts some. What must go on has to run "
            "already: N zones carry the load with one of them gone.",
            "인스턴스가 시작되는 데는 몇 분이 걸리고 영역이 멈추면 모두가 한꺼번에 시작합니다. 계속되어야 하는 일은 "
            "이미 실행 중이어야 합니다."},
    .mend = {"Raise the desired size, so that what is left after losing a zone suffices.",
             "영역 하나를 잃고도 충분하도록 희망 크기를 늘리세요."},
    .accept = {"A few minutes with less are fine.", "몇 분쯤 모자라도 괜찮을 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
            "rel_withstand_component_failures_static_stability.html",
    .anchors = "wellarchitected:REL11-BP05",
    .on = "role:fleet",
    .checkElement = checkCmp004,
};

} // namespace sky::checks
