// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkNet009(Ask& ask, const Thing& it) {
    const auto gateways = it.gateways(role::kInternetGateway);
    if (gateways.size() < 2) return;
    Mend removal;
    for (std::size_t i = 1; i < gateways.size(); ++i)
        removal = removal ? mends::then(removal, mends::remove(gateways[i])) : mends::remove(gateways[i]);
    ask.found(it, "{} has {} internet gateways; AWS attaches one.",
              "{}에 인터넷 게이트웨이가 {}개 있습니다. AWS는 하나만 연결합니다.", it, gateways.size())
        .also(gateways)
        .fix(say("Keep only {}", "{}만 남기기", gateways.front().name()), removal);
}

extern const Rule kNet009{
    .id = "NET-009",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"More than one internet gateway in a VPC", "VPC에 둘 이상인 인터넷 게이트웨이"},
    .why =
        {"An internet gateway belongs to one VPC, and a VPC has one. It is redundant by itself; a second adds nothing.",
         "인터넷 게이트웨이는 VPC 하나에 속하고 VPC에는 하나만 있습니다. 스스로 이중화되어 있어 둘째는 필요 없습니다."},
    .mend = {"Remove the others.", "나머지를 지우세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    .on = "role:vpc",
    .checkElement = checkNet009,
};

} // namespace sky::checks
