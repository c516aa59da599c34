// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb011(Ask& ask, const Thing& it) {
    if (!ask.production() || it.said("deletionProtection") != Truth::No) return;
    ask.found(it, "{} can be deleted with one wrong command.", "{}은(는) 명령 한 번의 실수로 지워질 수 있습니다.", it)
        .fixBySetting(it, "deletionProtection", true);
}

extern const Rule kDb011{
    .id = "DB-011",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A production database without deletion protection", "삭제 방지가 꺼진 운영 데이터베이스"},
    .why = {"With deletion protection AWS refuses to delete the database until somebody turns the protection off "
            "first. It is free.",
            "삭제 방지를 켜면 누군가 먼저 끄기 전까지 AWS가 삭제를 거부합니다. 비용은 없습니다."},
    .mend = {"Turn deletion protection on.", "삭제 방지를 켜세요."},
    .accept = {"It is created and deleted by a pipeline.", "파이프라인이 만들고 지울 때."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    .anchors = "securityhub:RDS.8 securityhub:RDS.7 checkov:CKV_AWS_293 checkov:CKV_AWS_139 trivy:AWS-0177 "
               "cdk-nag:AwsSolutions-RDS10 cfn_nag:F80 prowler:rds_instance_deletion_protection",
    .on = "rds aurora dynamodb documentdb neptune",
    .checkElement = checkDb011,
};

} // namespace sky::checks
