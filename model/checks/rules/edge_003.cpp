// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkEdge003(Ask& ask, const Thing& it) {
    if (it.saidIs("viewerPolicy", "allow-all") != Truth::Yes) return;
    ask.found(it, "{} also answers in plain HTTP.", "{}이(가) 평문 HTTP로도 응답합니다.", it)
        .fixBySetting(it, "viewerPolicy", std::string("redirect-to-https"));
}

extern const Rule kEdge003{
    .id = "EDGE-003",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A distribution that answers in plain HTTP", "평문 HTTP로 응답하는 배포"},
    .why = {"Without a redirect, whoever types the name without https sends it in the clear.",
            "리디렉션이 없으면 https 없이 이름을 친 사람은 평문으로 보내게 됩니다."},
    .mend = {"Redirect HTTP to HTTPS.", "HTTP를 HTTPS로 리디렉션하세요."},
    .accept = {"Old devices cannot speak HTTPS.", "오래된 기기가 HTTPS를 쓸 수 없을 때."},
    .page = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
    .anchors = "securityhub:CloudFront.3 checkov:CKV_AWS_34 trivy:AWS-0012 config:cloudfront-viewer-policy-https "
               "prowler:cloudfront_distributions_https_enabled",
    .on = "role:cdn",
    .checkElement = checkEdge003,
};

} // namespace sky::checks
