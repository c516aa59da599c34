// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/engine.h"
#include "simulation/recursion.h"
#include "simulation/replications.h"

#include <gtest/gtest.h>

namespace sky::simulation {
namespace {

Station stationOf(const std::string& id, const Law& work, std::uint32_t servers = 1) {
    Station station;
    station.id = id;
    station.work = work;
    station.servers = servers;
    return station;
}
Call callTo(std::uint32_t to) {
    Call call;
    call.to = to;
    return call;
}
Source sourceOf(std::uint32_t to, const Law& between) {
    Source source;
    source.id = "source";
    source.to = to;
    source.between = between;
    return source;
}

// A balancer, servers, a database; times in milliseconds.
StationNetwork tiers(Choice choice) {
    StationNetwork network;
    Station balancer = stationOf("balancer", exponentialLaw(0.05));
    balancer.fan = Fan::One;
    balancer.choice = choice;
    network.add(balancer);
    std::vector<Call> calls;
    for (int i = 0; i < 8; ++i) calls.push_back(callTo(network.add(stationOf("server-" + std::to_string(i), exponentialLaw(10)))));
    const std::uint32_t database = network.add(stationOf("database", exponentialLaw(2), 2));
    network.connect(0, calls);
    for (std::uint32_t i = 1; i <= 8; ++i) network.connect(i, {callTo(database)});
    network.sources.push_back(sourceOf(0, exponentialLaw(1 / 0.64)));
    return network;
}

SourceTally runEvents(const StationNetwork& network, double until, std::uint64_t seed = 1) {
    EXPECT_TRUE(checkNetwork(network).ok());
    Engine engine(network, seed);
    engine.run(until);
    return engine.tallies().sources.front();
}

TEST(Engine, RecursionWalksTheSamePathAsEvents) {
    for (const std::uint32_t servers : {1u, 2u, 3u, 4u, 8u, 40u}) {
        StationNetwork network;
        network.add(stationOf("station", exponentialLaw(1), servers));
        network.sources.push_back(sourceOf(0, exponentialLaw(1 / (0.8 * servers))));
        Recursion recursion(network, 5);
        recursion.run(20000);
        const SourceTally byRecursion = recursion.tallies().sources.front();
        const SourceTally byEvents = runEvents(network, 20000, 5);
        EXPECT_EQ(byRecursion.born, byEvents.born);
        // Those still inside at the end are filed by the recursion only.
        EXPECT_NEAR(byRecursion.sojourns.mean(), byEvents.sojourns.mean(), 0.01 * byEvents.sojourns.mean()) << servers;
    }
}

TEST(Engine, BothWaysGiveTheSameLawForAThreeTierModel) {
    Recursion recursion(tiers(Choice::RoundRobin), 3);
    recursion.run(1.5e6);
    const auto& a = recursion.tallies().sources.front().sojourns;
    const SourceTally b = runEvents(tiers(Choice::RoundRobin), 1.5e6, 3);
    EXPECT_NEAR(a.mean(), 33.158, 0.4);
    EXPECT_NEAR(b.sojourns.mean(), 33.158, 0.4);
    EXPECT_NEAR(a.quantile(0.99), 140.71, 4.0);
    EXPECT_NEAR(b.sojourns.quantile(0.99), 140.71, 4.0);
    EXPECT_NEAR(a.mean(), b.sojourns.mean(), 0.05); // the same arrivals and work
}

TEST(Engine, LeastBusyMeetsItsLongRun) {
    StationNetwork network = tiers(Choice::LeastBusy);
    for (std::uint32_t i = 1; i <= 8; ++i) network.stations[i].calls = 0; // the way calls the database, so that a server
    const std::uint32_t way = network.add(stationOf("way", {}));          // is busy with its own work alone
    network.connect(way, {callTo(0), callTo(9)});
    network.sources[0].to = way;
    const SourceTally tally = runEvents(network, 1.5e6);
    EXPECT_NEAR(tally.sojourns.mean(), 17.942, 0.15);
    EXPECT_NEAR(tally.sojourns.quantile(0.99), 66.91, 1.0);
}

TEST(Engine, SameSeedSamePathForAnyNumberOfThreads) {
    const auto run = [](unsigned threads) {
        return replicate<double>(6, threads, [](std::size_t i) { return runEvents(tiers(Choice::Random), 20000, replicationSeed(9, i)).sojourns.sum(); });
    };
    EXPECT_EQ(run(1), run(4));
}

// A caller with a timeout in front of a station that falls silent.
StationNetwork called(Call call, const Law& work = constantLaw(1)) {
    StationNetwork network;
    network.add(stationOf("caller", {}));
    call.to = network.add(stationOf("callee", work, 100));
    network.connect(0, {call});
    network.sources.push_back(sourceOf(0, constantLaw(1)));
    return network;
}

TEST(Engine, ASilentStationIsLearntByTimeoutARefusingOneAtOnce) {
    Call call;
    call.timeout = 5;
    Engine engine(called(call), 1);
    std::vector<double> took;
    std::vector<Outcome> outcomes;
    engine.onEnded([&](std::uint32_t, Outcome outcome, double born, double now) {
        took.push_back(now - born);
        outcomes.push_back(outcome);
    });
    engine.run(10.5);
    engine.setCondition(1, Condition::Silent);
    took.clear();
    engine.run(30.2);
    ASSERT_FALSE(took.empty());
    for (const double each : took) EXPECT_NEAR(each, 5.0, 1e-9);
    EXPECT_EQ(outcomes.back(), Outcome::TimedOut);
    engine.setCondition(1, Condition::Refusing);
    took.clear();
    engine.run(40.2);
    EXPECT_EQ(outcomes.back(), Outcome::Unreachable);
    EXPECT_NEAR(took.back(), 0.0, 1e-9);
    engine.setCondition(1, Condition::Up);
    engine.run(60.2);
    EXPECT_EQ(outcomes.back(), Outcome::Ok);
}

TEST(Engine, RetriesAreCountedAndABudgetHoldsThem) {
    Call call;
    call.retries = 3;
    call.backoff = 0.1;
    StationNetwork network = called(call);
    network.stations[1].failure = 1.0;
    Engine engine(network, 1);
    engine.run(1000.5);
    EXPECT_NEAR(static_cast<double>(engine.tallies().calls[0].made), 4000, 10);
    EXPECT_EQ(engine.tallies().sources[0].outcomes[static_cast<std::size_t>(Outcome::Ok)], 0u);

    network.calls[0].budget = 0.1;
    Engine thrifty(network, 1);
    thrifty.run(1000.5);
    EXPECT_NEAR(static_cast<double>(thrifty.tallies().calls[0].made), 1100, 15);
}

TEST(Engine, BeyondWorkersAndBacklogRequestsAreRefused) {
    StationNetwork network = called({});
    network.stations[1].servers = 1;
    network.stations[1].work = constantLaw(10);
    network.stations[1].workers = 2;
    network.stations[1].backlog = 3;
    Engine engine(network, 1);
    engine.run(1000);
    EXPECT_EQ(engine.inside(1), 2u);
    EXPECT_EQ(engine.waiting(1), 1u + 3u); // one for the server, three to be let in
    EXPECT_NEAR(static_cast<double>(engine.tallies().stations[1].refused), 900, 10);
}

TEST(Engine, AQuotaThrottles) {
    StationNetwork network = called({});
    network.stations[1].perSecond = 0.25;
    Engine engine(network, 1);
    engine.run(1000.5);
    EXPECT_NEAR(static_cast<double>(engine.tallies().sources[0].outcomes[static_cast<std::size_t>(Outcome::Throttled)]), 750, 2);
}

TEST(Engine, AMissFallsBack) {
    StationNetwork network;
    network.add(stationOf("web", {}));
    Call cache = callTo(network.add(stationOf("cache", constantLaw(0.1), 10)));
    Call store = callTo(network.add(stationOf("store", constantLaw(0.5), 10)));
    cache.hit = 0.8;
    cache.fallback = 1;
    store.spare = true;
    network.connect(0, {cache, store});
    network.sources.push_back(sourceOf(0, constantLaw(1)));
    Engine engine(network, 1);
    engine.run(10000.5);
    EXPECT_NEAR(static_cast<double>(engine.tallies().calls[1].made), 2000, 150);
    EXPECT_NEAR(engine.tallies().sources[0].sojourns.mean(), 0.1 + 0.2 * 0.5, 0.01);
}

TEST(Engine, FailoverTakesSecondariesOnlyWhenPrimariesAreClosed) {
    StationNetwork network;
    Station names = stationOf("names", {});
    names.fan = Fan::One;
    names.choice = Choice::Failover;
    network.add(names);
    Call first = callTo(network.add(stationOf("first", constantLaw(0.1))));
    Call second = callTo(network.add(stationOf("second", constantLaw(0.1))));
    second.secondary = true;
    network.connect(0, {first, second});
    network.sources.push_back(sourceOf(0, constantLaw(1)));
    Engine engine(network, 1);
    engine.run(10.5);
    EXPECT_EQ(engine.tallies().calls[1].made, 0u);
    engine.setOpen(0, false);
    engine.run(20.5);
    EXPECT_EQ(engine.tallies().calls[1].made, 10u);
    engine.setOpen(1, false); // all closed counts as all open
    engine.run(30.5);
    EXPECT_EQ(engine.tallies().calls[0].made, 20u);
}

TEST(Engine, MemoryIsBoundedUnderAnyOverload) {
    StationNetwork network = called({}, constantLaw(1e9));
    network.sources[0].between = constantLaw(1e-3);
    Engine engine(network, 1);
    engine.run(2000);
    EXPECT_LE(engine.inside(1), Engine::kMostFrames);
    EXPECT_GT(engine.tallies().sources[0].outcomes[static_cast<std::size_t>(Outcome::Refused)], 1000000u);
}

TEST(Engine, ACircleOfCallsWithoutTimeIsRefused) {
    StationNetwork network;
    network.add(stationOf("a", {}));
    network.add(stationOf("b", {}));
    network.connect(0, {callTo(1)});
    network.connect(1, {callTo(0)});
    network.sources.push_back(sourceOf(0, constantLaw(1)));
    EXPECT_FALSE(checkNetwork(network).ok());
}

} // namespace
} // namespace sky::simulation
