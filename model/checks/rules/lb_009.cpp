// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkLb009(Ask& ask, const Thing& it) {
    if (it.equals("scheme", "internet-facing") != Truth::Yes) return;
    const auto callers = it.callers();
    if (!callers.empty() &&
        std::all_of(callers.begin(), callers.end(), [](const Wire& call) { return call.from().plays(role::kCdn); }))
        return;
    const catalog::Records& rows = it.records("listeners");
    const auto is = [](const catalog::Record& row, std::string_view key, std::string_view wanted, bool unset) {
        const catalog::Scalar* value = row.find(key);
        const auto* text = value ? std::get_if<std::string>(value) : nullptr;
        return text ? *text == wanted : unset;
    };
    const bool secure = std::any_of(rows.begin(), rows.end(),
                                    [&](const catalog::Record& row) { return is(row, "protocol", "https", false); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!is(rows[i], "protocol", "http", true) || !is(rows[i], "action", "forward", true)) continue;
        Found found = ask.found(it, "{} answers the internet in plain HTTP: what is sent can be read on the way.",
                                "{}이(가) 인터넷에 평문 HTTP로 응답해 오가는 내용을 도중에 읽을 수 있습니다.", it);
        if (secure)
            found.fix(say("Redirect to HTTPS", "HTTPS로 리디렉션하기"),
                      mends::setField(it, "listeners", i, "action", std::string("redirect")));
        return;
    }
}

extern const Rule kLb009{
    .id = "LB-009",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"Plain HTTP to the internet", "인터넷에 열린 평문 HTTP"},
    .why = {"Passwords and cookies sent over HTTP are read by anyone on the way. Certificates from ACM are free.",
            "HTTP로 보낸 암호와 쿠키는 도중의 누구나 읽습니다. ACM 인증서는 무료입니다."},
    .mend = {"Listen for HTTPS, and let port 80 redirect to it.", "HTTPS로 응답하고 80번 포트는 리디렉션하세요."},
    .accept = {"CloudFront alone calls it and adds HTTPS.", "CloudFront만 호출하고 거기서 HTTPS를 더할 때."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
    .anchors = "securityhub:ELB.1 checkov:CKV_AWS_2 checkov:CKV2_AWS_20 trivy:AWS-0054 "
               "config:alb-http-to-https-redirection-check cfn_nag:W56 prowler:elbv2_ssl_listeners",
    .on = "alb",
    .checkElement = checkLb009,
};

} // namespace sky::checks
