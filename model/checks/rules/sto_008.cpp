// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkSto008(Ask& ask, const Thing& it) {
    if (it.equals("type", "regional") != Truth::Yes || !it.knowsZones()) return;
    const auto targets = it.drawnZones();
    std::vector<Thing> clients;
    for (const Wire& call : it.callers()) clients.push_back(call.from());
    std::vector<std::string> said; // one finding a zone
    for (const Thing& client : clients) {
        for (const Thing& subnet : client.subnets()) {
            const auto zone = subnet.zone();
            if (!zone || zone->letter.empty() || std::find(targets.begin(), targets.end(), *zone) != targets.end())
                continue;
            if (std::find(said.begin(), said.end(), zone->domain) != said.end()) continue;
            said.push_back(zone->domain);
            ask.found(it,
                      "{1} has no mount target in zone {2}, where {3} mounts it: that crosses zones, is billed, and "
                      "fails with the other zone.",
                      "{1}의 탑재 대상이 {3}이(가) 있는 영역 {2}에 없습니다. 영역을 넘어 요금이 들고 다른 영역이 "
                      "멈추면 함께 멈춥니다.",
                      it, zone->letter, client)
                .also(client)
                .fix(say("A mount target in {}", "{}에 탑재 대상 두기", subnet.name()), mends::spanToo(it, subnet));
        }
    }
}

extern const Rule kSto008{
    .id = "STO-008",
    .severity = Severity::Warning,
    .pillar = Pillar::Reliability,
    .title = {"A zone without a mount target of its file system", "파일 시스템의 탑재 대상이 없는 영역"},
    .why = {"A mount target lives in one zone. Clients in a zone without one use another zone's: slower, billed by the "
            "byte, and down when that zone is.",
            "탑재 대상은 한 영역에 있습니다. 없는 영역의 클라이언트는 다른 영역의 것을 써서 느리고 바이트마다 요금이 "
            "들며 그 영역이 멈추면 함께 멈춥니다."},
    .mend = {"Put a mount target into each zone that has clients.", "클라이언트가 있는 영역마다 탑재 대상을 두세요."},
    .page = "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    .anchors = "prowler:efs_multi_az_enabled trustedadvisor:Amazon-EFS-no-mount-target-redundancy",
    .on = "role:file-system",
    .checkElement = checkSto008,
};

} // namespace sky::checks
