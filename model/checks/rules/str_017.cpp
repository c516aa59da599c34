// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <algorithm>

namespace sky::checks {

static void checkStr017(Ask& ask, const Thing& it) {
    const std::string* letter = it.text(topology::key::kZone);
    const catalog::Region* region = ask.catalog().region(it.region());
    if (!letter || !region || std::find(region->zones.begin(), region->zones.end(), *letter) != region->zones.end())
        return;
    std::string all;
    for (const std::string& each : region->zones) all += (all.empty() ? "" : ", ") + each;
    Found found = ask.found(it, "{} has no zone {}; there are {}.", "{}에 영역 {}이(가) 없습니다. 있는 영역: {}.",
                            region->name, *letter, all);
    std::vector<std::string> taken;
    for (const Thing& other : it.parent().children())
        if (const std::string* used = other.text(topology::key::kZone)) taken.push_back(*used);
    for (const std::string& each : region->zones)
        if (std::find(taken.begin(), taken.end(), each) == taken.end()) {
            found.fixBySetting(it, topology::key::kZone, each);
            break;
        }
}

extern const Rule kStr017{
    .id = "STR-017",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A zone the region does not have", "리전에 없는 영역"},
    .why = {"Regions have between three and six Availability Zones, and not every letter exists in each of them.",
            "리전의 가용 영역은 세 개에서 여섯 개이며, 모든 글자가 어디에나 있지는 않습니다."},
    .mend = {"Choose a zone that the region has.", "리전에 있는 영역을 고르세요."},
    .page = "https://docs.aws.amazon.com/general/latest/gr/rande.html",
    .on = "role:zone role:subnet",
    .checkElement = checkStr017,
};

} // namespace sky::checks
