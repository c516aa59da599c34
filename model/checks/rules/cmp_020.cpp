// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCmp020(Ask& ask, const Thing& it) {
    if (it.equals("functionUrl", "public") != Truth::Yes) return;
    ask.found(it, "Anyone who knows the address of {} can run it, at your cost.",
              "{}의 주소를 아는 누구나 여러분의 비용으로 실행할 수 있습니다.", it)
        .fixBySetting(it, "functionUrl", std::string("iam"));
}

extern const Rule kCmp020{
    .id = "CMP-020",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A public function URL", "누구나 쓸 수 있는 함수 URL"},
    .why = {"A function URL without authentication answers everybody, with nothing in front that limits or filters.",
            "인증 없는 함수 URL은 누구에게나 응답하고 앞에서 제한하거나 거르는 것도 없습니다."},
    .mend = {"Ask for IAM signatures, or put CloudFront or API Gateway in front.",
             "IAM 서명을 요구하거나 앞에 CloudFront 또는 API Gateway를 두세요."},
    .accept = {"A webhook that checks its own signatures.", "스스로 서명을 확인하는 웹훅."},
    .page = "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
    .anchors = "checkov:CKV_AWS_258 prowler:awslambda_function_url_public securityhub:Lambda.1",
    .on = "role:function",
    .checkElement = checkCmp020,
};

} // namespace sky::checks
