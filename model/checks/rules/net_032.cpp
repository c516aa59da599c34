// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

namespace sky::checks {

static void checkNet032(Ask& ask, const Thing& it) {
    if (it.flag("isDefault") == Truth::Yes || !it.isSet("in") || !it.isSet("out")) return;
    for (const bool inbound : {true, false})
        for (const AdmitRow& row : aclRows(it, inbound))
            if (!row.allows || row.protocol != "all" || !row.fromEverywhere) return;
    ask.found(it, "{} allows everything, as a subnet without one does: it can go.",
              "{}은(는) 없을 때와 똑같이 모두 허용하므로 없어도 됩니다.", it)
        .fix(say("Remove it", "지우기"), mends::remove(it));
}

extern const Rule kNet032{
    .id = "NET-032",
    .severity = Severity::Info,
    .pillar = Pillar::Operations,
    .title = {"A network ACL that changes nothing", "아무것도 바꾸지 않는 네트워크 ACL"},
    .why = {"Security groups remember connections, network ACLs do not and have to admit answers by hand. One that "
            "allows everything is only one more thing to read.",
            "보안 그룹은 연결을 기억하지만 네트워크 ACL은 그렇지 않아 응답도 따로 허용해야 합니다. 모두 허용하는 ACL은 "
            "읽을거리만 늘립니다."},
    .mend = {"Remove it and let security groups do the work.", "지우고 보안 그룹에 맡기세요."},
    .accept = {"Rules will follow.", "규칙을 곧 추가할 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    .anchors = "cdk-nag:AwsSolutions-VPC3",
    .on = "role:network-acl",
    .checkElement = checkNet032,
};

} // namespace sky::checks
