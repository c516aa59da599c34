// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb006(Ask& ask, const Thing& it) {
    if (it.flag("publiclyAccessible") != Truth::Yes) return;
    bool open = false;
    for (const Thing& subnet : it.subnets()) open = open || subnet.exposure().exposure == topology::Exposure::Public;
    if (open || it.subnets().empty())
        ask.found(it, "{} gets a public address: only its security group stands between the internet and your data.",
                  "{}에 퍼블릭 주소가 생깁니다. 인터넷과 데이터 사이에는 보안 그룹만 남습니다.", it)
            .fixBySetting(it, "publiclyAccessible", false);
    else
        ask.found(it, "{} gets a public address that nobody can use: its subnets have no route to the internet.",
                  "{}에 퍼블릭 주소가 생기지만 서브넷에 인터넷 경로가 없어 아무도 쓸 수 없습니다.", it)
            .severity(Severity::Info)
            .fixBySetting(it, "publiclyAccessible", false);
}

extern const Rule kDb006{
    .id = "DB-006",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A database with a public address", "퍼블릭 주소가 있는 데이터베이스"},
    .why = {"A publicly accessible database answers to a name on the internet. Everybody may try; passwords and one "
            "security group are all that holds.",
            "퍼블릭 액세스가 가능한 데이터베이스는 인터넷 이름으로 응답합니다. 누구나 시도할 수 있고 암호와 보안 그룹 "
            "하나만이 막고 있습니다."},
    .mend = {"Turn public access off, and reach it from inside the VPC, through a VPN or Session Manager.",
             "퍼블릭 액세스를 끄고 VPC 안이나 VPN, Session Manager로 접속하세요."},
    .accept = {"Clients outside AWS cannot use a VPN, and the security group names their addresses.",
               "AWS 밖의 클라이언트가 VPN을 쓸 수 없고 보안 그룹에 그 주소만 적혀 있을 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
            "USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding",
    .anchors = "securityhub:RDS.2 checkov:CKV_AWS_17 trivy:AWS-0180 cfn_nag:F22 "
               "config:rds-instance-public-access-check prowler:rds_instance_no_public_access cdk-nag:AwsSolutions-RS8",
    .on = "role:database mq dms",
    .checkElement = checkDb006,
};

} // namespace sky::checks
