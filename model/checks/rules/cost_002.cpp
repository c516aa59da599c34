// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCost002(Ask& ask, const Thing& address) {
    if (!address.holders().empty()) return;
    ask.found(address, "{} is attached to nothing, and is billed by the hour all the same.",
              "{}은(는) 아무것에도 연결되지 않았는데도 시간당 요금이 듭니다.", address)
        .fix(say("Release {}", "{} 반납하기", address.name()), mends::remove(address));
}

extern const Rule kCost002{
    .id = "COST-002",
    .severity = Severity::Warning,
    .pillar = Pillar::Cost,
    .title = {"An Elastic IP address attached to nothing", "아무것에도 연결되지 않은 탄력적 IP 주소"},
    .why = {"Every public IPv4 address is billed by the hour, whether something uses it or not.",
            "퍼블릭 IPv4 주소는 쓰든 안 쓰든 시간당 요금이 듭니다."},
    .mend = {"Attach it to what needs a fixed address, or release it.",
             "고정 주소가 필요한 곳에 연결하거나 반납하세요."},
    .accept = {"It is kept on purpose, because others have it in their allow lists.",
               "다른 곳의 허용 목록에 들어 있어 일부러 남겨 둘 때."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html",
    .anchors = "securityhub:EC2.12 checkov:CKV2_AWS_19 config:eip-attached prowler:ec2_elastic_ip_unassigned",
    .on = "role:address",
    .checkElement = checkCost002,
};

} // namespace sky::checks
