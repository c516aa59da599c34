// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkHyb001(Ask& ask, const Wire& it) {
    const auto tunnels = it.amount("tunnels");
    if (!tunnels || *tunnels >= 2) return;
    ask.found(it, "{} uses one tunnel: AWS maintains tunnel ends one at a time, and this one is down meanwhile.",
              "{}이(가) 터널 하나만 씁니다. AWS는 터널 끝을 하나씩 정비하므로 그동안 끊깁니다.", it)
        .fixBySetting(it, "tunnels", mends::count(2));
}

extern const Rule kHyb001{
    .id = "HYB-001",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A VPN with one tunnel", "터널이 하나인 VPN"},
    .why = {"Every Site-to-Site VPN comes with two tunnels to different zones. AWS takes one down for maintenance now "
            "and then.",
            "Site-to-Site VPN에는 서로 다른 영역으로 가는 터널 둘이 딸려 있고 AWS가 이따금 하나를 내려 정비합니다."},
    .mend = {"Set both tunnels up on your device.", "장비에 터널 둘을 모두 설정하세요."},
    .accept = {"Short interruptions do no harm.", "잠깐 끊겨도 될 때."},
    .page = "https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html",
    .anchors = "securityhub:EC2.20 config:vpc-vpn-2-tunnels-up prowler:vpc_vpn_connection_tunnels_up "
               "trustedadvisor:VPN-Tunnel-Redundancy wellarchitected:REL02-BP02",
    .on = "link:vpn",
    .checkLink = checkHyb001,
};

} // namespace sky::checks
