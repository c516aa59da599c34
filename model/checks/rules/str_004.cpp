// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkStr004(Ask& ask, const Thing& it) {
    const bool spans = it.is(Trait::Spanning);
    const bool gateway = it.plays(role::kEndpoint) && it.equals("type", "gateway") != Truth::No;
    const bool regional = it.plays(role::kNat) && it.equals("mode", "zonal") != Truth::Yes;
    if (gateway || regional || it.fleet() || !it.subnets().empty()) return;
    const Thing vpc = it.around(role::kVpc);
    if (spans && !vpc) return; // a function or file system without a VPC; others stand nowhere yet
    Found found = spans ? ask.found(it, "{} has network interfaces in {} but spans no subnet of it.",
                                    "{}은(는) {}에 네트워크 인터페이스가 있지만 걸친 서브넷이 없습니다.", it, vpc)
                        : ask.found(it, "{} has a network interface and must stand in a subnet.",
                                    "{}은(는) 네트워크 인터페이스가 있으므로 서브넷 안에 있어야 합니다.", it);
    const bool outward =
        it.equals("scheme", "internet-facing") == Truth::Yes || it.equals("connectivity", "public") == Truth::Yes;
    std::vector<Thing> chosen;
    std::vector<std::string> zones;
    for (const Thing& subnet : vpc.subnets()) {
        if (!subnet.zone() || (subnet.exposure().exposure == topology::Exposure::Public) != outward) continue;
        if (std::find(zones.begin(), zones.end(), subnet.zone()->domain) != zones.end()) continue;
        zones.push_back(subnet.zone()->domain);
        chosen.push_back(subnet);
    }
    if (chosen.empty()) return;
    if (spans)
        found.fix(say("Let {} span {}", "{}을(를) {}에 걸치기", it.name(), Shown(chosen).text()),
                  mends::span(it, chosen));
    else
        found.fix(say("Move {} into {}", "{}을(를) {}(으)로 옮기기", it.name(), chosen.front().name()),
                  mends::moveInto(it, chosen.front()));
}

extern const Rule kStr004{
    .id = "STR-004",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Something with a network interface outside every subnet", "서브넷 밖에 있는 네트워크 인터페이스"},
    .why = {"Servers, databases, load balancers, NAT gateways and interface endpoints have network interfaces; an "
            "interface exists only in a subnet.",
            "서버, 데이터베이스, 로드 밸런서, NAT 게이트웨이, 인터페이스 엔드포인트에는 네트워크 인터페이스가 있으며, "
            "인터페이스는 서브넷 안에만 있습니다."},
    .mend = {"Place it in a subnet, or let it span one subnet per zone.",
             "서브넷에 두거나 영역마다 서브넷 하나에 걸치게 하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html",
    .anchors = "securityhub:EC2.29 securityhub:RDS.18 config:ec2-instances-in-vpc prowler:rds_instance_inside_vpc",
    .on = "trait:eni",
    .checkElement = checkStr004,
};

} // namespace sky::checks
