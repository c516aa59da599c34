// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec013(Ask& ask, const Thing& it) {
    if (it.flag(topology::key::kIsDefault) != Truth::Yes) return;
    const std::vector<Thing> members = it.members();
    if (members.empty()) return;
    ask.found(it, "{} use the default security group of their VPC, which admits all its members to each other.",
              "{}이(가) VPC의 기본 보안 그룹을 씁니다. 기본 그룹은 속한 것끼리 모두 허용합니다.", members)
        .fix(say("Give them a group of their own with the same rules", "같은 규칙의 전용 그룹 만들어 주기"),
             mends::ownGroup(it));
}

extern const Rule kSec013{
    .id = "SEC-013",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"The default security group is used", "기본 보안 그룹을 씀"},
    .why =
        {"Whatever is started without a group lands in the default one. A rule added there for one server holds for "
         "all of them.",
         "그룹을 정하지 않고 시작한 것은 모두 기본 그룹에 들어갑니다. 한 서버 때문에 넣은 규칙이 모두에게 적용됩니다."},
    .mend = {"Make a group for each role and leave the default one empty.",
             "역할마다 그룹을 만들고 기본 그룹은 비워 두세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    .anchors = "securityhub:EC2.2 checkov:CKV2_AWS_12 trivy:AWS-0173 config:vpc-default-security-group-closed "
               "prowler:ec2_securitygroup_default_restrict_traffic",
    .on = "role:security-group",
    .checkElement = checkSec013,
};

} // namespace sky::checks
