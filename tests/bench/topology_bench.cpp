// SPDX-License-Identifier: GPL-3.0-or-later
// What a drawing of 10 000 elements and 15 000 links means: all of it, and after one edit (goal: under 1 ms).
#include "stacks.h"

#include "topology/topology.h"

#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace sky;
using bench::add;
using bench::idOf;
using diagram::Diagram;
using topology::Topology;

namespace {

constexpr int kStacks = 40;

// One region with one VPC over three zones: public, application and data subnets, servers, fleets, databases.
void addStack(Diagram& d, int stack, int servers) {
    const auto id = [&](const std::string& name) { return idOf(stack, name); };
    const auto route = [&](const char* via) {
        catalog::Record row;
        row.set("to", std::string("0.0.0.0/0"));
        row.set("via", catalog::Reference{id(via).str()});
        return catalog::Value(catalog::Records{row});
    };
    add(d, id("region"), "region", {}, {{"code", std::string("ap-northeast-2")}});
    add(d, id("vpc"), "vpc", id("region"));
    add(d, id("igw"), "internet-gateway", id("vpc"));
    add(d, id("table"), "route-table", id("vpc"), {{"routes", route("igw")}});
    add(d, id("main"), "route-table", id("vpc"), {{"main", true}, {"routes", route("nat-0")}});
    add(d, id("sg"), "security-group", id("vpc"));
    add(d, id("users"), "users", {});
    add(d, id("bucket"), "s3", id("region"));
    for (int zone = 0; zone < 3; ++zone) {
        const std::string z = std::to_string(zone);
        add(d, id("az-" + z), "az", id("vpc"), {{"zone", std::string(1, static_cast<char>('a' + zone))}});
        add(d, id("pub-" + z), "subnet", id("az-" + z), {{"routeTable", catalog::Reference{id("table").str()}}});
        add(d, id("app-" + z), "subnet", id("az-" + z));
        add(d, id("data-" + z), "subnet", id("az-" + z));
        add(d, id("nat-" + z), "nat-gateway", id("pub-" + z));
    }
    const auto three = [&](const std::string& kind) {
        return std::vector<ElementId>{id(kind + "-0"), id(kind + "-1"), id(kind + "-2")};
    };
    for (int n = 0; n < 4; ++n) {
        const std::string k = std::to_string(n);
        add(d, id("alb-" + k), "alb", id("vpc"), {}, three("pub"), {id("sg")});
        add(d, id("web-" + k), "auto-scaling-group", id("vpc"), {{"desired", Quantity{6, Unit::Count}}}, three("app"),
            {id("sg")});
        add(d, id("db-" + k), "rds", id("vpc"), {{"multiAz", std::string("instance")}}, three("data"), {id("sg")});
    }
    for (int n = 0; n < servers; ++n)
        add(d, id("server-" + std::to_string(n)), "ec2", id("app-" + std::to_string(n % 3)), {}, {}, {id("sg")});
}

void addLinks(Diagram& d, int stack, int servers, int& next) {
    const auto link = [&](const std::string& from, const std::string& to) {
        diagram::Link l;
        l.id = LinkId("traffic-" + std::to_string(next++));
        l.from = idOf(stack, from);
        l.to = idOf(stack, to);
        d.put(std::move(l));
    };
    for (int n = 0; n < 4; ++n) {
        const std::string k = std::to_string(n);
        link("users", "alb-" + k);
        link("alb-" + k, "web-" + k);
        link("web-" + k, "db-" + k);
        link("web-" + k, "bucket");
    }
    for (int n = 0; n < servers; ++n) { // ten servers to a chain, each with a database of the stack
        const std::string server = "server-" + std::to_string(n);
        if (n % 10 == 0)
            link("web-" + std::to_string(n / 10 % 4), server);
        else
            link("server-" + std::to_string(n - 1), server);
        if (n % 3 != 2) link(server, "db-" + std::to_string(n % 4));
    }
}

struct Big {
    Diagram diagram;
    int links = 0;
    Big() {
        constexpr int kServers = 215;
        for (int stack = 0; stack < kStacks; ++stack) addStack(diagram, stack, kServers);
        for (int stack = 0; stack < kStacks; ++stack) addLinks(diagram, stack, kServers, links);
        for (int stack = 0; stack + 1 < kStacks; ++stack) { // replication between neighbours, to no tier
            diagram::Link l;
            l.id = LinkId("replication-" + std::to_string(stack));
            l.kind = catalog::LinkKind::Replication;
            l.from = idOf(stack, "db-0");
            l.to = idOf(stack + 1, "db-0");
            diagram.put(std::move(l));
        }
    }
};

const Big& big() {
    static const Big kBig;
    return kBig;
}

void whole(benchmark::State& state) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    for (auto _ : state) benchmark::DoNotOptimize(Topology::of(big().diagram, catalog));
    state.counters["elements"] = static_cast<double>(big().diagram.elements().size());
    state.counters["links"] = static_cast<double>(big().diagram.links().size());
}
BENCHMARK(whole)->Unit(benchmark::kMillisecond);

// The time of after() alone; the edit goes back and forth between two states.
template <class There, class Back>
void afterEdit(benchmark::State& state, There there, Back back) {
    Diagram edited = big().diagram;
    there(edited);
    Diagram undone = edited;
    back(undone);
    const Topology start = Topology::of(undone, catalog::Catalog::builtin());
    const Topology end = start.after(edited);
    for (auto _ : state) {
        benchmark::DoNotOptimize(start.after(edited));
        benchmark::DoNotOptimize(end.after(undone));
    }
    state.SetItemsProcessed(2 * state.iterations());
}

template <class Edit>
void change(Diagram& d, const ElementId& id, Edit edit) {
    diagram::Element element = *d.element(id);
    edit(element);
    d.put(std::move(element));
}

void afterPropertyNobodyReads(benchmark::State& state) {
    const ElementId id = idOf(7, "server-9");
    afterEdit(
        state, [&](Diagram& d) { d.setProperty(id, "instanceType", std::string("m6i.large")); },
        [&](Diagram& d) { d.setProperty(id, "instanceType", std::nullopt); });
}
BENCHMARK(afterPropertyNobodyReads)->Unit(benchmark::kMicrosecond);

void afterFleetGrows(benchmark::State& state) {
    const ElementId id = idOf(7, "web-1");
    afterEdit(
        state,
        [&](Diagram& d) {
            d.setProperty(id, "desired", Quantity{12, Unit::Count});
        },
        [&](Diagram& d) {
            d.setProperty(id, "desired", Quantity{6, Unit::Count});
        });
}
BENCHMARK(afterFleetGrows)->Unit(benchmark::kMicrosecond);

void afterVpcBlock(benchmark::State& state) {
    const ElementId id = idOf(7, "vpc");
    afterEdit(
        state, [&](Diagram& d) { d.setProperty(id, "cidr", std::string("10.200.0.0/16")); },
        [&](Diagram& d) { d.setProperty(id, "cidr", std::string("10.201.0.0/16")); });
}
BENCHMARK(afterVpcBlock)->Unit(benchmark::kMicrosecond);

void afterServerMoves(benchmark::State& state) {
    const ElementId id = idOf(7, "server-9");
    afterEdit(
        state, [&](Diagram& d) { change(d, id, [](auto& e) { e.parent = idOf(7, "app-1"); }); },
        [&](Diagram& d) { change(d, id, [](auto& e) { e.parent = idOf(7, "app-2"); }); });
}
BENCHMARK(afterServerMoves)->Unit(benchmark::kMicrosecond);

void afterSubnetMoves(benchmark::State& state) { // takes 72 servers and 4 fleets along
    const ElementId id = idOf(7, "app-0");
    afterEdit(
        state, [&](Diagram& d) { change(d, id, [](auto& e) { e.parent = idOf(7, "az-1"); }); },
        [&](Diagram& d) { change(d, id, [](auto& e) { e.parent = idOf(7, "az-0"); }); });
}
BENCHMARK(afterSubnetMoves)->Unit(benchmark::kMicrosecond);

void afterNewLink(benchmark::State& state) {
    diagram::Link link;
    link.id = LinkId("traffic-new");
    link.from = idOf(7, "server-3");
    link.to = idOf(7, "server-25");
    afterEdit(
        state, [&](Diagram& d) { d.put(link); }, [&](Diagram& d) { d.take(link.id); });
}
BENCHMARK(afterNewLink)->Unit(benchmark::kMicrosecond);

void afterNewLinkAtTheRoot(benchmark::State& state) { // everything the users reach is a tier later
    diagram::Link link;
    link.id = LinkId("traffic-new");
    link.from = idOf(6, "server-9");
    link.to = idOf(7, "alb-0");
    afterEdit(
        state, [&](Diagram& d) { d.put(link); }, [&](Diagram& d) { d.take(link.id); });
}
BENCHMARK(afterNewLinkAtTheRoot)->Unit(benchmark::kMicrosecond);

void copy(benchmark::State& state) {
    const Topology topology = Topology::of(big().diagram, catalog::Catalog::builtin());
    for (auto _ : state) {
        Topology copy = topology;
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(copy)->Unit(benchmark::kNanosecond);

} // namespace
