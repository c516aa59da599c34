// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp017(Ask& ask, const Thing& it) {
    const auto zones = it.drawnZones();
    if (!it.knowsZones() || zones.size() >= 2) return;
    ask.found(it, "{} has subnets in zone {} only; EKS places its control plane in two.",
              "{}의 서브넷이 영역 {}에만 있습니다. EKS는 컨트롤 플레인을 두 영역에 둡니다.", it, zones.front().letter)
        .cause("zones:" + it.id().str())
        .fix(say("Span a subnet in another zone", "다른 영역의 서브넷에도 걸치기"), mends::spanAnotherZone(it));
}

extern const Rule kCmp017{
    .id = "CMP-017",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"An EKS cluster with subnets in one zone", "한 영역의 서브넷만 가진 EKS 클러스터"},
    .why = {"EKS refuses a cluster whose subnets are not in at least two Availability Zones.",
            "서브넷이 두 가용 영역 이상에 있지 않은 EKS 클러스터는 만들 수 없습니다."},
    .mend = {"Let it span a subnet in a second zone.", "두 번째 영역의 서브넷에도 걸치게 하세요."},
    .page = "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    .on = "eks",
    .checkElement = checkCmp017,
};

} // namespace sky::checks
