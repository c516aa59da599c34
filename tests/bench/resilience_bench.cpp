// SPDX-License-Identifier: GPL-3.0-or-later
#include "../model/resilience/graphs.h"
#include "../model/topology/sketch.h"

#include "resilience/availability.h"
#include "resilience/single_points.h"

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

// A drawing of about 1 000 elements: shops of two zones with a balancer, a fleet, a cache, a database and buckets.
topology::test::Sketch drawing(int shops) {
    using namespace topology::test;
    Sketch s;
    s.add("region", "region", "", {{"code", text("ap-northeast-2")}}).add("users", "users");
    for (int i = 0; i < shops; ++i) {
        const auto named = [&](const char* what) { return what + std::to_string(i); };
        const std::string vpc = named("vpc"), a = named("a"), b = named("b"), netA = named("net-a"),
                          netB = named("net-b");
        s.add(vpc.c_str(), "vpc", "region");
        s.add(a.c_str(), "az", vpc.c_str(), {{"zone", text("a")}})
            .add(b.c_str(), "az", vpc.c_str(), {{"zone", text("b")}});
        s.add(netA.c_str(), "subnet", a.c_str()).add(netB.c_str(), "subnet", b.c_str());
        s.add(named("nat-a").c_str(), "nat-gateway", netA.c_str())
            .add(named("nat-b").c_str(), "nat-gateway", netB.c_str());
        s.add(named("alb").c_str(), "alb", vpc.c_str(), {{"listeners", listener(443, "https")}},
              {netA.c_str(), netB.c_str()});
        s.add(named("web").c_str(), "auto-scaling-group", vpc.c_str(), {{"desired", count(4)}, {"needed", count(2)}},
              {netA.c_str(), netB.c_str()});
        for (int box = 1; box <= 4; ++box)
            s.add(named(("box" + std::to_string(box) + "-").c_str()).c_str(), "ec2",
                  box % 2 ? netA.c_str() : netB.c_str(), {}, {}, {named("web").c_str()});
        s.add(named("db").c_str(), "rds", vpc.c_str(), {{"multiAz", text(i % 8 ? "instance" : "no")}},
              {netA.c_str(), netB.c_str()});
        s.add(named("cache").c_str(), "elasticache", vpc.c_str(), {}, {netA.c_str(), netB.c_str()});
        s.add(named("files").c_str(), "s3", "region").add(named("queue").c_str(), "sqs", "region");
        s.link(named("use").c_str(), "users", named("alb").c_str())
            .link(named("serve").c_str(), named("alb").c_str(), named("web").c_str());
        s.link(named("sql").c_str(), named("web").c_str(), named("db").c_str());
        s.link(named("get").c_str(), named("web").c_str(), named("cache").c_str());
        s.link(named("file").c_str(), named("web").c_str(), named("files").c_str());
        s.link(named("send").c_str(), named("web").c_str(), named("queue").c_str());
    }
    return s;
}

// One property edited, all told anew: topology, needs, cuts of order 2.
void afterOneEdit(benchmark::State& state) {
    topology::test::Sketch sketch = drawing(static_cast<int>(state.range(0)) / 18);
    topology::Topology topology = sketch.topology();
    std::int64_t needed = 1;
    std::size_t cuts = 0;
    for (auto _ : state) {
        needed = 3 - needed;
        sketch.diagram.setProperty(ElementId("web7"), "needed", topology::test::count(needed));
        topology = topology.after(sketch.diagram);
        const DrawnNeeds needs = needsOf(topology, {});
        const auto sets = cutSetsOf(needs.graph, 2);
        cuts = sets->order(2).size();
    }
    state.counters["elements"] = static_cast<double>(sketch.diagram.elements().size());
    state.counters["components"] = static_cast<double>(needsOf(topology, {}).graph.components.size());
    state.counters["pairs"] = static_cast<double>(cuts);
}
BENCHMARK(afterOneEdit)->Arg(1000)->Unit(benchmark::kMicrosecond);

void needsOfDrawing(benchmark::State& state) {
    const topology::test::Sketch sketch = drawing(static_cast<int>(state.range(0)) / 18);
    const topology::Topology topology = sketch.topology();
    for (auto _ : state) benchmark::DoNotOptimize(needsOf(topology, {}).graph.components.size());
}
BENCHMARK(needsOfDrawing)->Arg(1000)->Unit(benchmark::kMicrosecond);

void blasts(benchmark::State& state) {
    const topology::test::Sketch sketch = drawing(static_cast<int>(state.range(0)) / 18);
    const DrawnNeeds needs = needsOf(sketch.topology(), {});
    for (auto _ : state) benchmark::DoNotOptimize(blastsOf(needs).size());
}
BENCHMARK(blasts)->Arg(1000)->Unit(benchmark::kMicrosecond);

} // namespace
