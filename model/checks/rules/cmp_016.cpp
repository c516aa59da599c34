// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp016(Ask& ask, const Thing& it) {
    if (it.flag("assignPublicIp") != Truth::Yes) return;
    for (const Wire& call : it.callers()) {
        if (!call.from().plays(role::kLoadBalancer)) continue;
        Found found = ask.found(it, "Tasks of {} have public addresses, though {} is their door to the world.",
                                "{}의 태스크에 퍼블릭 주소가 있지만 세상으로 난 문은 {}입니다.", it, call.from());
        found.also(call.from());
        bool otherWay = !it.subnets().empty();
        for (const Thing& subnet : it.subnets())
            otherWay = otherWay && subnet.exposure().exposure != topology::Exposure::Public;
        if (otherWay) found.fixBySetting(it, "assignPublicIp", false);
        return;
    }
}

extern const Rule kCmp016{
    .id = "CMP-016",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"Tasks with public addresses behind a load balancer", "로드 밸런서 뒤에서 퍼블릭 주소를 가진 태스크"},
    .why = {"The load balancer reaches tasks by their private addresses. A public one only opens another way in, and "
            "is billed.",
            "로드 밸런서는 프라이빗 주소로 태스크에 닿습니다. 퍼블릭 주소는 다른 입구를 열 뿐이고 요금도 듭니다."},
    .mend = {"Put them into private subnets with NAT or endpoints, without public addresses.",
             "NAT이나 엔드포인트가 있는 프라이빗 서브넷에 퍼블릭 주소 없이 두세요."},
    .accept = {"NAT is too dear for what this is.", "NAT 요금이 부담스러운 규모일 때."},
    .page = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
    .anchors = "securityhub:ECS.2 checkov:CKV_AWS_333 prowler:ecs_service_no_assign_public_ip",
    .on = "ecs fargate",
    .checkElement = checkCmp016,
};

} // namespace sky::checks
