// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkHyb002(Ask& ask, const Wire& it) {
    if (!ask.production()) return;
    const Thing site =
        it.from().around(role::kOnPremises) ? it.from().around(role::kOnPremises) : it.to().around(role::kOnPremises);
    const Thing ends[] = {it.from(), it.to()};
    for (const Thing& end : ends)
        for (const Wire& other : end.wires())
            if (other != it && (other.kind() == LinkKind::Vpn || other.kind() == LinkKind::DirectConnect))
                return; // a second way
    for (const Thing& inside : site.children())
        for (const Wire& other : inside.wires())
            if (other != it && (other.kind() == LinkKind::Vpn || other.kind() == LinkKind::DirectConnect)) return;
    const auto connections = it.amount("connections").value_or(1);
    const auto locations = it.amount("locations").value_or(1);
    if (connections < 2)
        ask.found(it, "{} is one line: it is without any while AWS or the carrier works on it.",
                  "{}은(는) 회선이 하나라 AWS나 통신사가 작업하는 동안 연결이 없습니다.", it)
            .fix(say("Two connections at two locations", "두 위치에 연결 둘"),
                 mends::then(mends::set(it, "connections", mends::count(2)),
                             mends::set(it, "locations", mends::count(2))));
    else if (locations < 2)
        ask.found(it, "Both lines of {} end in one building.", "{}의 회선이 모두 한 건물에서 끝납니다.", it)
            .severity(Severity::Info)
            .fixBySetting(it, "locations", mends::count(2));
}

extern const Rule kHyb002{
    .id = "HYB-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A single Direct Connect line", "회선이 하나뿐인 Direct Connect"},
    .why = {"A Direct Connect line is a cable at one place. AWS promises 99.99% only for lines at two locations; a VPN "
            "as a second way is cheap and slower.",
            "Direct Connect 회선은 한 곳의 케이블입니다. AWS는 두 위치의 회선에만 99.99%를 약속하며 VPN은 싸고 느린 "
            "예비 경로입니다."},
    .mend = {"Add a second connection at another location, or a VPN.",
             "다른 위치에 두 번째 연결을 두거나 VPN을 추가하세요."},
    .accept = {"The site can do without for a day.", "하루쯤 끊겨도 될 때."},
    .page = "https://docs.aws.amazon.com/directconnect/latest/UserGuide/resiliency_toolkit.html",
    .anchors = "prowler:directconnect_connection_redundancy prowler:directconnect_virtual_interface_redundancy "
               "trustedadvisor:AWS-Direct-Connect-Connection-Redundancy wellarchitected:REL02-BP02",
    .on = "link:direct-connect",
    .checkLink = checkHyb002,
};

} // namespace sky::checks
