// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkCost004(Ask& ask, const Wire& it) {
    const Thing from = it.from();
    const Thing store = it.to();
    const Thing vpc = from.vpc();
    if (!vpc || (!store.plays(role::kObjectStore) && !store.plays(role::kTable))) return;
    if (!store.region().empty() && !from.region().empty() && store.region() != from.region()) return;
    const char* service = store.plays(role::kTable) ? "dynamodb" : "s3";
    for (const Thing& endpoint : vpc.gateways(role::kEndpoint)) {
        const std::string* target = endpoint.text("target");
        if (!target || target->find(service) != std::string::npos) return;
    }
    Thing nat;
    catalog::List tables;
    for (const Thing& subnet : from.subnets()) {
        const topology::SubnetExposure exposure = subnet.exposure();
        if (exposure.reason != topology::ExposureReason::ToNat) continue;
        nat = ask.thing(ElementId(exposure.route->via));
        const catalog::Scalar table = catalog::Reference{exposure.table.table.str()};
        if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
    }
    if (!nat) return;
    ask.found(it, "{} reaches {} through {}, which is paid by the gigabyte; a gateway endpoint is free.",
              "{}이(가) {}에 {}을(를) 거쳐 접근하여 GB당 요금이 듭니다. 게이트웨이 엔드포인트는 무료입니다.", from,
              store, nat)
        .cause("endpoint:" + vpc.id().str() + ":" + service)
        .fix(say("Add a gateway endpoint for {} to {}", "{2}에 {1} 게이트웨이 엔드포인트 추가하기", store.serviceName(),
                 vpc.name()),
             mends::addNew(
                 "vpc-endpoint", vpc,
                 {{"type", std::string("gateway")}, {"target", std::string(service)}, {"routeTables", tables}}));
}

extern const Rule kCost004{
    .id = "COST-004",
    .severity = Severity::Warning,
    .pillar = Pillar::Cost,
    .title = {"S3 or DynamoDB traffic through a NAT gateway", "NAT 게이트웨이를 거치는 S3·DynamoDB 트래픽"},
    .why = {"A NAT gateway charges for every gigabyte. S3 and DynamoDB have gateway endpoints that cost nothing and "
            "keep the traffic inside AWS.",
            "NAT 게이트웨이는 GB마다 요금이 듭니다. S3와 DynamoDB에는 무료이며 트래픽을 AWS 안에 두는 게이트웨이 "
            "엔드포인트가 있습니다."},
    .mend = {"Add a gateway endpoint and name it in the route tables of these subnets.",
             "게이트웨이 엔드포인트를 추가하고 이 서브넷들의 라우팅 테이블에 연결하세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    .anchors = "wellarchitected:COST08-BP03",
    .on = "link:traffic",
    .checkLink = checkCost004,
};

} // namespace sky::checks
