// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb015(Ask& ask, const Thing& it) {
    if (!ask.production() || it.flag("pointInTimeRecovery") != Truth::No || it.said("dataDurable") == Truth::No) return;
    if (it.said("dataDurable") != Truth::Yes && it.said("pointInTimeRecovery") != Truth::No) return;
    ask.found(it, "{} cannot be brought back to a moment before a mistake.",
              "{}은(는) 실수하기 전 시점으로 되돌릴 수 없습니다.", it)
        .fixBySetting(it, "pointInTimeRecovery", true);
}

extern const Rule kDb015{
    .id = "DB-015",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A table without point-in-time recovery", "특정 시점 복구가 꺼진 테이블"},
    .why = {"Point-in-time recovery keeps every change of the last 35 days, so that a table can be restored as it was "
            "at any second of them.",
            "특정 시점 복구는 최근 35일의 모든 변경을 보관해 그 사이 어느 시점으로든 테이블을 복원합니다."},
    .mend = {"Turn point-in-time recovery on; it is billed by the size of the table.",
             "특정 시점 복구를 켜세요. 테이블 크기에 따라 요금이 듭니다."},
    .accept = {"A session, cache or lock table.", "세션, 캐시, 잠금용 테이블."},
    .page = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html",
    .anchors = "securityhub:DynamoDB.2 checkov:CKV_AWS_28 trivy:AWS-0024 cdk-nag:AwsSolutions-DDB3 cfn_nag:W78 "
               "config:dynamodb-pitr-enabled prowler:dynamodb_tables_pitr_enabled",
    .on = "dynamodb",
    .checkElement = checkDb015,
};

} // namespace sky::checks
