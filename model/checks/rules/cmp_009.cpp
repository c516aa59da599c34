// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <utility>

namespace sky::checks {

// "r" of "r4", "m" of "db.m4", "t" of "cache.t2".
static char letterOf(std::string_view family) {
    const std::size_t dot = family.rfind('.');
    if (dot != std::string_view::npos) family.remove_prefix(dot + 1);
    return family.empty() ? ' ' : family.front();
}

static void checkCmp009(Ask& ask, const Thing& it) {
    for (const char* key : {"instanceType", "class", "nodeType"}) {
        const topology::Effective choice = it.property(key);
        if (!choice.property || !choice.text()) continue;
        const catalog::InstanceType* type = ask.catalog().type(choice.property->table, *choice.text());
        if (!type || type->currentGeneration) continue;
        // The smallest of today's types that is no weaker, of the same letter.
        const catalog::InstanceType* newer = nullptr;
        for (const catalog::InstanceType& each : ask.catalog().types(choice.property->table)) {
            if (!each.currentGeneration || letterOf(each.family) != letterOf(type->family) ||
                each.architecture != type->architecture)
                continue;
            if (each.vcpus < type->vcpus || each.memoryBytes < type->memoryBytes) continue;
            if (!newer || std::pair(each.vcpus, each.memoryBytes) < std::pair(newer->vcpus, newer->memoryBytes))
                newer = &each;
        }
        Found found =
            ask.found(it, "{} runs on {}, of a previous generation: newer ones are faster for the same money.",
                      "{}이(가) 이전 세대인 {}을(를) 씁니다. 새 세대가 같은 값에 더 빠릅니다.", it, type->type);
        if (newer) found.fixBySetting(it, key, newer->type);
    }
}

extern const Rule kCmp009{
    .id = "CMP-009",
    .severity = Severity::Info,
    .pillar = Pillar::Cost,
    .title = {"An instance type of a previous generation", "이전 세대 인스턴스 유형"},
    .why = {"AWS keeps old types running but no longer improves their price. A newer generation of the same size is "
            "usually cheaper and faster, and more of it is available.",
            "AWS는 옛 유형을 계속 제공하지만 값은 더 내리지 않습니다. 같은 크기의 새 세대가 대개 더 싸고 빠르며 "
            "구하기도 쉽습니다."},
    .mend = {"Take the same size of a newer generation.", "같은 크기의 새 세대를 쓰세요."},
    .accept = {"It is covered by a reservation, or the free tier.", "예약이나 프리 티어로 쓰고 있을 때."},
    .page = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html",
    .anchors = "cfn-lint:I3100",
    .on = "ec2 auto-scaling-group launch-template rds aurora elasticache",
    .checkElement = checkCmp009,
};

} // namespace sky::checks
