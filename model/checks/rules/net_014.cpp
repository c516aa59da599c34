// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet014(Ask& ask, const Thing& it) {
    const Thing vpc = it.vpc();
    if (!vpc || it.equals("connectivity", "public") != Truth::Yes || !vpc.gateways(role::kInternetGateway).empty())
        return;
    Found found = ask.found(it, "{1} has no internet gateway, so {2} cannot reach the internet.",
                            "{1}에 인터넷 게이트웨이가 없어 {2}이(가) 인터넷에 닿지 못합니다.", vpc, it);
    found.cause("no-gateway:" + vpc.id().str());
    if (it.subnet())
        found.fix(say("Add an internet gateway and a route", "인터넷 게이트웨이와 경로 추가하기"),
                  mends::makePublic(it.subnet()));
}

extern const Rule kNet014{
    .id = "NET-014",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A NAT gateway in a VPC without an internet gateway", "인터넷 게이트웨이가 없는 VPC의 NAT 게이트웨이"},
    .why = {"A NAT gateway translates addresses; the way to the internet is the internet gateway of the VPC.",
            "NAT 게이트웨이는 주소를 바꿀 뿐이며 인터넷으로 나가는 길은 VPC의 인터넷 게이트웨이입니다."},
    .mend = {"Attach an internet gateway and route the NAT gateway's subnet to it.",
             "인터넷 게이트웨이를 연결하고 NAT 게이트웨이의 서브넷에서 그리로 경로를 내세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html",
    .anchors = "reachability-analyzer:NO_ROUTE_TO_DESTINATION",
    .on = "role:nat",
    .checkElement = checkNet014,
};

} // namespace sky::checks
