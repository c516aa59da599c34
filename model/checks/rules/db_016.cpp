// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb016(Ask& ask, const Thing& it) {
    if (it.equals("billing", "provisioned") != Truth::Yes || it.flag("autoScaling") != Truth::No) return;
    ask.found(it, "{} keeps its {} reads and {} writes a second, whatever comes: more is throttled, less is paid for.",
              "{}은(는) 요청이 얼마나 오든 초당 읽기 {}, 쓰기 {}을(를) 유지합니다. 넘으면 제한되고 모자라도 요금을 "
              "냅니다.",
              it, it.amount("readUnits").value_or(0), it.amount("writeUnits").value_or(0))
        .fixBySetting(it, "autoScaling", true)
        .fixBySetting(it, "billing", std::string("on-demand"));
}

extern const Rule kDb016{
    .id = "DB-016",
    .severity = Severity::Info,
    .pillar = Pillar::Performance,
    .title = {"A provisioned table that does not scale", "확장하지 않는 프로비저닝 테이블"},
    .why = {"Provisioned capacity without auto scaling is a fixed number. DynamoDB refuses what exceeds it once the "
            "burst of five minutes is spent.",
            "Auto Scaling이 없는 프로비저닝 용량은 고정된 수입니다. 5분의 버스트를 쓰고 나면 넘는 요청을 DynamoDB가 "
            "거부합니다."},
    .mend = {"Turn auto scaling on, or pay by request.", "Auto Scaling을 켜거나 요청마다 요금을 내세요."},
    .accept = {"The load is known and even.", "부하를 알고 있고 고를 때."},
    .page = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
    .anchors = "securityhub:DynamoDB.1 checkov:CKV2_AWS_16 config:dynamodb-autoscaling-enabled "
               "prowler:dynamodb_table_autoscaling_enabled",
    .on = "dynamodb",
    .checkElement = checkDb016,
};

} // namespace sky::checks
