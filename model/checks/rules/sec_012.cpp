// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec012(Ask& ask, const Thing& it) {
    if (it.flag("mapPublicIp") != Truth::Yes) return;
    std::vector<Thing> servers;
    for (const Thing& each : it.children())
        if (each.plays(role::kInstance)) servers.push_back(each);
    if (servers.empty()) return;
    ask.found(it, "Every instance started in {} gets a public address, {} among them.",
              "{}에서 시작하는 인스턴스는 모두 퍼블릭 주소를 받습니다. {}도 그렇습니다.", it, servers)
        .fixBySetting(it, "mapPublicIp", false);
}

extern const Rule kSec012{
    .id = "SEC-012",
    .severity = Severity::Info,
    .pillar = Pillar::Security,
    .title = {"A subnet that hands out public addresses", "퍼블릭 주소를 나눠 주는 서브넷"},
    .why = {"With automatic public addresses a server is on the internet without anybody deciding so.",
            "퍼블릭 주소를 자동으로 받으면 아무도 정하지 않았는데 서버가 인터넷에 드러납니다."},
    .mend = {"Turn it off and give an address to those that need one.", "끄고 필요한 것에만 주소를 주세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
    .anchors = "securityhub:EC2.15 checkov:CKV_AWS_130 trivy:AWS-0164 cfn_nag:W33 "
               "config:subnet-auto-assign-public-ip-disabled prowler:vpc_subnet_no_public_ip_by_default",
    .on = "role:subnet",
    .checkElement = checkSec012,
};

} // namespace sky::checks
