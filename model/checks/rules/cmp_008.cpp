// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp008(Ask& ask, const Thing& it) {
    if (it.equals("httpTokens", "optional") != Truth::Yes) return;
    ask.found(it,
              "{} answers metadata requests without a token: a page that can be made to fetch an address hands out its "
              "keys.",
              "{}이(가) 토큰 없는 메타데이터 요청에 답합니다. 주소를 대신 가져오게 속이면 자격 증명이 새어 나갑니다.",
              it)
        .fixBySetting(it, "httpTokens", std::string("required"));
}

extern const Rule kCmp008{
    .id = "CMP-008",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"Instance metadata without tokens (IMDSv1)", "토큰 없는 인스턴스 메타데이터(IMDSv1)"},
    .why = {"Version 1 of the metadata service answers any request from the instance, also one that an attacker makes "
            "a web application send. Version 2 asks for a token first.",
            "메타데이터 서비스 버전 1은 공격자가 웹 애플리케이션을 속여 보낸 요청에도 답합니다. 버전 2는 먼저 토큰을 "
            "요구합니다."},
    .mend = {"Require tokens (IMDSv2).", "토큰을 필수로 하세요(IMDSv2)."},
    .accept = {"Old software cannot ask for tokens.", "오래된 소프트웨어가 토큰을 요청하지 못할 때."},
    .page = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    .anchors = "securityhub:EC2.8 checkov:CKV_AWS_79 trivy:AWS-0028 config:ec2-imdsv2-check "
               "prowler:ec2_instance_imdsv2_enabled",
    .on = "ec2 auto-scaling-group launch-template eks",
    .checkElement = checkCmp008,
};

} // namespace sky::checks
