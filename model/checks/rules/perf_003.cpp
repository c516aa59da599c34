// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkPerf003(Ask& ask, const Thing& it) {
    const auto throughput = it.property("throughput").quantity();
    if (!throughput || !it.isSet("throughput")) return;
    for (const Thing& holder : it.holders()) {
        const std::string* name = holder.text("instanceType");
        const catalog::InstanceType* type = name ? ask.catalog().type("instance-types", *name) : nullptr;
        if (!type || !type->ebsBitsPerSecond || throughput->amount <= *type->ebsBitsPerSecond) continue;
        const Quantity most{*type->ebsBitsPerSecond, Unit::Bandwidth};
        ask.found(it, "{} can do {}, but {} ({}) passes no more than {}.",
                  "{}은(는) {}까지 낼 수 있지만 {}({})은(는) {}까지만 전달합니다.", it, *throughput, holder, *name,
                  most)
            .fixBySetting(it, "throughput", most);
    }
}

extern const Rule kPerf003{
    .id = "PERF-003",
    .severity = Severity::Info,
    .pillar = Pillar::Performance,
    .title = {"A volume faster than its instance", "인스턴스보다 빠른 볼륨"},
    .why = {"Each instance type has a limit for its volumes together. Throughput above it is paid for and never seen.",
            "인스턴스 유형마다 볼륨 전체에 대한 한도가 있습니다. 그 이상의 처리량은 돈만 내고 쓸 수 없습니다."},
    .mend = {"Take a smaller throughput or a larger instance.", "처리량을 줄이거나 더 큰 인스턴스를 쓰세요."},
    .accept = {"The instance will be made larger soon.", "곧 더 큰 인스턴스로 바꿀 때."},
    .page = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html",
    .on = "role:volume",
    .checkElement = checkPerf003,
};

} // namespace sky::checks
