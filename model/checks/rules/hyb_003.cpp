// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkHyb003(Ask& ask, const Wire& it) {
    const Thing ends[] = {it.from(), it.to()};
    for (int i = 0; i < 2; ++i) {
        const Thing site = ends[i].around(role::kOnPremises);
        std::vector<Cidr> theirs;
        for (const std::string& text : site.texts("cidrs"))
            if (const auto block = parseCidr(text)) theirs.push_back(*block);
        std::vector<Thing> vpcs;
        if (ends[1 - i].plays(role::kTransitGateway))
            vpcs = ends[1 - i].attachments();
        else if (ends[1 - i].vpc())
            vpcs.push_back(ends[1 - i].vpc());
        for (const Thing& vpc : vpcs)
            if (const auto clash = overlapOf(theirs, vpc.cidrs()))
                ask.found(it,
                          "{} ({}) and {} ({}) overlap: inside the VPC its own route wins, and answers never leave.",
                          "{}({})와(과) {}({})이(가) 겹칩니다. VPC 안에서는 자체 경로가 이겨 응답이 나가지 않습니다.",
                          site, clash->mine, vpc, clash->theirs)
                    .also({site, vpc});
    }
}

extern const Rule kHyb003{
    .id = "HYB-003",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A site whose addresses overlap a VPC", "VPC와 주소가 겹치는 사이트"},
    .why = {"The local route of a VPC comes before all others. Addresses that exist on both sides are always taken for "
            "the VPC's own.",
            "VPC의 로컬 경로가 항상 우선합니다. 양쪽에 있는 주소는 늘 VPC 것으로 여겨집니다."},
    .mend = {"Renumber one of them, or translate addresses on the way.",
             "한쪽의 주소를 바꾸거나 중간에서 주소를 변환하세요."},
    .page = "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html",
    .anchors = "wellarchitected:REL02-BP05",
    .on = "link:vpn link:direct-connect",
    .checkLink = checkHyb003,
};

} // namespace sky::checks
