// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkSto009(Ask& ask, const Thing& it) {
    const auto subnets = it.subnets();
    std::vector<Thing> kept; // the first of each zone
    std::vector<Thing> extra;
    for (const Thing& subnet : subnets) {
        const bool second = std::any_of(kept.begin(), kept.end(),
                                        [&](const Thing& other) { return sameZone(other, subnet) == Truth::Yes; });
        (second ? extra : kept).push_back(subnet);
    }
    if (!extra.empty())
        ask.found(it, "{} would get a second mount target in the zone of {}; AWS allows one a zone.",
                  "{}의 탑재 대상이 {}의 영역에 둘이 됩니다. AWS는 영역마다 하나만 허용합니다.", it, extra)
            .fix(say("One mount target a zone", "영역마다 탑재 대상 하나"), mends::span(it, kept));
    if (it.equals("type", "one-zone") != Truth::Yes || !it.knowsZones() || it.drawnZones().size() < 2) return;
    const std::string* home = it.text("zone");
    std::vector<Thing> inside;
    for (const Thing& subnet : subnets)
        if (inside.empty() && (!home || home->empty() || subnet.zone()->letter == *home)) inside.push_back(subnet);
    if (inside.empty()) return;
    ask.found(it, "{} is a One Zone file system, yet spans {} zones; it has one mount target, in its own zone.",
              "{}은(는) One Zone 파일 시스템인데 영역 {}개에 걸쳐 있습니다. 탑재 대상은 자기 영역에 하나뿐입니다.", it,
              it.drawnZones().size())
        .fixBySetting(it, "type", std::string("regional"))
        .fix(say("Only in {}", "{}에만 두기", inside.front().name()), mends::span(it, inside));
}

extern const Rule kSto009{
    .id = "STO-009",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Mount targets that AWS does not allow", "AWS가 허용하지 않는 탑재 대상"},
    .why = {"A file system has at most one mount target in each Availability Zone, and a One Zone file system only "
            "one, in its own.",
            "파일 시스템의 탑재 대상은 가용 영역마다 하나이며, One Zone 파일 시스템은 자기 영역에 하나뿐입니다."},
    .mend = {"Let it span one subnet of each zone.", "영역마다 서브넷 하나에만 걸치게 하세요."},
    .page = "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    .on = "role:file-system",
    .checkElement = checkSto009,
};

} // namespace sky::checks
