// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on three models: a = M/M/1 at 0.8; b = M/M/4 at 0.9; c = Poisson 640/s, load balancer 0.05 ms, round robin
// over 8 servers of 10 ms, database of 2 x 2 ms. Every sojourn time is filed in a histogram. Requests per CPU second.
#include "simulation/engine.h"
#include "simulation/recursion.h"

#include <benchmark/benchmark.h>

namespace {

using namespace sky::simulation;

StationNetwork single(double rate, std::uint32_t servers) {
    StationNetwork network;
    Station station;
    station.id = "station";
    station.work = exponentialLaw(1.0);
    station.servers = servers;
    network.add(station);
    network.sources.push_back({"users", 0, exponentialLaw(1.0 / rate), {}, 0, {}});
    return network;
}

StationNetwork threeTiers() {
    StationNetwork network;
    Station balancer;
    balancer.id = "balancer";
    balancer.work = exponentialLaw(0.05);
    balancer.fan = Fan::One;
    balancer.choice = Choice::RoundRobin;
    network.add(balancer);
    Call call;
    std::vector<Call> out;
    for (std::uint32_t i = 0; i < 8; ++i) {
        Station server;
        server.id = "server-" + std::to_string(i);
        server.work = exponentialLaw(10.0);
        call.to = network.add(server);
        out.push_back(call);
    }
    Station database;
    database.id = "database";
    database.work = exponentialLaw(2.0);
    database.servers = 2;
    call.to = network.add(database);
    network.connect(0, out);
    for (std::uint32_t i = 1; i <= 8; ++i) network.connect(i, {call});
    network.sources.push_back({"users", 0, exponentialLaw(1.0 / 0.64), {}, 0, {}});
    return network;
}

template <class Runner>
void run(benchmark::State& state, const StationNetwork& network, double rate) {
    Runner runner(network, 1);
    const double step = 200000.0 / rate;
    double until = step;
    runner.run(until);
    runner.resetTallies();
    for (auto _ : state) {
        until += step;
        runner.run(until);
    }
    const SourceTally& tally = runner.tallies().sources.front();
    state.SetItemsProcessed(static_cast<std::int64_t>(tally.born));
    state.counters["mean"] = tally.sojourns.mean();
    state.counters["p99"] = tally.sojourns.quantile(0.99);
}

void byEvents(benchmark::State& state, const StationNetwork& network, double rate) {
    run<Engine>(state, network, rate);
}
void byRecursion(benchmark::State& state, const StationNetwork& network, double rate) {
    run<Recursion>(state, network, rate);
}
BENCHMARK_CAPTURE(byEvents, a, single(0.8, 1), 0.8);
BENCHMARK_CAPTURE(byEvents, b, single(3.6, 4), 3.6);
BENCHMARK_CAPTURE(byEvents, c, threeTiers(), 0.64);
BENCHMARK_CAPTURE(byRecursion, a, single(0.8, 1), 0.8);
BENCHMARK_CAPTURE(byRecursion, b, single(3.6, 4), 3.6);
BENCHMARK_CAPTURE(byRecursion, c, threeTiers(), 0.64);

// Hold model: take the next event, plan another. Pending events in the name.
void hold(benchmark::State& state, bool calendar) {
    EventQueue queue;
    if (calendar) queue.alwaysCalendar();
    else queue.alwaysHeap();
    sky::RandomStream stream(1, "hold", "bench");
    for (std::int64_t i = 0; i < state.range(0); ++i) queue.plan(drawExponential(stream), 0);
    Event event;
    for (auto _ : state) {
        if (!queue.take(1.0e300, event)) break;
        queue.plan(event.time + drawExponential(stream), 0);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(hold, heap, false)->Arg(10)->Arg(100)->Arg(300)->Arg(1000)->Arg(30000);
BENCHMARK_CAPTURE(hold, calendar, true)->Arg(100)->Arg(300)->Arg(1000)->Arg(30000);

} // namespace
