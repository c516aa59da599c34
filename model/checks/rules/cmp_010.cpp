// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp010(Ask& ask, const Thing& it) {
    if (it.isSet("iamRole")) return;
    std::vector<Thing> services;
    for (const Wire& call : it.calls())
        if (const Thing to = call.to(); to.is(Trait::Managed) && !to.is(Trait::Eni) && !to.vpc())
            services.push_back(to);
    if (services.empty()) return;
    if (!ask.unsetCounts()) return ask.needs(it, "iamRole");
    ask.found(it, "{} calls {} without a role: keys get written into its configuration then.",
              "{}이(가) 역할 없이 {}을(를) 호출합니다. 그러면 설정에 키를 적어 두게 됩니다.", it, services)
        .fix(say("Give it a role", "역할 주기"), mends::nameNew(it, "iamRole", "iam-role", it.around(role::kRegion), {}));
}

extern const Rule kCmp010{
    .id = "CMP-010",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A server that calls AWS without a role", "역할 없이 AWS를 호출하는 서버"},
    .why = {"Every call to an AWS service is signed. A role hands out keys that change every few hours; without one, "
            "people store keys that never change.",
            "AWS 서비스 호출은 모두 서명합니다. 역할은 몇 시간마다 바뀌는 키를 주지만 없으면 바뀌지 않는 키를 저장하게 "
            "됩니다."},
    .mend = {"Give it an IAM role with just what it needs.", "필요한 권한만 가진 IAM 역할을 주세요."},
    .page = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html",
    .anchors = "prowler:ec2_instance_profile_attached config:ec2-instance-profile-attached",
    .on = "role:instance role:fleet",
    .checkElement = checkCmp010,
};

} // namespace sky::checks
