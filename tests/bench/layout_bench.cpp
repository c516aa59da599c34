// SPDX-License-Identifier: GPL-3.0-or-later
#include "../model/layout/diagrams.h"
#include "../model/layout/graphs.h"
#include "layout/live.h"
#include "layout/place.h"

#include <benchmark/benchmark.h>

namespace {

using namespace sky::layout;

void routeAll(benchmark::State& state, const test::Drawing& drawing) {
    std::size_t straight = 0;
    for (auto _ : state) {
        Router router(false, drawing.boxes.size(), drawing.links.size());
        test::load(router, drawing);
        router.refresh();
        straight = 0;
        for (std::size_t i = 0; i < drawing.links.size(); ++i) straight += router.routed(static_cast<std::int32_t>(i))->straight;
    }
    state.counters["straight"] = static_cast<double>(straight);
}

void routesFromNothing(benchmark::State& state) {
    const auto count = static_cast<std::int32_t>(state.range(0));
    routeAll(state, test::nested(count, count * 3 / 2, 7));
}
BENCHMARK(routesFromNothing)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void routesFromNothingWithoutBoxes(benchmark::State& state) {
    const auto count = static_cast<std::int32_t>(state.range(0));
    routeAll(state, test::strewn(count, count * 3 / 2, 7));
}
BENCHMARK(routesFromNothingWithoutBoxes)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

// The worst that people do by mistake: everything linked to one thing, ten thousand times.
void tenThousandLinksToOneBox(benchmark::State& state) {
    test::Drawing drawing = test::nested(500, 0, 2);
    test::Draw draw(9);
    for (std::int32_t i = 0; i < 10'000; ++i)
        drawing.links.push_back({test::linkKey(i), drawing.leaves[static_cast<std::size_t>(1 + draw.below(499))], drawing.leaves[0], {}, {}});
    routeAll(state, drawing);
}
BENCHMARK(tenThousandLinksToOneBox)->Unit(benchmark::kMillisecond);

// One leaf with 20 links moves to and fro in a drawing of 10 000.
void rerouteAfterMove(benchmark::State& state) {
    test::Drawing drawing = test::nested(10'000, 15'000, 7);
    const std::int32_t moved = drawing.leaves[4'000];
    for (std::int32_t i = 0; i < 20; ++i)
        drawing.links[static_cast<std::size_t>(i)] = {test::linkKey(i), moved, drawing.leaves[static_cast<std::size_t>(4'001 + i)], {}, {56, 16}};
    Router router(false, drawing.boxes.size(), drawing.links.size());
    test::load(router, drawing);
    router.refresh();
    std::int32_t by = 8;
    std::size_t rerouted = 0;
    for (auto _ : state) {
        sky::layout::SceneBox box = *router.scene().box(moved);
        box.body.x += by;
        box.anchor.x += by;
        by = -by;
        router.setBox(moved, box);
        router.refresh();
        rerouted = router.rerouted().size();
    }
    state.counters["rerouted"] = static_cast<double>(rerouted);
}
BENCHMARK(rerouteAfterMove)->Unit(benchmark::kMillisecond);

void placeFromNothing(benchmark::State& state) {
    const sky::diagram::Diagram diagram = test::estate(static_cast<std::int32_t>(state.range(0)), 7);
    const auto topology = sky::topology::Topology::of(diagram, sky::catalog::Catalog::builtin());
    for (auto _ : state) benchmark::DoNotOptimize(arrange(topology));
}
BENCHMARK(placeFromNothing)->Arg(1'000)->Arg(5'000)->Unit(benchmark::kMillisecond);

// The same move as a diagram's edit: topology brought up to date (not timed), placement and routes.
void followAMove(benchmark::State& state) {
    sky::diagram::Diagram diagram = test::estate(10'000, 7);
    auto topology = sky::topology::Topology::of(diagram, sky::catalog::Catalog::builtin());
    for (const auto& [id, frame] : arrange(topology).frames) diagram.setFrame(id, frame);
    topology = topology.after(diagram);
    LiveRoutes live;
    live.follow(topology);
    const sky::ElementId moved("node-04000");
    std::int32_t by = 8;
    for (auto _ : state) {
        state.PauseTiming();
        diagram.setFrame(moved, diagram.element(moved)->frame->translated({by, 0}));
        by = -by;
        topology = topology.after(diagram);
        state.ResumeTiming();
        live.follow(topology);
    }
    state.counters["rerouted"] = static_cast<double>(live.rerouted().size());
}
BENCHMARK(followAMove)->Unit(benchmark::kMillisecond);

void coarseRoutesOfADrag(benchmark::State& state) {
    sky::diagram::Diagram diagram = test::estate(10'000, 7);
    auto topology = sky::topology::Topology::of(diagram, sky::catalog::Catalog::builtin());
    LiveRoutes live;
    live.follow(topology);
    for (auto _ : state) benchmark::DoNotOptimize(live.dragged({sky::ElementId("vpc-00074")}, {40, 24}));
}
BENCHMARK(coarseRoutesOfADrag)->Unit(benchmark::kMillisecond);

} // namespace
