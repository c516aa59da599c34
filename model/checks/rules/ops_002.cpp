// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

namespace sky::checks {

static void checkOps002(Ask& ask, const Thing& it) {
    if (it.said("systemsManager") != Truth::No) return;
    for (const Thing& group : it.securityGroups())
        for (const AdmitRow& row : admitted(group)) {
            if (!row.isFor("tcp") || !row.covers(22)) continue;
            ask.found(it, "{} can be managed by SSH alone: keys are copied, shared and forgotten.",
                      "{}은(는) SSH로만 관리됩니다. 키는 복사되고 공유되고 잊힙니다.", it)
                .fixBySetting(it, "systemsManager", true);
            return;
        }
}

extern const Rule kOps002{
    .id = "OPS-002",
    .severity = Severity::Info,
    .pillar = Pillar::Operations,
    .title = {"A server reachable only by SSH", "SSH로만 접속하는 서버"},
    .why = {"Session Manager needs no open port and no keys, asks IAM, and records what is done.",
            "Session Manager는 열린 포트도 키도 필요 없고, IAM으로 권한을 확인하며 한 일을 기록합니다."},
    .mend =
        {"Use Systems Manager; in a subnet without internet add the endpoints ssm, ssmmessages and ec2messages.",
         "Systems Manager를 쓰세요. 인터넷이 없는 서브넷이면 ssm, ssmmessages, ec2messages 엔드포인트를 추가하세요."},
    .page = "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
    .anchors = "config:ec2-instance-managed-by-systems-manager prowler:ec2_instance_managed_by_ssm",
    .on = "role:instance",
    .checkElement = checkOps002,
};

} // namespace sky::checks
