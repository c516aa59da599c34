// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb018(Ask& ask, const Thing& it) {
    if (it.said("inVpc") == Truth::Yes || (it.vpc() && it.said("inVpc") != Truth::No)) return;
    if (it.said("inVpc") == Truth::Unknown) return ask.needs(it, "inVpc");
    ask.found(it, "{} answers at a public address: its access policy is all that guards the index.",
              "{}이(가) 퍼블릭 주소로 응답합니다. 인덱스를 지키는 것은 액세스 정책뿐입니다.", it)
        .fixBySetting(it, "inVpc", true);
}

extern const Rule kDb018{
    .id = "DB-018",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A search domain with a public endpoint", "퍼블릭 엔드포인트를 가진 검색 도메인"},
    .why = {"A domain outside a VPC is reached over the internet. Inside, security groups and routes guard it too.",
            "VPC 밖의 도메인은 인터넷으로 접근합니다. 안에 두면 보안 그룹과 라우팅이 함께 지킵니다."},
    .mend = {"Place it in a VPC; that is decided when the domain is created.",
             "VPC에 두세요. 도메인을 만들 때 정해집니다."},
    .accept = {"It serves the public and holds public data.", "공개 데이터를 누구에게나 제공할 때."},
    .page = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
    .anchors = "securityhub:Opensearch.2 cdk-nag:AwsSolutions-OS1 config:opensearch-in-vpc-only "
               "prowler:opensearch_service_domains_not_publicly_accessible",
    .on = "opensearch",
    .checkElement = checkDb018,
};

} // namespace sky::checks
