// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/availability.h"

#include "resilience/graph_chance.h"

#include <cmath>
#include <limits>

namespace sky::resilience {
namespace {

Error wrong(const char* place, Text what) {
    return {ErrorCode::Invalid, place, std::move(what), {}};
}
Error notPositive(const char* place) {
    return wrong(place, say("a time in hours, more than 0, is wanted.", "0보다 큰 시간(시간 단위)이어야 합니다."));
}
bool isPositive(double hours) {
    return hours > 0 && std::isfinite(hours);
}
bool isChance(double value) {
    return value >= 0 && value <= 1;
}

Availability fromDown(double down) {
    Availability result;
    result.unavailability = down;
    result.availability = 1 - down;
    return result;
}

Result<Availability> solve(const MarkovChain& chain, const std::vector<bool>& up, bool first) {
    auto shares = chain.longRun();
    if (!shares) return std::move(shares).error();
    double down = 0;
    double failures = 0;
    for (std::size_t i = 0; i < chain.states(); ++i) {
        if (!up[i]) down += (*shares)[i];
        for (std::size_t j = 0; up[i] && j < chain.states(); ++j)
            if (!up[j]) failures += (*shares)[i] * chain.rate(i, j);
    }
    Availability result = fromDown(down);
    result.failuresPerHour = failures;
    if (first && failures > 0) {
        std::vector<bool> target(up.size());
        for (std::size_t i = 0; i < up.size(); ++i) target[i] = !up[i];
        if (const auto time = chain.meanTimeTo(target)) result.meanTimeToFirstFailure = *time;
    }
    return result;
}

Result<Availability> solve(const GraphModel& model) {
    const auto chance = chanceOf(model.graph, model.down);
    if (!chance) return chance.error();
    Availability result = fromDown(chance->down);
    if (!model.repairHours) return result;
    // A failure of the whole begins with an event that happens while it matters.
    double failures = 0;
    const auto add = [&](const std::vector<double>& down, const std::vector<double>& repair,
                         const std::vector<double>& importance) {
        if (down.size() != repair.size()) return false;
        for (std::size_t i = 0; i < down.size(); ++i) {
            if (down[i] > 0 && !isPositive(repair[i])) return false;
            if (down[i] > 0) failures += down[i] / repair[i] * importance[i];
        }
        return true;
    };
    if (!add(model.down.components, model.repairHours->components, chance->importance.components) ||
        !add(model.down.zones, model.repairHours->zones, chance->importance.zones) ||
        !add(model.down.regions, model.repairHours->regions, chance->importance.regions))
        return notPositive("repairHours");
    result.failuresPerHour = failures;
    return result;
}

// State i: i things are down.
Result<Availability> solve(const GroupModel& model) {
    if (model.count < 1 || static_cast<std::size_t>(model.count) >= kMostStates)
        return wrong("count", say("from 1 to {} things are wanted.", "1개에서 {}개까지여야 합니다.",
                                  std::uint64_t{kMostStates - 1}));
    if (model.needed < 1 || model.needed > model.count)
        return wrong("needed", say("of {} things, from 1 to all can be needed.",
                                   "{}개 중 1개부터 전부까지 필요할 수 있습니다.", model.count));
    if (model.crews < 0)
        return wrong("crews", say("crews cannot be fewer than none.", "수리조는 0 이상이어야 합니다."));
    if (!isPositive(model.each.failure)) return notPositive("each.failure");
    if (!isPositive(model.each.repair)) return notPositive("each.repair");
    if (!isChance(model.commonCause))
        return wrong("commonCause", say("a share between 0 and 1 is wanted.", "0과 1 사이의 비율이어야 합니다."));
    const int count = model.count;
    const int crews = model.crews == 0 ? count : model.crews;
    const double failure = 1 / model.each.failure;
    MarkovChain chain(static_cast<std::size_t>(count) + 1);
    std::vector<bool> up;
    for (int down = 0; down <= count; ++down) {
        const auto at = static_cast<std::size_t>(down);
        up.push_back(count - down >= model.needed);
        if (down < count) chain.add(at, at + 1, (count - down) * (1 - model.commonCause) * failure);
        if (down < count) chain.add(at, static_cast<std::size_t>(count), model.commonCause * failure);
        if (down > 0) chain.add(at, at - 1, std::min(down, crews) / model.each.repair);
    }
    return solve(chain, up, true);
}

Result<Availability> solve(const StandbyModel& model) {
    if (!isPositive(model.failure)) return notPositive("failure");
    if (!isPositive(model.failover)) return notPositive("failover");
    if (!isPositive(model.repair)) return notPositive("repair");
    if (!isPositive(model.rebuild)) return notPositive("rebuild");
    if (!isChance(model.coverage))
        return wrong("coverage", say("a share between 0 and 1 is wanted.", "0과 1 사이의 비율이어야 합니다."));
    enum State : std::size_t { kWhole, kFailingOver, kAlone, kDown };
    MarkovChain chain(4);
    chain.add(kWhole, kFailingOver, model.coverage / model.failure);
    chain.add(kWhole, kDown, (1 - model.coverage) / model.failure);
    chain.add(kFailingOver, kAlone, 1 / model.failover);
    chain.add(kAlone, kWhole, 1 / model.rebuild);
    chain.add(kAlone, kDown, 1 / model.failure);
    chain.add(kDown, kWhole, 1 / model.repair);
    return solve(chain, {true, false, true, false}, true);
}

Result<Availability> solve(const SitesModel& model) {
    if (!(model.availability > 0 && model.availability < 1))
        return wrong("availability", say("a share between 0 and 1 is wanted.", "0과 1 사이의 비율이어야 합니다."));
    if (!isPositive(model.repair)) return notPositive("repair");
    if (!isPositive(model.failover)) return notPositive("failover");
    enum State : std::size_t { kBoth, kSwitching, kWithoutStandby, kOnStandby, kNone };
    const double repair = 1 / model.repair;
    const double failure = repair * (1 - model.availability) / model.availability;
    MarkovChain chain(5);
    chain.add(kBoth, kSwitching, failure);
    chain.add(kBoth, kWithoutStandby, failure);
    chain.add(kSwitching, kOnStandby, 1 / model.failover);
    chain.add(kSwitching, kBoth, repair);
    chain.add(kWithoutStandby, kBoth, repair);
    chain.add(kWithoutStandby, kNone, failure);
    chain.add(kOnStandby, kBoth, repair);
    chain.add(kOnStandby, kNone, failure);
    chain.add(kNone, kOnStandby, repair);
    chain.add(kNone, kWithoutStandby, repair);
    return solve(chain, {true, false, true, true, false}, true);
}

Result<Availability> solve(const ChainModel& model) {
    if (model.up.size() != model.chain.states())
        return wrong("up",
                     say("every state needs to be called up or down.", "모든 상태가 정상인지 아닌지 정해야 합니다."));
    return solve(model.chain, model.up, model.up.front());
}

} // namespace

double Availability::nines() const {
    return unavailability > 0 ? -std::log10(unavailability) : std::numeric_limits<double>::infinity();
}

Result<Availability> availabilityOf(const AvailabilityModel& model) {
    return std::visit([](const auto& one) { return solve(one); }, model);
}

} // namespace sky::resilience
