// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of large drawings. Goals: list of 10 000 nodes and 15 000 links in 30 ms, SVG of it in 0.8 s; with the painter
// PNG of 200 elements at 2x in 0.4 s, and the 10 000 fitted into 8192 px in 2 s below 600 MB.
#include "picture/page.h"
#include "picture/scene.h"
#include "picture/svg_writer.h"

#include <benchmark/benchmark.h>

#include <map>
#include <optional>

#ifdef SKY_PAINTER
#include "paint/export.h"

#include <QGuiApplication>
#include <QImage>
#endif

namespace {

using namespace sky;

// A grid of things in one region; links to neighbours, as drawings have them.
diagram::Diagram grid(int columns, int rows) {
    constexpr const char* kServices[] = {"ec2", "lambda", "s3", "dynamodb", "sqs", "rds", "api-gateway", "sns"};
    diagram::Diagram diagram;
    diagram::Element region;
    region.id = ElementId("region-1");
    region.service = "region";
    region.properties.set("code", std::string("ap-northeast-2"));
    region.frame = Rect{0, 0, columns * 160 + 80, rows * 128 + 96};
    diagram.put(region);
    const auto id = [](int x, int y) { return ElementId("n-" + std::to_string(x) + "-" + std::to_string(y)); };
    int links = 0;
    const auto link = [&](const ElementId& from, const ElementId& to) {
        diagram::Link made;
        made.id = LinkId("link-" + std::to_string(++links));
        made.from = from;
        made.to = to;
        made.kind = catalog::LinkKind::Traffic;
        made.name = {"HTTPS 443", {}};
        diagram.put(made);
    };
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            diagram::Element element;
            element.id = id(x, y);
            element.service = kServices[(x + 3 * y) % 8];
            element.parent = region.id;
            element.name = {"service-" + std::to_string(x) + "-" + std::to_string(y), {}};
            element.frame = Rect{60 + x * 160, 64 + y * 128, 40, 40};
            diagram.put(element);
            if (x > 0) link(id(x - 1, y), id(x, y));
            if (y > 0 && x % 2 == 0) link(id(x, y - 1), id(x, y));
        }
    return diagram;
}

const picture::SceneSource& source(int columns, int rows) {
    static std::map<std::pair<int, int>, picture::SceneSource> made;
    auto& source = made[{columns, rows}];
    if (!source.topology) {
        source.topology = std::make_shared<const topology::Topology>(
            topology::Topology::of(grid(columns, rows), catalog::Catalog::builtin()));
        source.placement = std::make_shared<const layout::Placement>(layout::placementOf(*source.topology));
        layout::RouteOptions quick;
        quick.coarse = true;
        source.routes =
            std::make_shared<const layout::Routes>(layout::routesOf(*source.topology, *source.placement, quick));
    }
    return source;
}

picture::Page page(int columns, int rows) {
    picture::Scene scene;
    scene.update(source(columns, rows));
    return {scene.all(), scene.bounds().grown(24)};
}

void pictureList(benchmark::State& state) {
    source(100, 100);
    std::optional<picture::Scene> scene;
    for (auto _ : state) {
        scene.emplace().update(source(100, 100));
        benchmark::DoNotOptimize(scene->size());
        state.PauseTiming(); // the goal is about making, not about taking down
        scene.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(pictureList)->Unit(benchmark::kMillisecond);

void svg(benchmark::State& state) {
    const picture::Page shown = page(100, 100);
    picture::SvgOptions options;
    options.area = shown.area;
    std::size_t bytes = 0;
    for (auto _ : state) bytes = picture::toSvg(shown.figures, options).size();
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}
BENCHMARK(svg)->Unit(benchmark::kMillisecond);

#ifdef SKY_PAINTER
void png(benchmark::State& state, int columns, int rows, double scale, int fit) {
    static int count = 1;
    static char name[] = "picture_bench";
    static char* arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QGuiApplication application(count, arguments);
    const picture::Page shown = page(columns, rows);
    paint::PngExport how;
    how.scale = fit > 0 ? fit / std::max(shown.area.width, shown.area.height) : scale;
    how.background = picture::rgb(0xFFFFFF);
    std::size_t bytes = 0;
    for (auto _ : state) {
        const Result<std::string> made = paint::toPng(shown, how);
        bytes = made.ok() ? made->size() : 0;
    }
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
    state.counters["Mpx"] = shown.area.width * how.scale * shown.area.height * how.scale / 1e6;
}
BENCHMARK_CAPTURE(png, elements200at2x, 20, 10, 2.0, 0)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(png, elements10000in8192px, 100, 100, 0.0, 8192)->Unit(benchmark::kMillisecond)->UseRealTime();
#endif

} // namespace
