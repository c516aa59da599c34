// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkLb008(Ask& ask, const Thing& it) {
    bool missing = false;
    for (const catalog::Record& row : it.records("listeners")) {
        const catalog::Scalar* protocol = row.find("protocol");
        const auto* text = protocol ? std::get_if<std::string>(protocol) : nullptr;
        if (!text || (*text != "https" && *text != "tls" && *text != "ssl")) continue;
        const catalog::Scalar* named = row.find("certificate");
        const auto* reference = named ? std::get_if<catalog::Reference>(named) : nullptr;
        const Thing certificate = reference ? ask.thing(ElementId(reference->id)) : Thing();
        missing = missing || !certificate;
        if (!certificate || certificate.region().empty() || it.region().empty() || certificate.region() == it.region())
            continue;
        ask.found(it, "{} is in {}, its certificate {} in {}: a load balancer takes certificates of its own Region.",
                  "{}은(는) {}, 인증서 {}은(는) {}에 있습니다. 로드 밸런서는 같은 리전의 인증서만 받습니다.", it,
                  it.region(), certificate, certificate.region())
            .also(certificate);
    }
    if (missing) ask.needs(it, "listeners");
}

extern const Rule kLb008{
    .id = "LB-008",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A listener with a certificate of another Region", "다른 리전의 인증서를 쓰는 리스너"},
    .why = {"Certificates of ACM belong to one Region. A listener for HTTPS or TLS needs one of its own; only "
            "CloudFront takes them from us-east-1.",
            "ACM 인증서는 한 리전에 속합니다. HTTPS나 TLS 리스너에는 같은 리전의 인증서가 필요하며 CloudFront만 "
            "us-east-1의 것을 씁니다."},
    .mend = {"Request the certificate in the load balancer's Region; it is free.",
             "로드 밸런서의 리전에서 인증서를 요청하세요. 무료입니다."},
    .page = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
    .anchors = "cfn-lint:E3676 config:elbv2-acm-certificate-required",
    .on = "alb nlb clb",
    .checkElement = checkLb008,
};

} // namespace sky::checks
