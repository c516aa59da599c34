// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkDb017(Ask& ask, const Thing& it) {
    const auto nodes = it.amount("dataNodes").value_or(1);
    const bool aware = it.flag("zoneAwareness") != Truth::No;
    if (!ask.production() || (aware && nodes >= 3)) return;
    Mend all = mends::set(it, "zoneAwareness", true);
    if (nodes < 3) all = mends::then(all, mends::set(it, "dataNodes", mends::count(3)));
    ask.found(it,
              aware ? "{} has {} data nodes: losing a zone leaves too few to hold every shard twice."
                    : "{} does not spread its {} data nodes over zones: one zone down, and search stops.",
              aware ? "{}의 데이터 노드가 {}개라 영역 하나를 잃으면 모든 샤드를 두 벌씩 담을 수 없습니다."
                    : "{}의 데이터 노드 {}개가 영역에 나뉘지 않아 영역 하나가 멈추면 검색도 멈춥니다.",
              it, nodes)
        .fix(say("Three data nodes over the zones", "데이터 노드 셋을 영역에 나누기"), all);
}

extern const Rule kDb017{
    .id = "DB-017",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A search domain that does not survive a zone", "영역 하나를 잃으면 멈추는 검색 도메인"},
    .why = {"Without zone awareness all copies of a shard may stand in one zone. Three data nodes keep a quorum when "
            "one is lost.",
            "영역 인식이 없으면 한 샤드의 사본이 모두 한 영역에 놓일 수 있습니다. 데이터 노드가 셋이면 하나를 잃어도 "
            "과반이 남습니다."},
    .mend = {"Turn zone awareness on and take three data nodes or more.",
             "영역 인식을 켜고 데이터 노드를 셋 이상 두세요."},
    .accept = {"Search may be missing for a while.", "검색이 잠시 없어도 될 때."},
    .page = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html",
    .anchors = "securityhub:Opensearch.6 cdk-nag:AwsSolutions-OS7 config:opensearch-data-node-fault-tolerance "
               "prowler:opensearch_service_domains_fault_tolerant_data_nodes",
    .on = "opensearch",
    .checkElement = checkDb017,
};

} // namespace sky::checks
