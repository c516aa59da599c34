// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

#include <charconv>

namespace sky::checks {

static int numberOf(std::string_view port) {
    int number = -1;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    return error == std::errc() && end == port.data() + port.size() ? number : -1;
}

// No more addresses than the subnets of the clients have.
static bool isForClients(const Cidr& block, const std::vector<Cidr>& theirs) {
    std::uint64_t within = 0;
    for (const Cidr& subnet : theirs) {
        if (contains(subnet, block)) return true;
        if (contains(block, subnet)) within += addressCount(subnet);
    }
    return addressCount(block) <= within;
}

static void checkDb007(Ask& ask, const Thing& it) {
    std::vector<Thing> clients;
    std::vector<Cidr> theirs;
    std::string port;
    for (const Wire& call : it.callers()) {
        clients.push_back(call.from());
        if (port.empty()) port = call.port();
        for (const Thing& subnet : call.from().subnets())
            if (const auto block = subnet.effectiveCidr()) theirs.push_back(*block);
    }
    const int number = numberOf(port);
    if (number < 0) return;
    for (const Thing& group : it.securityGroups()) {
        for (const AdmitRow& row : admitted(group)) {
            if (row.peer || !row.isFor("tcp") || !row.covers(number)) continue;
            const auto block = parseCidr(row.from);
            if (!block || (!row.fromEverywhere && isForClients(*block, theirs))) continue;
            if (!row.fromEverywhere && theirs.empty()) continue; // clients unknown, or outside the VPC
            Found found = ask.found(it, "{1} lets {2} reach {3} on port {4}; its clients are {5}.",
                                    "{1}이(가) {2}에서 {3}의 포트 {4}에 닿게 합니다. 클라이언트는 {5}뿐입니다.", group,
                                    *block, it, port, clients);
            found.also(group);
            const auto senders = clients.front().securityGroups();
            if (clients.size() == 1 && !senders.empty())
                found.fix(say("Admit {} instead", "대신 {}만 허용하기", senders.front().name()),
                          mends::then(mends::removeRow(group, "in", row.row),
                                      mends::admit(group, "tcp", port, senders.front().id().str())));
        }
    }
}

extern const Rule kDb007{
    .id = "DB-007",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A database open beyond its clients", "클라이언트보다 넓게 열린 데이터베이스"},
    .why = {"Only what queries a database needs to reach its port. A rule that names a wide range of addresses lets "
            "everything else try as well: the next broken server in the VPC, or the whole internet.",
            "데이터베이스의 포트에는 질의하는 쪽만 닿으면 됩니다. 넓은 주소 범위를 적은 규칙은 VPC의 다른 고장 난 "
            "서버나 인터넷 전체까지 시도하게 합니다."},
    .mend = {"Name the security group of the clients instead of addresses.",
             "주소 대신 클라이언트의 보안 그룹을 적으세요."},
    .page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
    .anchors = "cdk-nag:AwsSolutions-RDS8 prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306 "
               "securityhub:EC2.19",
    .on = "role:database",
    .checkElement = checkDb007,
};

} // namespace sky::checks
