// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkStr011(Ask& ask, const Thing& it) {
    std::vector<Thing> vpcs;
    for (const Thing& subnet : it.subnets())
        if (const Thing vpc = subnet.vpc(); vpc && std::find(vpcs.begin(), vpcs.end(), vpc) == vpcs.end())
            vpcs.push_back(vpc);
    if (vpcs.size() < 2) return;
    const Thing home = it.vpc() ? it.vpc() : vpcs.front();
    std::vector<Thing> kept;
    for (const Thing& subnet : it.subnets())
        if (subnet.vpc() == home) kept.push_back(subnet);
    Found found = ask.found(it, "{} spans subnets of {}; they must all be of one VPC.",
                            "{}이(가) {}의 서브넷에 걸쳐 있습니다. 모두 한 VPC의 서브넷이어야 합니다.", it, vpcs);
    if (!kept.empty())
        found.fix(say("Keep only the subnets of {}", "{}의 서브넷만 남기기", home.name()), mends::span(it, kept));
}

extern const Rule kStr011{
    .id = "STR-011",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"Subnets of several VPCs", "여러 VPC의 서브넷에 걸침"},
    .why = {"Whatever lives in several subnets lives in one VPC: AWS refuses subnets of another one.",
            "여러 서브넷에 걸친 것은 한 VPC 안에 있습니다. AWS는 다른 VPC의 서브넷을 거부합니다."},
    .mend = {"Keep the subnets of one VPC; make a second group for the other.",
             "한 VPC의 서브넷만 남기고 다른 VPC에는 따로 만드세요."},
    .page = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html",
    .on = "trait:spanning",
    .checkElement = checkStr011,
};

} // namespace sky::checks
