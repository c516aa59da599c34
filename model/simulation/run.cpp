// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/run.h"

#include "simulation/operations.h"
#include "simulation/replications.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>

namespace sky::simulation {
namespace {

constexpr double kAround = 600.0; // seconds kept one by one before and after an event

struct One { // one replication
    RunResult result;
    double p99 = 0.0;
};

double rowLength(const diagram::Scenario& scenario, double at, double duration) {
    for (const diagram::Event& event : scenario.events) {
        const double begin = static_cast<double>(event.at) / 1e9;
        const double end = begin + (event.lasting ? static_cast<double>(*event.lasting) / 1e9 : 0.0);
        if (std::abs(at - begin) <= kAround || std::abs(at - end) <= kAround) return 1.0;
    }
    return duration <= 7200.0 ? 1.0 : duration <= 2.0 * 86400.0 ? 10.0 : std::max(60.0, std::ceil(duration / 20000.0));
}

// From the fault until half a minute of answers in a row is above 99 % again. A second without any answer says nothing.
void judgeRecovery(RunResult& result) {
    if (!result.firstFault) return;
    const double fault = *result.firstFault;
    double lastBad = fault;
    double well = 0.0; // since the last bad second
    for (const SeriesRow& row : result.series) {
        if (row.at + row.length <= fault) continue;
        for (std::size_t i = 1; i < kOutcomes; ++i) result.lost += row.outcomes[i];
        if (row.ended() == 0 || (result.hurt && well >= 30.0)) continue;
        if (row.success() < 0.99) {
            result.hurt = true;
            lastBad = row.at + row.length;
            well = 0.0;
        } else {
            well += row.length;
        }
    }
    if (!result.hurt) result.recovery = 0.0;
    else if (well >= 10.0) result.recovery = lastBad - fault;
}

void elementResults(const Plan& plan, const Tallies& tallies, const Engine& engine, const std::vector<std::uint64_t>& mostWaiting, RunResult& result) {
    for (const ElementId& element : plan.elements) {
        ElementResult made;
        made.element = element;
        double busy = 0.0;
        double servers = 0.0;
        LogHistogram answers(-20, 14);
        for (std::uint32_t i = 0; i < plan.stations.size(); ++i) {
            const PlannedStation& station = plan.stations[i];
            if (station.element != element) continue;
            made.mostWaiting += mostWaiting[i];
            if (!station.fails) continue;
            const StationTally& tally = tallies.stations[i];
            made.requests += tally.arrivals;
            made.refused += tally.refused;
            made.throttled += tally.throttled;
            made.failed += tally.failed;
            made.coldStarts += engine.coldStarts(i);
            if (plan.network.stations[i].servers != kUnlimited) {
                busy += tally.areaBusy;
                servers += plan.network.stations[i].servers;
            }
            answers.add(tally.answers);
        }
        if (servers > 0.0 && tallies.time() > 0.0) made.utilisation = busy / servers / tallies.time();
        made.meanAnswer = answers.mean();
        made.p99Answer = answers.quantile(0.99);
        if (made.requests > 0) result.elements.push_back(std::move(made));
    }
}

One runOnce(const Plan& plan, std::uint64_t seed, const Progress& progress, std::atomic<std::uint64_t>& done, std::uint64_t whole) {
    One one;
    RunResult& result = one.result;
    const double duration = static_cast<double>(plan.scenario.duration) / 1e9;
    auto engine = std::make_unique<Engine>(plan.network, seed);
    Operations operations(plan, *engine, seed);
    LogHistogram second;
    SeriesRow row;
    engine->onEnded([&](std::uint32_t, Outcome outcome, double born, double now) {
        ++row.outcomes[static_cast<std::size_t>(outcome)];
        if (outcome != Outcome::Ok) return;
        second.file(now - born);
        result.sojourns.file(now - born);
    });
    operations.begin();
    result.instancesBegin = operations.inService();
    std::vector<std::uint64_t> mostWaiting(plan.stations.size(), 0);
    std::uint64_t bornBefore = 0;
    double at = 0.0;
    while (at < duration) {
        const double next = std::min(duration, at + 1.0);
        engine->run(next);
        operations.second(next);
        const std::uint32_t instances = operations.inService();
        result.instanceSeconds += instances * (next - at);
        result.instancesMost = std::max(result.instancesMost, instances);
        at = next;
        row.instances = instances;
        row.waiting = 0;
        for (std::uint32_t i = 0; i < plan.stations.size(); ++i) {
            const std::uint64_t waiting = engine->waiting(i);
            row.waiting += waiting;
            mostWaiting[i] = std::max(mostWaiting[i], waiting);
        }
        if (at - row.at + 1e-9 >= std::min(rowLength(plan.scenario, row.at, duration), duration - row.at)) {
            std::uint64_t born = 0;
            for (std::uint32_t source = 0; source < plan.sources.size(); ++source) born += engine->sourceTally(source).born;
            row.born = born - bornBefore;
            bornBefore = born;
            row.length = at - row.at;
            row.p50 = second.quantile(0.5);
            row.p99 = second.quantile(0.99);
            for (std::size_t i = 0; i < kOutcomes; ++i) result.outcomes[i] += row.outcomes[i];
            result.series.push_back(row);
            row = {};
            row.at = at;
            second.clear();
        }
        progress.report(done.fetch_add(1) + 1, whole);
        if (progress.cancelled() && at < duration) {
            result.cutOff = true;
            break;
        }
    }
    result.duration = at;
    result.born = bornBefore;
    result.instancesEnd = operations.inService();
    result.causes = operations.causes(at);
    result.firstFault = operations.firstFault();
    elementResults(plan, engine->tallies(), *engine, mostWaiting, result);
    judgeRecovery(result);
    for (const CopyPlan& copy : plan.copies) {
        for (const DatabasePlan& database : plan.databases) {
            if (database.element == copy.from && operations.everLost(database.station)) result.dataLost = std::max(result.dataLost.value_or(0.0), copy.lag);
        }
    }
    one.p99 = result.sojourns.quantile(0.99);
    return one;
}

Interval interval(const std::vector<double>& values) {
    Interval made;
    for (const double value : values) made.mean += value / static_cast<double>(values.size());
    if (values.size() < 2) return made;
    double squares = 0.0;
    for (const double value : values) squares += (value - made.mean) * (value - made.mean);
    // Student's t at 97.5 %, for 1, 2, … degrees of freedom.
    constexpr double kStudent[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131};
    const std::size_t freedom = values.size() - 1;
    const double student = freedom <= 15 ? kStudent[freedom - 1] : 1.96 + 2.6 / static_cast<double>(freedom);
    made.half = student * std::sqrt(squares / static_cast<double>(freedom) / static_cast<double>(values.size()));
    return made;
}

std::string percentText(double part) {
    const auto scaled = static_cast<std::int64_t>(std::floor(part * 1e5)); // never rounded up to 100 %
    std::string digits = std::to_string(scaled % 1000);
    return std::to_string(scaled / 1000) + "." + std::string(3 - digits.size(), '0') + digits + "%";
}

std::string secondsText(double seconds) {
    const double unit = seconds < 10.0 ? 1e6 : 1e9; // to the millisecond below ten seconds
    return toText(Quantity{static_cast<std::int64_t>(std::llround(seconds * 1e9 / unit)) * static_cast<std::int64_t>(unit), Unit::Duration});
}

void judgeGoals(const diagram::Scenario& scenario, RunResult& result) {
    for (const auto& [goal, scalar] : scenario.goals.fields) {
        GoalResult made;
        made.goal = goal;
        const auto* quantity = std::get_if<Quantity>(&scalar);
        if (quantity) made.wanted = toText(*quantity);
        const double wanted = quantity ? toDouble(*quantity) : 0.0;
        if (goal == "availability" && quantity) {
            made.measured = percentText(result.success());
            made.met = result.success() >= wanted;
        } else if (goal == "recovery" && quantity) {
            made.measured = !result.firstFault ? "-" : result.recovery ? secondsText(*result.recovery) : "not recovered";
            made.met = !result.firstFault || (result.recovery && *result.recovery <= wanted);
        } else if (quantity && goal.size() >= 2 && goal[0] == 'p' && goal.find_first_not_of("0123456789", 1) == std::string::npos) {
            const double part = std::stod("0." + goal.substr(1, 6));
            const double value = result.sojourns.quantile(part);
            made.measured = secondsText(value);
            made.met = value <= wanted;
        } else if (goal == "lost" && quantity) {
            made.measured = std::to_string(result.lost);
            made.met = static_cast<double>(result.lost) <= wanted;
        } else {
            made.measured = goal == "cost" ? "not priced" : "not measured";
        }
        result.goals.push_back(std::move(made));
    }
}

} // namespace

Result<RunResult> run(const Plan& plan, const RunOptions& options) {
    for (std::size_t i = 0; i < plan.scenario.events.size(); ++i) {
        const std::string& to = plan.scenario.events[i].to;
        if (Operations::known(plan, to)) continue;
        return Error{ErrorCode::NotFound, "events[" + std::to_string(i) + "].to",
                     say("\"{}\" takes no part in this run.", "\"{}\"은(는) 이 실행에 참여하지 않습니다.", to),
                     say("Name an element, part or link that requests pass, \"az:a\", or \"region:CODE\".", "요청이 지나는 요소, 부분, 연결이나 \"az:a\", \"region:코드\"를 쓰세요.")};
    }
    const std::uint64_t seed = options.seed.value_or(plan.scenario.seed);
    const std::size_t count = std::max<std::size_t>(1, options.replications);
    std::atomic<std::uint64_t> done{0};
    const auto whole = static_cast<std::uint64_t>(std::ceil(static_cast<double>(plan.scenario.duration) / 1e9)) * count;
    std::vector<One> runs = replicate<One>(count, options.threads, [&](std::size_t i) { return runOnce(plan, replicationSeed(seed, i), options.progress, done, whole); });
    std::vector<double> availability;
    std::vector<double> p99;
    RunResult result = std::move(runs.front().result);
    availability.push_back(result.success());
    p99.push_back(runs.front().p99);
    for (std::size_t i = 1; i < count; ++i) {
        const RunResult& other = runs[i].result;
        availability.push_back(other.success());
        p99.push_back(runs[i].p99);
        result.born += other.born;
        for (std::size_t o = 0; o < kOutcomes; ++o) result.outcomes[o] += other.outcomes[o];
        result.sojourns.add(other.sojourns);
        result.cutOff = result.cutOff || other.cutOff;
    }
    result.scenario = plan.scenario.id.str();
    result.seed = seed;
    result.replications = count;
    result.availability = interval(availability);
    result.p99 = interval(p99);
    result.assumptions = plan.assumptions;
    result.blocked = plan.blocked;
    result.partial = plan.partial;
    judgeGoals(plan.scenario, result);
    return result;
}

} // namespace sky::simulation
