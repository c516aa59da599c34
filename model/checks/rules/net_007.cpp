// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/network_rules.h"
#include "checks/rule.h"

namespace sky::checks {

constexpr Cidr kDocker{{IpFamily::V4, 0, 0xAC110000}, 16}; // 172.17.0.0/16

static void checkNet007(Ask& ask, const Thing& it) {
    for (const Cidr& block : it.cidrs()) {
        if (block.family() != IpFamily::V4 || overlaps(block, kLinkLocal)) continue; // NET-006
        if (overlaps(block, kDocker))
            ask.found(it, "{} uses {}: Cloud9, SageMaker and Docker use 172.17.0.0/16 inside and will not reach it.",
                      "{}이(가) {}을(를) 씁니다. Cloud9, SageMaker, Docker가 안에서 172.17.0.0/16을 쓰므로 서로 닿지 "
                      "못합니다.",
                      it, block);
        else if (!isRfc1918(block) && !isCarrierShared(block))
            ask.found(it, "{} uses {}, addresses that belong to others: their real owners cannot be reached from it.",
                      "{}이(가) 다른 이의 주소인 {}을(를) 씁니다. 실제 주인에게 닿을 수 없게 됩니다.", it, block);
    }
}

extern const Rule kNet007{
    .id = "NET-007",
    .severity = Severity::Warning,
    .pillar = Pillar::Structure,
    .title = {"A VPC with addresses that clash", "주소가 부딪치는 VPC"},
    .why = {"What is in the VPC wins over the internet. With public addresses inside, the real ones are out of reach; "
            "172.17.0.0/16 is used by some services and by Docker itself.",
            "VPC 안의 주소가 인터넷보다 우선합니다. 안에서 공인 주소를 쓰면 실제 주소에 닿을 수 없으며 172.17.0.0/16은 "
            "일부 서비스와 Docker가 씁니다."},
    .mend = {"Take a block of 10.0.0.0/8, 172.16.0.0/12 but 172.17, or 192.168.0.0/16.",
             "10.0.0.0/8, 172.17을 뺀 172.16.0.0/12, 192.168.0.0/16의 블록을 쓰세요."},
    .accept = {"The addresses are your own, or nothing inside uses Docker's.",
               "자체 주소이거나 안에서 Docker 주소를 쓰지 않을 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    .on = "role:vpc",
    .checkElement = checkNet007,
};

} // namespace sky::checks
