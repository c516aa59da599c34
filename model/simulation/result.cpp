// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/result.h"

#include <algorithm>
#include <numeric>

namespace sky::simulation {

Text nameOf(Outcome outcome) {
    switch (outcome) {
    case Outcome::Ok: return say("answered", "응답");
    case Outcome::Refused: return say("refused (503)", "거부 (503)");
    case Outcome::TimedOut: return say("timed out (504)", "시간 초과 (504)");
    case Outcome::Unreachable: return say("no connection (502)", "연결 불가 (502)");
    case Outcome::Throttled: return say("throttled (429)", "제한 (429)");
    case Outcome::Failed: return say("failed (500)", "오류 (500)");
    case Outcome::Abandoned: return say("given up", "포기");
    }
    return {};
}

std::string_view keyOf(Outcome outcome) {
    constexpr std::string_view kKeys[] = {"ok", "refused", "timed-out", "unreachable", "throttled", "failed", "abandoned"};
    return kKeys[static_cast<std::size_t>(outcome)];
}

namespace {
std::uint64_t sum(const std::array<std::uint64_t, kOutcomes>& outcomes) {
    return std::accumulate(outcomes.begin(), outcomes.end(), std::uint64_t{0});
}
double part(const std::array<std::uint64_t, kOutcomes>& outcomes) {
    const std::uint64_t all = sum(outcomes);
    return all == 0 ? 1.0 : static_cast<double>(outcomes[0]) / static_cast<double>(all);
}
} // namespace

std::uint64_t SeriesRow::ended() const {
    return sum(outcomes);
}
double SeriesRow::success() const {
    return part(outcomes);
}
std::uint64_t RunResult::ended() const {
    return sum(outcomes);
}
double RunResult::success() const {
    return part(outcomes);
}
bool RunResult::met() const {
    return std::none_of(goals.begin(), goals.end(), [](const GoalResult& goal) { return goal.met == false; });
}

} // namespace sky::simulation
