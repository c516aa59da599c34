// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkCost005(Ask& ask, const Wire& it) {
    const Thing from = it.from();
    const Thing to = it.to();
    if (from.region().empty() || to.region().empty() || from.region() == to.region()) return;
    ask.found(it, "{} in {} calls {} in {}: transfer between regions is billed, and every call takes the long way.",
              "{2}의 {1}이(가) {4}의 {3}을(를) 호출합니다. 리전 간 전송 요금이 들고 호출마다 먼 길을 갑니다.", from,
              from.region(), to, to.region());
}

extern const Rule kCost005{
    .id = "COST-005",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"A connection that crosses regions", "리전을 넘는 연결"},
    .why = {"Data that leaves a Region is billed by the gigabyte, and a round trip between Regions takes tens to "
            "hundreds of milliseconds.",
            "리전을 나가는 데이터는 GB마다 요금이 들고, 리전 사이 왕복에는 수십에서 수백 밀리초가 걸립니다."},
    .mend = {"Keep a copy in each Region, or send events instead of waiting for answers.",
             "리전마다 사본을 두거나 응답을 기다리는 대신 이벤트를 보내세요."},
    .accept = {"The data must stay where it is, or the calls are rare.",
               "데이터가 그 리전에 있어야 하거나 호출이 드물 때."},
    .page = "https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html",
    .anchors = "wellarchitected:COST08-BP02",
    .on = "link:traffic link:event",
    .checkLink = checkCost005,
};

} // namespace sky::checks
