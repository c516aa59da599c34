// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"
#include "checks/rule.h"

namespace sky::checks {

static void checkSec016(Ask& ask, const Thing& it) {
    if (it.saidIs("authorization", "none") != Truth::Yes || it.equals("endpoint", "private") != Truth::No) return;
    for (const Wire& call : it.callers()) {
        if (!comesFromInternet(call.from())) continue;
        ask.found(it, "{} lets everybody on the internet call it: it asks for no authorisation.",
                  "{}은(는) 권한 부여를 요구하지 않아 인터넷의 누구나 호출할 수 있습니다.", it)
            .fixBySetting(it, "authorization", std::string("jwt"));
        return;
    }
}

extern const Rule kSec016{
    .id = "SEC-016",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A public API without authorisation", "권한 부여가 없는 공개 API"},
    .why = {"An API that anybody may call is called by anybody: scrapers, attackers, and those who run up your bill.",
            "누구나 부를 수 있는 API는 수집기, 공격자, 요금을 올리려는 사람까지 누구나 부릅니다."},
    .mend = {"Use a JWT or Lambda authoriser, IAM, or Cognito.", "JWT나 Lambda 권한 부여자, IAM, Cognito를 쓰세요."},
    .accept = {"The API is meant for everybody, or the functions behind check for themselves.",
               "누구에게나 열린 API이거나 뒤의 함수가 직접 확인할 때."},
    .page = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
    .anchors = "securityhub:APIGateway.8 cdk-nag:AwsSolutions-APIG4 checkov:CKV_AWS_59 cfn_nag:W59 "
               "config:api-gwv2-authorization-type-configured prowler:apigateway_restapi_authorizers_enabled",
    .on = "role:api",
    .checkElement = checkSec016,
};

} // namespace sky::checks
