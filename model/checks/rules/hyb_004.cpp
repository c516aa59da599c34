// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkHyb004(Ask& ask, const Thing& it) {
    const auto gateways = it.gateways(role::kVpnGateway);
    if (gateways.size() < 2) return;
    Mend removal = mends::remove(gateways[1]);
    for (std::size_t i = 2; i < gateways.size(); ++i) removal = mends::then(removal, mends::remove(gateways[i]));
    ask.found(it, "{} has {} virtual private gateways; AWS attaches one.",
              "{}에 가상 프라이빗 게이트웨이가 {}개 있습니다. AWS는 하나만 연결합니다.", it, gateways.size())
        .also(gateways)
        .fix(say("Keep only {}", "{}만 남기기", gateways.front().name()), removal);
}

extern const Rule kHyb004{
    .id = "HYB-004",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"More than one virtual private gateway in a VPC", "VPC에 둘 이상인 가상 프라이빗 게이트웨이"},
    .why = {"A virtual private gateway is redundant by itself and takes several VPNs and Direct Connect lines.",
            "가상 프라이빗 게이트웨이는 스스로 이중화되어 있고 VPN과 Direct Connect를 여럿 받습니다."},
    .mend = {"Remove the others.", "나머지를 지우세요."},
    .page = "https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html",
    .on = "role:vpc",
    .checkElement = checkHyb004,
};

} // namespace sky::checks
