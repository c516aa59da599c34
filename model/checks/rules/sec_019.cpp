// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

namespace sky::checks {

static void checkSec019(Ask& ask, const Thing& it) {
    for (const int port : {22, 3389})
        for (const AdmitRow& row : aclRows(it, true)) {
            if (!row.isFor("tcp") || !row.covers(port) || row.from != "0.0.0.0/0") continue;
            if (!row.allows || row.portCount() > 100) break; // denied first, or one of the wide rules replies need
            ask.found(it, "{} admits {} from anywhere (rule {}).",
                      "{1}이(가) 어디서나 오는 {2}을(를) 허용합니다(규칙 {3}).", it, port == 22 ? "SSH" : "RDP",
                      row.number)
                .fix(say("Remove rule {}", "규칙 {} 지우기", row.number), mends::removeRow(it, "in", row.row));
            break;
        }
}

extern const Rule kSec019{
    .id = "SEC-019",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A network ACL that admits SSH or RDP from anywhere", "어디서나 SSH나 RDP를 허용하는 네트워크 ACL"},
    .why = {"A network ACL holds for a whole subnet. A rule for port 22 from everywhere defeats what the security "
            "groups try to keep out.",
            "네트워크 ACL은 서브넷 전체에 적용됩니다. 모든 곳에서 오는 22번 포트 규칙은 보안 그룹이 막으려는 것을 다시 "
            "엽니다."},
    .mend = {"Admit the addresses that need it, or none.", "필요한 주소만 허용하거나 허용하지 마세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    .anchors = "securityhub:EC2.21 trivy:AWS-0105 config:nacl-no-unrestricted-ssh-rdp "
               "prowler:ec2_networkacl_allow_ingress_tcp_port_22",
    .on = "role:network-acl",
    .checkElement = checkSec019,
};

} // namespace sky::checks
