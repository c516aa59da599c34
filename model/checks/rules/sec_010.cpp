// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec010(Ask& ask, const Thing& it) {
    if (it.said("flowLogs") != Truth::No) return;
    ask.found(it, "{} keeps no flow logs: who talked to whom cannot be told afterwards.",
              "{}의 흐름 로그가 꺼져 있어 누가 누구와 통신했는지 나중에 알 수 없습니다.", it)
        .fixBySetting(it, "flowLogs", true);
}

extern const Rule kSec010{
    .id = "SEC-010",
    .severity = Severity::Info,
    .pillar = Pillar::Security,
    .title = {"VPC flow logs are off", "VPC 흐름 로그가 꺼짐"},
    .why = {"Flow logs record accepted and refused connections. They are what an investigation begins with.",
            "흐름 로그는 허용되고 거부된 연결을 기록합니다. 조사는 여기서 시작됩니다."},
    .mend = {"Send flow logs to S3 or CloudWatch.", "흐름 로그를 S3나 CloudWatch로 보내세요."},
    .accept = {"A short-lived network without data.", "데이터가 없는 단기 네트워크일 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
    .anchors = "securityhub:EC2.6 checkov:CKV2_AWS_11 trivy:AWS-0178 cdk-nag:AwsSolutions-VPC7 cfn_nag:W60 "
               "config:vpc-flow-logs-enabled prowler:vpc_flow_logs_enabled",
    .on = "role:vpc",
    .checkElement = checkSec010,
};

} // namespace sky::checks
