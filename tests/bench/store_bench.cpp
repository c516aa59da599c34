// SPDX-License-Identifier: GPL-3.0-or-later
// Goals for 10 000 elements and 15 000 links with 7 properties each: load 60 ms, save 80 ms.
#include "catalog/catalog.h"
#include "diagram/integrity.h"
#include "store/convert_v1.h"
#include "store/envelope.h"
#include "store/migration.h"
#include "store/project_format.h"
#include "store/serialize_v1.h"

#include <benchmark/benchmark.h>

namespace {

using namespace sky;

// A service the catalog knows, so that every value is validated as in real life.
diagram::Diagram large() {
    diagram::Diagram diagram;
    for (int i = 0; i < 10'000; ++i) {
        diagram::Element element;
        element.id = ElementId("ec2-" + std::to_string(i));
        element.service = "ec2";
        element.name = {"Server " + std::to_string(i), "서버 " + std::to_string(i)};
        element.frame = Rect{i % 100 * 120, i / 100 * 90, 64, 64};
        element.properties.set("instanceType", std::string("m6i.large"));
        element.properties.set("work", Quantity{20'000'000, Unit::Duration});
        element.properties.set("workers", Quantity{64, Unit::Count});
        element.properties.set("backlog", Quantity{128, Unit::Count});
        element.properties.set("boot", Quantity{30'000'000'000, Unit::Duration});
        element.properties.set("rootVolume", Quantity{20LL << 30, Unit::Bytes});
        element.properties.set("notes", Text{"Serves the pages of the shop", "상점 페이지를 제공한다"});
        diagram.put(std::move(element));
    }
    for (int i = 0; i < 15'000; ++i) {
        diagram::Link link;
        link.id = LinkId("traffic-" + std::to_string(i));
        link.kind = catalog::LinkKind::Traffic;
        link.from = ElementId("ec2-" + std::to_string(i % 10'000));
        link.to = ElementId("ec2-" + std::to_string((i + 1 + i / 10'000) % 10'000));
        link.properties.set("port", Quantity{8080, Unit::Count});
        link.properties.set("protocol", std::string("https"));
        link.properties.set("calls", Quantity{2'000'000, Unit::Number});
        link.properties.set("share", Quantity{500'000'000'000, Unit::Percent});
        link.properties.set("timeout", Quantity{2'000'000'000, Unit::Duration});
        link.properties.set("need", true);
        link.properties.set("bytesIn", Quantity{20'000, Unit::Bytes});
        diagram.put(std::move(link));
    }
    return diagram;
}

const diagram::Diagram& project() {
    static const diagram::Diagram diagram = large();
    return diagram;
}
const std::string& bytes() {
    static const std::string text = *store::save(project());
    return text;
}

void saveLarge(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(store::save(project()));
    state.counters["MB"] = static_cast<double>(bytes().size()) / 1e6;
}
void loadLarge(benchmark::State& state) {
    const auto& catalog = catalog::Catalog::builtin();
    for (auto _ : state) {
        const auto loaded = store::load(bytes(), catalog);
        if (!loaded.ok()) state.SkipWithError(loaded.error().in(Language::English).c_str());
    }
}

// The parts of loading, to see where time goes.
void readRecords(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(store::Formats<store::v1::Document>::read(bytes()));
}
void checkIntegrity(benchmark::State& state) {
    const auto& catalog = catalog::Catalog::builtin();
    for (auto _ : state) benchmark::DoNotOptimize(diagram::findViolations(project(), catalog));
}

BENCHMARK(saveLarge)->Unit(benchmark::kMillisecond);
BENCHMARK(loadLarge)->Unit(benchmark::kMillisecond);
BENCHMARK(readRecords)->Unit(benchmark::kMillisecond);
BENCHMARK(checkIntegrity)->Unit(benchmark::kMillisecond);

} // namespace
