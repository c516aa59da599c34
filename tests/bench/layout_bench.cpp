// SPDX-License-Identifier: GPL-3.0-or-later
#include "../model/layout/graphs.h"

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

} // namespace
