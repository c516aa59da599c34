// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSto010(Ask& ask, const Wire& it) {
    const WalkFacts* walk = it.walk();
    const Thing files = it.to();
    if (!walk || !walk->blocked() || walk->stops.empty() || !files.plays(role::kFileSystem)) return;
    if (walk->stops.front().code != "ENI_SG_RULES_MISMATCH" && walk->stops.front().code != "SG_HAS_NO_RULES") return;
    Found found = ask.found(it, "{} cannot mount {}: its security group does not admit NFS on port 2049.",
                            "{}이(가) {}을(를) 탑재할 수 없습니다. 보안 그룹이 포트 2049의 NFS를 허용하지 않습니다.",
                            it.from(), files);
    found.also({it.from(), files}).cause("blocked:" + it.id().str());
    const auto senders = it.from().securityGroups();
    const auto groups = files.securityGroups();
    if (!senders.empty() && !groups.empty())
        found.fix(say("Let {} admit {}", "{}에서 {} 허용하기", groups.front().name(), senders.front().name()),
                  mends::admit(groups.front(), "tcp", "2049", senders.front().id().str()));
}

extern const Rule kSto010{
    .id = "STO-010",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A file system that its clients cannot mount", "클라이언트가 탑재할 수 없는 파일 시스템"},
    .why = {"Mount targets are network interfaces with security groups of their own. NFS uses TCP port 2049.",
            "탑재 대상은 자체 보안 그룹을 가진 네트워크 인터페이스입니다. NFS는 TCP 2049번 포트를 씁니다."},
    .mend = {"Admit the clients' security group on port 2049.", "포트 2049에서 클라이언트의 보안 그룹을 허용하세요."},
    .page = "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
    .anchors = "reachability-analyzer:ENI_SG_RULES_MISMATCH",
    .on = "link:traffic",
    .checkLink = checkSto010,
};

} // namespace sky::checks
