// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

namespace sky::checks {

static void checkSec003(Ask& ask, const Thing& group) {
    for (const AdmitRow& row : admitted(group)) {
        if (!row.fromEverywhere || (row.protocol != "all" && row.portCount() < 60000)) continue;
        ask.found(group, "{} admits {} from {}: every service behind it is open to the world.",
                  "{1}이(가) {3}에서 오는 {2}을(를) 허용합니다. 뒤에 있는 모든 서비스가 세상에 열려 있습니다.", group,
                  row.protocol == "all" ? say("everything", "모든 트래픽")
                                        : say("{} ports {}", "{} 포트 {}", row.protocol, row.portText),
                  row.from)
            .fix(say("Remove this rule from {}", "{}에서 이 규칙 지우기", group.name()),
                 mends::removeRow(group, "in", row.row));
    }
}

extern const Rule kSec003{
    .id = "SEC-003",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A security group that admits everything from everywhere", "어디서 오는 무엇이든 허용하는 보안 그룹"},
    .why = {"A security group is the last filter before a server. One that admits all ports from the internet leaves "
            "every port somebody happens to listen on open to attack.",
            "보안 그룹은 서버 앞의 마지막 필터입니다. 인터넷에서 모든 포트를 허용하면 누군가 열어 둔 포트가 모두 공격에 "
            "노출됩니다."},
    .mend = {"Admit only the ports that are served, from those who need them.",
             "서비스하는 포트만, 필요한 상대에게만 허용하세요."},
    .accept = {"Hardly ever; a honeypot perhaps.", "거의 없습니다. 허니팟 정도입니다."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    .anchors = "securityhub:EC2.18 cdk-nag:AwsSolutions-EC23 cfn_nag:W42 "
               "prowler:ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
    .on = "role:security-group",
    .checkElement = checkSec003,
};

} // namespace sky::checks
