// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkEdge001(Ask& ask, const Wire& it) {
    const Thing cdn = it.from();
    const Thing origin = it.to();
    if (!cdn.plays(role::kCdn) || cdn.flag("vpcOrigin") != Truth::No || !origin.vpc()) return;
    const bool inner = origin.plays(role::kLoadBalancer) && origin.equals("scheme", "internal") == Truth::Yes;
    const bool hidden = origin.plays(role::kInstance) && origin.subnet() &&
                        origin.subnet().exposure().exposure != topology::Exposure::Public;
    if (!inner && !hidden) return;
    ask.found(it, "{} cannot reach {}, which has no public address; a VPC origin would.",
              "{}이(가) 퍼블릭 주소가 없는 {}에 닿을 수 없습니다. VPC 오리진이면 닿습니다.", cdn, origin)
        .also({cdn, origin})
        .cause("blocked:" + it.id().str())
        .fixBySetting(cdn, "vpcOrigin", true);
}

extern const Rule kEdge001{
    .id = "EDGE-001",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A private origin without a VPC origin", "VPC 오리진이 없는 프라이빗 원본"},
    .why = {"CloudFront calls origins over the internet, unless they are set up as VPC origins (since November 2024), "
            "which it reaches inside the VPC.",
            "CloudFront는 인터넷으로 원본을 호출합니다. 2024년 11월부터는 VPC 오리진으로 VPC 안에서 닿을 수 있습니다."},
    .mend = {"Make it a VPC origin, or give the origin a public address.",
             "VPC 오리진으로 설정하거나 원본에 퍼블릭 주소를 주세요."},
    .page = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
    .on = "link:traffic",
    .checkLink = checkEdge001,
};

} // namespace sky::checks
