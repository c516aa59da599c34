// SPDX-License-Identifier: GPL-3.0-or-later
// What editing costs in a diagram of 10 000 elements and 15 000 links.
// Goals: a property set and undone within 5 us (20 us while a snapshot is alive), a snapshot within 20 us,
// less than 1 KB of memory per element.
#include "diagram/integrity.h"
#include "edit/history.h"
#include "edit/remove.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::atomic<std::size_t> g_allocated = 0; // bytes alive, as the allocator rounds them

void* counted(std::size_t size) {
    void* memory = std::malloc(size);
    if (!memory) std::abort();
    g_allocated.fetch_add(malloc_usable_size(memory), std::memory_order_relaxed);
    return memory;
}
void uncounted(void* memory) {
    if (memory) g_allocated.fetch_sub(malloc_usable_size(memory), std::memory_order_relaxed);
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size) {
    return counted(size);
}
void* operator new[](std::size_t size) {
    return counted(size);
}
void operator delete(void* memory) noexcept {
    uncounted(memory);
}
void operator delete[](void* memory) noexcept {
    uncounted(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    uncounted(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    uncounted(memory);
}

using namespace sky;
using namespace sky::diagram;

namespace {

constexpr int kElements = 10'000;
constexpr int kLinks = 15'000;

// Ten VPCs of subnets with servers in them, each with the properties people set.
Diagram large(int links) {
    Diagram diagram;
    const auto put = [&](std::string service, std::string id, std::string parent,
                         std::initializer_list<std::pair<const char*, catalog::Value>> properties) {
        Element element;
        element.id = ElementId(std::move(id));
        element.service = std::move(service);
        element.name = {"Server of the shop", "상점 서버"};
        element.parent = ElementId(std::move(parent));
        element.frame = Rect{20, 40, 40, 40};
        if (element.service == "ec2") element.groups = {ElementId("sg")};
        for (const auto& [key, value] : properties) element.properties.set(key, value);
        diagram.put(std::move(element));
    };
    put("vpc", "vpc", "", {{"cidr", std::string("10.0.0.0/16")}});
    put("security-group", "sg", "vpc", {});
    for (int i = 0; i < 98; ++i)
        put("subnet", "subnet-" + std::to_string(i), "vpc", {{"cidr", "10.0." + std::to_string(i) + ".0/24"}});
    for (int i = 0; i < kElements - 100; ++i)
        put("ec2", "ec2-" + std::to_string(i), "subnet-" + std::to_string(i % 98),
            {{"instanceType", std::string("m6i.large")}, {"work", Quantity{20'000'000, Unit::Duration}}});
    for (int i = 0; i < links; ++i) {
        Link link;
        link.id = LinkId("traffic-" + std::to_string(i));
        link.from = ElementId("ec2-" + std::to_string(i % (kElements - 100)));
        link.to = ElementId("ec2-" + std::to_string((i * 7 + 1) % (kElements - 100)));
        if (link.from == link.to) link.to = ElementId("ec2-0");
        link.properties.set("port", Quantity{443, Unit::Count});
        if (link.from != link.to) diagram.put(std::move(link));
    }
    return diagram;
}

edit::Step workOf(const Diagram& diagram, const char* id, std::int64_t nanoseconds) {
    const catalog::Value* now = diagram.element(ElementId(id))->properties.find("work");
    return {
        {"Set work", "작업 시간 변경"},
        {edit::SetProperty{
            {ElementId(id), now ? std::optional(*now) : std::nullopt, Quantity{nanoseconds, Unit::Duration}}, "work"}}};
}

void propertySetAndUndone(benchmark::State& state) {
    Diagram diagram = large(kLinks);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    edit::History history;
    const edit::Step step = workOf(diagram, "ec2-5000", 30'000'000);
    for (auto _ : state) {
        if (!edit::apply(diagram, catalog, step).ok()) state.SkipWithError("refused");
        history.push(step);
        benchmark::DoNotOptimize(history.undo(diagram));
    }
}
BENCHMARK(propertySetAndUndone)->Unit(benchmark::kMicrosecond);

// A job holds a snapshot taken just before the edit: the worst case for shared chunks.
void propertySetAndUndoneWhileASnapshotIsAlive(benchmark::State& state) {
    Diagram diagram = large(kLinks);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    edit::History history;
    const edit::Step step = workOf(diagram, "ec2-5000", 30'000'000);
    for (auto _ : state) {
        const Diagram snapshot = diagram;
        if (!edit::apply(diagram, catalog, step).ok()) state.SkipWithError("refused");
        history.push(step);
        benchmark::DoNotOptimize(history.undo(diagram));
    }
}
BENCHMARK(propertySetAndUndoneWhileASnapshotIsAlive)->Unit(benchmark::kMicrosecond);

void snapshot(benchmark::State& state) {
    const Diagram diagram = large(kLinks);
    for (auto _ : state) {
        Diagram copy = diagram;
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(snapshot)->Unit(benchmark::kMicrosecond);

void memoryPerElement(benchmark::State& state) {
    (void)catalog::Catalog::builtin();
    double alone = 0;
    double linked = 0;
    for (auto _ : state) {
        const std::size_t before = g_allocated;
        {
            const Diagram diagram = large(0);
            alone = static_cast<double>(g_allocated - before) / kElements;
        }
        const Diagram diagram = large(kLinks);
        linked = static_cast<double>(g_allocated - before) / kElements;
        benchmark::DoNotOptimize(diagram);
    }
    state.counters["bytesPerElement"] = alone;
    state.counters["bytesPerElementWithItsLinks"] = linked;
}
BENCHMARK(memoryPerElement)->Unit(benchmark::kMillisecond)->Iterations(3);

void putAll(benchmark::State& state) {
    const Diagram source = large(kLinks);
    for (auto _ : state) {
        Diagram diagram;
        for (const Element& element : source.elements()) diagram.put(element);
        for (const Link& link : source.links()) diagram.put(link);
        benchmark::DoNotOptimize(diagram);
    }
}
BENCHMARK(putAll)->Unit(benchmark::kMillisecond);

void checkAll(benchmark::State& state) {
    const Diagram diagram = large(kLinks);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    for (auto _ : state) {
        const std::vector<Error> found = findViolations(diagram, catalog);
        if (!found.empty()) state.SkipWithError(found.front().in(Language::English).c_str());
    }
}
BENCHMARK(checkAll)->Unit(benchmark::kMillisecond);

void removeEverythingAndUndo(benchmark::State& state) {
    Diagram diagram = large(kLinks);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    edit::Selection all;
    all.elements = {ElementId("vpc")};
    for (auto _ : state) {
        const Result<edit::Step> step = edit::remove(diagram, catalog, all);
        edit::History history;
        if (!step.ok() || !edit::apply(diagram, catalog, *step).ok()) state.SkipWithError("refused");
        history.push(*step);
        benchmark::DoNotOptimize(history.undo(diagram));
    }
}
BENCHMARK(removeEverythingAndUndo)->Unit(benchmark::kMillisecond)->Iterations(3);

void freshIdAmongTenThousand(benchmark::State& state) {
    const Diagram diagram = large(0);
    for (auto _ : state) benchmark::DoNotOptimize(diagram.freshId("ec2"));
}
BENCHMARK(freshIdAmongTenThousand)->Unit(benchmark::kMicrosecond);

} // namespace
