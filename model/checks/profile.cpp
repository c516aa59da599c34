// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/profile.h"

#include "checks/rule.h"

#include <array>

namespace sky::checks {

bool Profile::asks(const Rule& rule) const {
    if (rule.severity == Severity::Error || rule.pillar == Pillar::Structure) return true;
    const std::string_view who = key;
    if (who == "cost") return rule.pillar == Pillar::Cost;
    if (who == "pci") return rule.pillar == Pillar::Security || rule.pillar == Pillar::Operations;
    if (who == "learning") return rule.pillar != Pillar::Operations && rule.severity != Severity::Info;
    return true;
}

std::span<const Profile> profiles() {
    static const std::array<Profile, 4> kProfiles{{
        {"production",
         {"Production", "운영"},
         {"Everything that matters for a design that is going to be run", "실제로 운영할 설계에 중요한 모든 것"},
         false},
        {"learning",
         {"Learning", "학습"},
         {"What cannot work and what teaches: errors and warnings, without housekeeping",
          "동작할 수 없는 것과 배울 만한 것: 잔손질은 빼고 오류와 경고만"},
         false},
        {"pci",
         {"PCI", "PCI"},
         {"What auditors of card data ask for: what is left unset is taken as AWS's default",
          "카드 데이터 심사에서 묻는 것: 지정하지 않은 속성은 AWS 기본값으로 봅니다"},
         true},
        {"cost", {"Cost", "비용"}, {"What is paid for without need", "필요 없이 돈이 나가는 것"}, false},
    }};
    return kProfiles;
}

const Profile* findProfile(std::string_view key) {
    for (const Profile& profile : profiles())
        if (profile.key == key) return &profile;
    return nullptr;
}

const Profile& profileOr(std::string_view key) {
    const Profile* found = findProfile(key);
    return found ? *found : profiles().front();
}

} // namespace sky::checks
