// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp018(Ask& ask, const Thing& it) {
    if (it.flag("endpointPublic") != Truth::Yes) return;
    bool everyone = false;
    for (const std::string& block : it.texts("publicCidrs"))
        everyone = everyone || block == "0.0.0.0/0" || block == "::/0";
    if (!everyone && !it.isSet("publicCidrs")) {
        if (!ask.unsetCounts()) return ask.needs(it, "publicCidrs");
        everyone = true;
    }
    if (!everyone) return;
    ask.found(it, "The API of {} answers the whole internet.", "{}의 API가 인터넷 전체에 응답합니다.", it)
        .fix(say("Only inside the VPC", "VPC 안에서만"),
             mends::then(mends::set(it, "endpointPrivate", true), mends::set(it, "endpointPublic", false)));
}

extern const Rule kCmp018{
    .id = "CMP-018",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"An EKS API open to the world", "세상에 열린 EKS API"},
    .why =
        {"Whoever controls the API controls the cluster. A leaked token is enough when it can be used from anywhere.",
         "API를 쥐면 클러스터를 쥡니다. 어디서나 쓸 수 있다면 토큰 하나만 새어도 충분합니다."},
    .mend = {"Turn the private endpoint on and the public one off, or name the addresses that may use it.",
             "프라이빗 엔드포인트를 켜고 퍼블릭을 끄거나 사용할 주소를 적으세요."},
    .accept = {"A cluster for trying things out.", "시험용 클러스터일 때."},
    .page = "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    .anchors = "checkov:CKV_AWS_38 checkov:CKV_AWS_39 trivy:AWS-0040 trivy:AWS-0041 cdk-nag:AwsSolutions-EKS1 "
               "config:eks-endpoint-no-public-access prowler:eks_cluster_not_publicly_accessible",
    .on = "eks",
    .checkElement = checkCmp018,
};

} // namespace sky::checks
