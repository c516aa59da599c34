// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec006(Ask& ask, const Thing& it) {
    const auto judge = [&](const Thing& thing) {
        if (!thing || thing.region().empty() || thing.region() == "us-east-1") return;
        const Mend mend = mends::then(mends::moveInto(thing, Thing()),
                                      mends::set(thing, topology::key::kRegion, std::string("us-east-1")));
        ask.found(thing, "{} is in {}; for {} it must be in us-east-1.",
                  "{}이(가) {}에 있습니다. {}에 쓰려면 us-east-1에 있어야 합니다.", thing, thing.region(), it)
            .fix(say("Create {} in us-east-1", "{}을(를) us-east-1에 만들기", thing.name()), mend);
    };
    judge(it.named("certificate"));
    for (const Thing& filter : it.attachments())
        if (filter.plays(role::kWebFilter)) judge(filter);
}

extern const Rule kSec006{
    .id = "SEC-006",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A certificate or web ACL for CloudFront outside us-east-1",
              "us-east-1 밖에 있는 CloudFront용 인증서나 웹 ACL"},
    .why = {"CloudFront is global and takes its certificates and web ACLs from the US East (N. Virginia) Region only.",
            "CloudFront는 글로벌 서비스이며 인증서와 웹 ACL을 미국 동부(버지니아 북부) 리전에서만 가져옵니다."},
    .mend = {"Create it in us-east-1. The load balancer behind needs a certificate of its own Region.",
             "us-east-1에 만드세요. 뒤의 로드 밸런서에는 자기 리전의 인증서가 따로 필요합니다."},
    .page = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
    .on = "role:cdn",
    .checkElement = checkSec006,
};

} // namespace sky::checks
