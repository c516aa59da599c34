// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec018(Ask& ask, const Thing& it) {
    if (it.flag("policyPublic") != Truth::Yes) return;
    ask.found(it, "{} can be used by anybody: its policy admits every account.",
              "{}의 정책이 모든 계정을 허용하여 누구나 쓸 수 있습니다.", it)
        .fixBySetting(it, "policyPublic", false);
}

extern const Rule kSec018{
    .id = "SEC-018",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A queue, topic or registry open to everyone", "누구에게나 열린 대기열·주제·레지스트리"},
    .why = {"A policy with principal “*” lets every AWS account read, fill or empty it.",
            "보안 주체가 “*”인 정책은 모든 AWS 계정이 읽고 채우고 비울 수 있게 합니다."},
    .mend = {"Name the accounts or services that need it, or add a condition.",
             "필요한 계정이나 서비스를 지정하거나 조건을 붙이세요."},
    .page =
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
    .anchors =
        "checkov:CKV_AWS_168 checkov:CKV_AWS_169 trivy:AWS-0097 cfn_nag:F21 prowler:sqs_queues_not_publicly_accessible",
    .on = "trait:queue ecr",
    .checkElement = checkSec018,
};

} // namespace sky::checks
