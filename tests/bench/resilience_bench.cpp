// SPDX-License-Identifier: GPL-3.0-or-later
#include "../model/resilience/graphs.h"

#include "resilience/availability.h"

#include <benchmark/benchmark.h>

namespace {

using namespace sky;
using namespace sky::resilience;

void cutSets(benchmark::State& state) {
    const NeedsGraph graph = test::tiers(static_cast<std::uint32_t>(state.range(0)));
    std::size_t found = 0;
    for (auto _ : state) {
        const auto sets = cutSetsOf(graph, static_cast<int>(state.range(1)));
        found = sets->order(static_cast<int>(state.range(1))).size();
        benchmark::DoNotOptimize(found);
    }
    state.counters["events"] = static_cast<double>(test::eventsOf(graph).size());
    state.counters["components"] = static_cast<double>(graph.components.size());
    state.counters["cuts"] = static_cast<double>(found);
}
BENCHMARK(cutSets)
    ->ArgNames({"components", "order"})
    ->ArgsProduct({{165, 1000}, {1, 2, 3}})
    ->Unit(benchmark::kMicrosecond);

void availability(benchmark::State& state) {
    GraphModel model{test::tiers(static_cast<std::uint32_t>(state.range(0))), {}, {}};
    model.down = {std::vector<double>(model.graph.components.size(), .001),
                  std::vector<double>(model.graph.zones.size(), .0005),
                  std::vector<double>(model.graph.regions.size(), .0001)};
    for (auto _ : state) benchmark::DoNotOptimize(availabilityOf(model)->unavailability);
}
BENCHMARK(availability)->Arg(165)->Arg(1000)->Unit(benchmark::kMicrosecond);

} // namespace
