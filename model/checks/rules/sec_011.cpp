// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkSec011(Ask& ask, const Thing& it) {
    if (!ask.production() || it.flag("sourceDestCheck") == Truth::No) return; // a NAT or firewall instance
    Thing address;
    for (const Thing& each : it.attachments())
        if (each.plays(role::kAddress)) address = each;
    if (it.flag("publicIp") != Truth::Yes && !address) return;
    for (const Wire& call : it.callers())
        if (comesFromInternet(call.from()) || !call.from().vpc()) return;
    Found found = ask.found(it, "{} has a public address, but nothing in the drawing calls it from the internet.",
                            "{}에 퍼블릭 주소가 있지만 인터넷에서 호출하는 것이 그려져 있지 않습니다.", it);
    Mend mend = it.flag("publicIp") == Truth::Yes ? mends::set(it, "publicIp", false) : Mend([](edit::Draft&) {});
    if (address) mend = mends::then(mend, mends::detach(address));
    found.fix(say("Take the public address away from {}", "{}의 퍼블릭 주소 없애기", it.name()), mend);
}

extern const Rule kSec011{
    .id = "SEC-011",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A public address that nothing needs", "아무도 쓰지 않는 퍼블릭 주소"},
    .why = {"Every public address is a door that must be watched, and is billed by the hour.",
            "퍼블릭 주소는 모두 지켜봐야 할 문이며 시간당 요금이 듭니다."},
    .mend = {"Put the server into a private subnet with a NAT gateway or endpoints, behind a load balancer if it "
             "serves users.",
             "서버를 NAT 게이트웨이나 엔드포인트가 있는 프라이빗 서브넷에 두고, 사용자를 받는다면 로드 밸런서 뒤에 "
             "두세요."},
    .accept = {"A bastion or NAT instance, or an address that saves a NAT gateway in a small design.",
               "배스천이나 NAT 인스턴스, 또는 작은 설계에서 NAT 게이트웨이를 아끼는 주소일 때."},
    .page = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    .anchors = "securityhub:EC2.9 checkov:CKV_AWS_88 trivy:AWS-0009 config:ec2-instance-no-public-ip "
               "prowler:ec2_instance_public_ip",
    .on = "role:instance",
    .checkElement = checkSec011,
};

} // namespace sky::checks
