// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"
#include "checks/security_rules.h"

#include <algorithm>

namespace sky::checks {

static void checkSec001(Ask& ask, const Thing& it) {
    for (const AdmitRow& row : admitted(it)) {
        if (!row.fromEverywhere || !row.isFor("tcp") || row.protocol == "all" || row.portCount() >= 60000) continue;
        for (const int port : {22, 3389}) {
            if (!row.covers(port)) continue;
            const std::vector<Thing> members = it.members();
            const bool exposed =
                std::any_of(members.begin(), members.end(), [](const Thing& each) { return facesInternet(each); });
            const char* what = port == 22 ? "SSH" : "RDP";
            Found found =
                exposed
                    ? ask.found(it, "{} opens {} (port {}) to the whole internet; {} can be attacked there.",
                                "{1}이(가) {2}(포트 {3})을(를) 인터넷 전체에 엽니다. {4}이(가) 공격받을 수 있습니다.",
                                it, what, port, members)
                    : ask.found(it,
                                "{} opens {} (port {}) to the whole internet, though nothing in it can be reached from "
                                "there.",
                                "{1}이(가) {2}(포트 {3})을(를) 인터넷 전체에 엽니다. 다만 속한 것 중 인터넷에서 닿는 "
                                "것은 없습니다.",
                                it, what, port)
                          .severity(Severity::Info);
            found.fix(say("Remove this rule; use Session Manager", "이 규칙을 지우고 Session Manager 쓰기"),
                      mends::removeRow(it, "in", row.row));
        }
    }
}

extern const Rule kSec001{
    .id = "SEC-001",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"SSH or RDP open to the internet", "인터넷에 열린 SSH나 RDP"},
    .why = {"Ports 22 and 3389 are scanned around the clock; every weak password or unpatched server behind them is "
            "found within hours.",
            "포트 22와 3389는 쉬지 않고 스캔당합니다. 뒤에 있는 약한 암호나 패치되지 않은 서버는 몇 시간 안에 "
            "발견됩니다."},
    .mend = {"Log in through Systems Manager Session Manager or an EC2 Instance Connect Endpoint, or admit your own "
             "address alone.",
             "Systems Manager Session Manager나 EC2 Instance Connect Endpoint로 접속하거나 자기 주소만 허용하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    .anchors = "securityhub:EC2.13 securityhub:EC2.14 trivy:AWS-0107 config:restricted-ssh "
               "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22 checkov:CKV_AWS_24",
    .on = "role:security-group",
    .checkElement = checkSec001,
};

} // namespace sky::checks
