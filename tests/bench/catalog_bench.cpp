// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalog costs at start-up, and what its lookups cost afterwards.
#include "catalog/catalog.h"

#include <benchmark/benchmark.h>

using namespace sky::catalog;

namespace {

void readEverything(benchmark::State& state) {
    const auto files = Catalog::builtinFiles();
    std::size_t bytes = 0;
    for (const auto& file : files) bytes += file.bytes.size();
    for (auto _ : state) {
        auto catalog = Catalog::read(files);
        benchmark::DoNotOptimize(catalog);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}
BENCHMARK(readEverything)->Unit(benchmark::kMillisecond);

void readTables(benchmark::State& state) { // the part that is not services: regions, places, instance types
    std::vector<Catalog::File> files;
    for (const auto& file : Catalog::builtinFiles())
        if (file.name.substr(0, 9) != "services/" && file.name.substr(0, 7) != "tables/" && file.name != "places.json")
            files.push_back(file);
    for (auto _ : state) {
        auto catalog = Catalog::read(files);
        benchmark::DoNotOptimize(catalog);
    }
}
BENCHMARK(readTables)->Unit(benchmark::kMillisecond);

void find(benchmark::State& state) {
    const Catalog& catalog = Catalog::builtin();
    for (auto _ : state) benchmark::DoNotOptimize(catalog.find("security-group"));
}
BENCHMARK(find);

void kindsBetween(benchmark::State& state) {
    const Catalog& catalog = Catalog::builtin();
    const Service& from = *catalog.find("sqs");
    const Service& to = *catalog.find("lambda");
    for (auto _ : state) benchmark::DoNotOptimize(catalog.kindsBetween(from, to));
}
BENCHMARK(kindsBetween);

void search(benchmark::State& state) {
    const Catalog& catalog = Catalog::builtin();
    for (auto _ : state) benchmark::DoNotOptimize(catalog.searchPalette("로드밸"));
}
BENCHMARK(search)->Unit(benchmark::kMicrosecond);

void parseScalars(benchmark::State& state) {
    const Property& property = *Catalog::builtin().find("alb")->property("idleTimeout");
    for (auto _ : state) benchmark::DoNotOptimize(parseScalar(property, "90s"));
}
BENCHMARK(parseScalars);

} // namespace
