// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

#include <cmath>
#include <numbers>

namespace sky::checks {

// Along the great circle.
static double kilometres(double latitude1, double longitude1, double latitude2, double longitude2) {
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double half1 = std::sin(radians(latitude2 - latitude1) / 2);
    const double half2 = std::sin(radians(longitude2 - longitude1) / 2);
    const double h = half1 * half1 + std::cos(radians(latitude1)) * std::cos(radians(latitude2)) * half2 * half2;
    return 2 * 6371 * std::asin(std::min(1.0, std::sqrt(h)));
}

static void checkPerf001(Ask& ask, const Wire& it) {
    const Thing to = it.to();
    const Thing from = it.from();
    const catalog::Region* region = ask.catalog().region(to.region());
    if (!region || (!to.plays(role::kObjectStore) && !to.plays(role::kLoadBalancer))) return;
    std::vector<Thing> users;
    if (from.plays(role::kDns))
        for (const Wire& call : from.callers()) users.push_back(call.from());
    else
        users.push_back(from);
    for (const Thing& each : users) {
        const std::string* place = each.is(Trait::Caller) ? each.text("place") : nullptr;
        const auto city = place ? ask.catalog().place(*place) : std::nullopt;
        if (!city) continue;
        const double far = kilometres(city->latitude, city->longitude, region->latitude, region->longitude);
        if (far < 3000) continue;
        const auto rounded = static_cast<std::int64_t>(far / 100) * 100;
        ask.found(
               it, "{} are about {} km from {}: every answer of {} travels that far, and no CDN is drawn.",
               "{}은(는) {} km쯤 떨어진 {}까지 갑니다. {}의 모든 응답이 그만큼 이동하는데 CDN이 그려져 있지 않습니다.",
               each, rounded, region->name, to)
            .fix(say("Put CloudFront in front of {}", "{} 앞에 CloudFront 두기", to.name()),
                 mends::insertBetween(it, "cloudfront", Thing()));
        return;
    }
}

extern const Rule kPerf001{
    .id = "PERF-001",
    .severity = Severity::Info,
    .pillar = Pillar::Performance,
    .title = {"Distant users without a CDN", "CDN 없이 먼 곳에서 오는 사용자"},
    .why = {"Light needs about 10 ms per 1,000 km and back, and a page needs several round trips. CloudFront answers "
            "near the users and keeps connections to the origin open.",
            "빛은 1,000km 왕복에 10ms쯤 걸리고 페이지 하나에 왕복이 여러 번 필요합니다. CloudFront는 사용자 가까이에서 "
            "응답하고 오리진까지의 연결을 열어 둡니다."},
    .mend = {"Serve through CloudFront, or build a second Region near them.",
             "CloudFront로 제공하거나 사용자 가까이에 두 번째 리전을 만드세요."},
    .accept = {"Few users, or none who would notice.", "사용자가 적거나 느려도 괜찮을 때."},
    .page = "https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/"
            "networking-and-content-delivery.html",
    .anchors = "wellarchitected:PERF04-BP05",
    .on = "link:traffic",
    .checkLink = checkPerf001,
};

} // namespace sky::checks
