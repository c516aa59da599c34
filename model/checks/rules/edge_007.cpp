// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkEdge007(Ask& ask, const Thing& it) {
    const auto named = it.texts("addresses");
    if (named.empty()) return;
    std::vector<std::string> ours;
    for (const Thing& address : ask.all(role::kAddress)) {
        const std::string* text = address.text("address");
        if (!text) return; // it may be this one
        ours.push_back(*text);
    }
    for (const std::string& address : named)
        if (std::find(ours.begin(), ours.end(), address) == ours.end())
            ask.found(it, "{} names {}, an address that nothing here owns: whoever gets it next answers in your name.",
                      "{}이(가) 여기 아무도 갖고 있지 않은 주소 {}을(를) 알려 줍니다. 다음에 그 주소를 얻는 이가 "
                      "여러분의 이름으로 응답합니다.",
                      it, address);
}

extern const Rule kEdge007{
    .id = "EDGE-007",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A record with an address that is not yours", "내 것이 아닌 주소를 담은 레코드"},
    .why = {"Public addresses that are given back go to somebody else. A record that still names one hands your name "
            "over.",
            "반납한 퍼블릭 주소는 다른 이에게 갑니다. 아직 그 주소를 담은 레코드는 이름을 넘겨주는 셈입니다."},
    .mend = {"Point the record at a load balancer or an Elastic IP of this design.",
             "레코드가 이 설계의 로드 밸런서나 탄력적 IP를 가리키게 하세요."},
    .accept = {"The address belongs to a site outside AWS.", "AWS 밖의 내 서버 주소일 때."},
    .page = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html",
    .anchors = "checkov:CKV2_AWS_23 prowler:route53_dangling_ip_subdomain_takeover",
    .on = "role:dns",
    .checkElement = checkEdge007,
};

} // namespace sky::checks
