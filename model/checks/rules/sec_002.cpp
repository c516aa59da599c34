// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "checks/security_rules.h"

namespace sky::checks {

static void checkSec002(Ask& ask, const Thing& it) {
    struct Port {
        int number;
        const char* name;
    };
    static constexpr Port kPorts[] = {{20, "FTP"},
                                      {21, "FTP"},
                                      {23, "Telnet"},
                                      {25, "SMTP"},
                                      {110, "POP3"},
                                      {135, "RPC"},
                                      {143, "IMAP"},
                                      {445, "SMB"},
                                      {1433, "SQL Server"},
                                      {1434, "SQL Server"},
                                      {3306, "MySQL"},
                                      {4333, "mSQL"},
                                      {5432, "PostgreSQL"},
                                      {5500, "VNC"},
                                      {5601, "Kibana"},
                                      {6379, "Redis"},
                                      {9200, "Elasticsearch"},
                                      {9300, "Elasticsearch"},
                                      {11211, "Memcached"},
                                      {27017, "MongoDB"}};
    for (const AdmitRow& row : admitted(it)) {
        if (!row.fromEverywhere || row.protocol == "all" || !row.isFor("tcp") || row.portCount() >= 60000) continue;
        for (const Port& port : kPorts) {
            if (!row.covers(port.number)) continue;
            ask.found(it, "{} opens port {} ({}) to the whole internet.",
                      "{}이(가) 포트 {}({})을(를) 인터넷 전체에 엽니다.", it, port.number, port.name)
                .fix(say("Remove this rule from {}", "{}에서 이 규칙 지우기", it.name()),
                     mends::removeRow(it, "in", row.row));
            break; // one finding per rule of the group
        }
    }
}

extern const Rule kSec002{
    .id = "SEC-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A risky port open to the internet", "인터넷에 열린 위험한 포트"},
    .why = {"Databases, caches, mail and file services are not made to face the internet; many of the largest leaks "
            "began at such a port.",
            "데이터베이스, 캐시, 메일, 파일 서비스는 인터넷에 드러내도록 만들어지지 않았습니다. 큰 유출 사고 가운데 "
            "많은 수가 이런 포트에서 시작되었습니다."},
    .mend = {"Admit the security group of the clients instead of everywhere.",
             "모든 곳 대신 클라이언트의 보안 그룹만 허용하세요."},
    .accept = {"The service is meant for the public, a mail server for example.", "메일 서버처럼 공개 서비스일 때."},
    .page = "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    .anchors = "securityhub:EC2.19 config:restricted-common-ports "
               "prowler:ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
    .on = "role:security-group",
    .checkElement = checkSec002,
};

} // namespace sky::checks
