// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet037(Ask& ask, const Thing& it) {
    const Thing vpc = it.vpc();
    if (!vpc || it.equals("type", "interface") != Truth::Yes || it.flag("privateDns") != Truth::Yes) return;
    const bool asked = it.said("privateDns") == Truth::Yes;
    const auto off = [&](std::string_view key) { return (asked ? vpc.flag(key) : vpc.said(key)) == Truth::No; };
    if (off("dnsSupport") || off("dnsHostnames"))
        ask.found(it, "{1} wants private DNS, but {2} has {3} off.",
                  "{1}은(는) 프라이빗 DNS가 필요한데 {2}의 {3}이(가) 꺼져 있습니다.", it, vpc,
                  off("dnsSupport") ? say("DNS resolution", "DNS 확인") : say("DNS hostnames", "DNS 호스트 이름"))
            .also(vpc)
            .fix(say("Turn both on in {}", "{}에서 둘 다 켜기", vpc.name()),
                 mends::then(mends::set(vpc, "dnsSupport", true), mends::set(vpc, "dnsHostnames", true)));
    const std::string* target = it.text("target");
    for (const Thing& other : vpc.children()) {
        const std::string* theirs = other.text("target");
        if (!other.plays(role::kEndpoint) || !(other.id() < it.id()) || !target || !theirs || *target != *theirs)
            continue;
        if (other.equals("type", "interface") != Truth::Yes || other.flag("privateDns") != Truth::Yes) continue;
        ask.found(it, "{} and {} both want the private name of {} in {}; only one can have it.",
                  "{}와(과) {}이(가) {4}에서 {3}의 프라이빗 이름을 함께 원하지만 하나만 가질 수 있습니다.", other, it,
                  *target, vpc)
            .also(other)
            .fixBySetting(it, "privateDns", false);
        return;
    }
}

extern const Rule kNet037{
    .id = "NET-037",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Private DNS that cannot work", "동작할 수 없는 프라이빗 DNS"},
    .why = {"Private DNS answers the service's usual name with the endpoint's addresses. It needs DNS resolution and "
            "DNS hostnames of the VPC, and one endpoint a service.",
            "프라이빗 DNS는 서비스의 원래 이름에 엔드포인트의 주소로 답합니다. VPC의 DNS 확인과 DNS 호스트 이름이 "
            "필요하고 서비스마다 엔드포인트 하나만 가능합니다."},
    .mend = {"Turn both DNS settings of the VPC on.", "VPC의 두 DNS 설정을 켜세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",
    .anchors = "cfn-lint:E3064",
    .on = "role:endpoint",
    .checkElement = checkNet037,
};

} // namespace sky::checks
