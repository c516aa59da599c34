// SPDX-License-Identifier: GPL-3.0-or-later
// What the ground costs: random numbers, checksums, quantities, widths, free blocks, chunk maps.
#include "base/chunk_map.h"
#include "base/cidr.h"
#include "base/crc32c.h"
#include "base/ids.h"
#include "base/nearest.h"
#include "base/quantity.h"
#include "base/random.h"
#include "base/text_width.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

using namespace sky;

namespace {

void randomExponential(benchmark::State& state) {
    RandomStream stream(1, "web", "work");
    for (auto _ : state) benchmark::DoNotOptimize(stream.exponential(20'000'000));
}
BENCHMARK(randomExponential);

void randomBelow(benchmark::State& state) {
    RandomStream stream(1, "web", "work");
    for (auto _ : state) benchmark::DoNotOptimize(stream.below(1'000'003));
}
BENCHMARK(randomBelow);

void makeRandomStream(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(RandomStream(1, "shoppers", "arrivals"));
}
BENCHMARK(makeRandomStream);

void checksum(benchmark::State& state) {
    const std::string bytes(1 << 20, 'x');
    for (auto _ : state) benchmark::DoNotOptimize(crc32c(bytes));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(checksum);

void quantityThereAndBack(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(toText(*parseQuantity("1.5ms", Unit::Duration)));
}
BENCHMARK(quantityThereAndBack);

void measureName(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(textWidth("orders-database-primary 주문", 12));
}
BENCHMARK(measureName);

void wrapName(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(wrapText("Orders database of the web shop 주문 데이터베이스", 96, 2, 12));
}
BENCHMARK(wrapName);

void nextFreeOfAFullNetwork(benchmark::State& state) {
    const Cidr parent = parseCidr("10.0.0.0/16").value();
    const std::vector<Cidr> used = split(parent, 26).value();
    for (auto _ : state) benchmark::DoNotOptimize(nextFree(parent, 28, used));
}
BENCHMARK(nextFreeOfAFullNetwork);

void nearestOfAHundredWords(benchmark::State& state) {
    std::vector<std::string> words;
    for (int i = 0; i < 100; ++i) words.push_back("service-key-" + std::to_string(i));
    for (auto _ : state) benchmark::DoNotOptimize(nearestWord("servcie-key-77", words));
}
BENCHMARK(nearestOfAHundredWords);

struct Thing {
    ElementId id;
    std::string name;
};

void editAfterSnapshot(benchmark::State& state) {
    ChunkMap<Thing> things;
    for (int i = 0; i < 10'000; ++i) things.put({ElementId("thing-" + std::to_string(i)), "name"});
    const ElementId edited("thing-5000");
    for (auto _ : state) {
        const ChunkMap<Thing> snapshot = things;
        things.write(edited)->name = "renamed";
        benchmark::DoNotOptimize(snapshot.find(edited));
    }
}
BENCHMARK(editAfterSnapshot);

} // namespace
