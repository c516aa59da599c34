// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec014(Ask& ask, const Wire& it) {
    const topology::LinkMeaning means = it.meaning();
    if (means.protocol.value != "http" || means.protocol.origin != topology::Origin::Set) return;
    const Thing from = it.from();
    const Thing to = it.to();
    if (from.is(Trait::Caller) && !from.is(Trait::Station)) return; // users: LB-009, EDGE-003
    const bool leavesVpc = from.vpc() && to.vpc() && from.vpc() != to.vpc();
    const bool leavesRegion = !from.region().empty() && !to.region().empty() && from.region() != to.region();
    const bool outside = (from.vpc() && to.is(Trait::Caller)) || (to.vpc() && from.is(Trait::Caller));
    if (!leavesVpc && !leavesRegion && !outside) return;
    ask.found(it, "{} talks to {} in plain HTTP across a network border.",
              "{}이(가) 네트워크 경계를 넘어 {}과(와) 암호화하지 않은 HTTP로 통신합니다.", from, to)
        .fixBySetting(it, "protocol", std::string("https"));
}

extern const Rule kSec014{
    .id = "SEC-014",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"Plain text across a network border", "경계를 넘는 평문 통신"},
    .why = {"What leaves a VPC or Region passes networks that others run; in plain text it can be read and changed on "
            "the way.",
            "VPC나 리전을 나가는 트래픽은 다른 이가 운영하는 네트워크를 지납니다. 평문이면 도중에 읽히거나 바뀔 수 "
            "있습니다."},
    .mend = {"Use TLS (HTTPS).", "TLS(HTTPS)를 쓰세요."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html",
    .anchors = "wellarchitected:SEC09-BP02",
    .on = "link:traffic",
    .checkLink = checkSec014,
};

} // namespace sky::checks
