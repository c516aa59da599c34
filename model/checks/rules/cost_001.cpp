// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

// Addresses that are certain: attached or idle Elastic IPs, public NAT gateways without one (AWS assigns it), nodes of
// internet-facing load balancers, servers that say they have one.
static void checkCost001(Ask& ask) {
    std::int64_t count = static_cast<std::int64_t>(ask.all(role::kAddress).size());
    const auto hasElasticIp = [](const Thing& thing) {
        for (const Thing& attached : thing.attachments())
            if (attached.plays(role::kAddress)) return true;
        return false;
    };
    for (const Thing& nat : ask.all(role::kNat))
        if (nat.equals("connectivity", "public") == Truth::Yes && !hasElasticIp(nat)) ++count;
    for (const Thing& balancer : ask.all(role::kLoadBalancer))
        if (balancer.equals("scheme", "internet-facing") == Truth::Yes && !hasElasticIp(balancer))
            count += static_cast<std::int64_t>(balancer.drawnZones().size());
    for (const Thing& instance : ask.all(role::kInstance))
        if (instance.flag("publicIp") == Truth::Yes && !hasElasticIp(instance) && !instance.fleet()) ++count;
    if (count == 0) return;
    ask.foundInDesign("The design holds at least {} public IPv4 addresses; each is billed by the hour, in use or not.",
                      "설계에 퍼블릭 IPv4 주소가 적어도 {}개 있으며, 쓰든 안 쓰든 시간당 요금이 듭니다.", count);
}

extern const Rule kCost001{
    .id = "COST-001",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"Public IPv4 addresses are billed", "퍼블릭 IPv4 주소에는 요금이 듦"},
    .why = {"Since February 2024 AWS bills every public IPv4 address by the hour: of servers, load balancer nodes, NAT "
            "gateways, and those kept in reserve.",
            "2024년 2월부터 AWS는 서버, 로드 밸런서 노드, NAT 게이트웨이, 예비로 둔 것까지 모든 퍼블릭 IPv4 주소에 "
            "시간당 요금을 매깁니다."},
    .mend = {"Put servers into private subnets behind a load balancer, share NAT gateways, or use IPv6.",
             "서버를 로드 밸런서 뒤의 프라이빗 서브넷에 두거나, NAT 게이트웨이를 함께 쓰거나, IPv6를 쓰세요."},
    .accept = {"The addresses are needed: this only tells what they add up to.",
               "필요한 주소일 때. 모두 몇 개인지 알려 줄 뿐입니다."},
    .page = "https://docs.aws.amazon.com/vpc/latest/ipam/view-public-ip-insights.html",
    .checkDesign = checkCost001,
};

} // namespace sky::checks
