// SPDX-License-Identifier: GPL-3.0-or-later
// Packet walks: one in a network of 1 000 interfaces (goal: 10 microseconds), all links of drawings of 1 000 and 10 000
// elements, and what an edit costs.
#include "stacks.h"

#include "network/link_walks.h"
#include "network/reach.h"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

using namespace sky;
using namespace sky::network;
using bench::add;
using bench::idOf;
using diagram::Diagram;
using topology::Topology;

namespace {

catalog::Value rule(const char* port, const catalog::Scalar& from) {
    catalog::Record row;
    row.set("port", std::string(port));
    row.set("from", from);
    return catalog::Records{row};
}

// A VPC over three zones with balancer, fleet, database, NAT per zone, and servers that call each other.
void addStack(Diagram& d, int stack, int servers) {
    const auto id = [&](const std::string& name) { return idOf(stack, name); };
    const auto route = [&](const std::string& via) {
        catalog::Record row;
        row.set("to", std::string("0.0.0.0/0"));
        row.set("via", catalog::Reference{id(via).str()});
        return catalog::Value(catalog::Records{row});
    };
    add(d, id("region"), "region", {}, {{"code", std::string("ap-northeast-2")}});
    add(d, id("vpc"), "vpc", id("region"), {{"cidr", "10." + std::to_string(stack) + ".0.0/16"}});
    add(d, id("igw"), "internet-gateway", id("vpc"));
    add(d, id("public"), "route-table", id("vpc"), {{"routes", route("igw")}});
    add(d, id("sg-lb"), "security-group", id("vpc"), {{"in", rule("443", std::string("0.0.0.0/0"))}});
    add(d, id("sg-app"), "security-group", id("vpc"),
        {{"in", rule("1-65535", catalog::Reference{id("sg-app").str()})}});
    add(d, id("sg-web"), "security-group", id("vpc"), {{"in", rule("8080", catalog::Reference{id("sg-lb").str()})}});
    add(d, id("users"), "users", {});
    add(d, id("bucket"), "s3", id("region"));
    std::vector<ElementId> front;
    std::vector<ElementId> back;
    for (int zone = 0; zone < 3; ++zone) {
        const std::string z = std::to_string(zone);
        add(d, id("az-" + z), "az", id("vpc"), {{"zone", std::string(1, static_cast<char>('a' + zone))}});
        add(d, id("private-" + z), "route-table", id("vpc"), {{"routes", route("nat-" + z)}});
        const std::string block = "10." + std::to_string(stack) + "." + std::to_string(zone * 16);
        add(d, id("front-" + z), "subnet", id("az-" + z),
            {{"cidr", block + ".0/24"}, {"routeTable", catalog::Reference{id("public").str()}}});
        add(d, id("back-" + z), "subnet", id("az-" + z),
            {{"cidr", "10." + std::to_string(stack) + "." + std::to_string(128 + zone * 16) + ".0/20"},
             {"routeTable", catalog::Reference{id("private-" + z).str()}}});
        add(d, id("nat-" + z), "nat-gateway", id("front-" + z));
        front.push_back(id("front-" + z));
        back.push_back(id("back-" + z));
    }
    add(d, id("alb"), "alb", id("vpc"), {}, front, {id("sg-lb")});
    add(d, id("web"), "auto-scaling-group", id("vpc"), {{"desired", Quantity{6, Unit::Count}}}, back,
        {id("sg-web"), id("sg-app")});
    add(d, id("db"), "rds", id("vpc"), {{"multiAz", std::string("instance")}}, back, {id("sg-app")});
    for (int n = 0; n < servers; ++n)
        add(d, id("server-" + std::to_string(n)), "ec2", id("back-" + std::to_string(n % 3)), {}, {}, {id("sg-app")});
    int next = 0;
    const auto link = [&](const std::string& from, const std::string& to, std::int64_t port) {
        diagram::Link l;
        l.id = LinkId("s" + std::to_string(stack) + "-link-" + std::to_string(next++));
        l.from = id(from);
        l.to = id(to);
        l.properties.set("port", Quantity{port, Unit::Count});
        d.put(std::move(l));
    };
    link("users", "alb", 443);
    link("alb", "web", 8080);
    link("web", "db", 3306);
    link("web", "bucket", 443);
    for (int n = 0; n < servers; ++n) {
        link("server-" + std::to_string(n), "server-" + std::to_string((n * 7 + 1) % servers), 9000);
        if (n % 2 == 0) link("server-" + std::to_string(n), n % 4 == 0 ? "db" : "bucket", n % 4 == 0 ? 3306 : 443);
    }
}

Diagram drawing(int stacks, int servers) {
    Diagram d;
    for (int stack = 0; stack < stacks; ++stack) addStack(d, stack, servers);
    return d;
}

const Topology& ofElements(std::int64_t count) {
    static const Topology kSmall = Topology::of(drawing(4, 226), catalog::Catalog::builtin());
    static const Topology kBig = Topology::of(drawing(40, 226), catalog::Catalog::builtin());
    return count < 5000 ? kSmall : kBig;
}

void count(benchmark::State& state, const Topology& topology) {
    state.counters["elements"] = static_cast<double>(topology.diagram().elements().size());
    state.counters["links"] = static_cast<double>(topology.diagram().links().size());
}

enum Which { FromInternet, Inside, ThroughNat };

void oneWalk(benchmark::State& state) {
    const Topology topology = Topology::of(drawing(1, 1000), catalog::Catalog::builtin());
    const Network network = networkOf(topology);
    Question question;
    question.ports = PortSet(PortRange{9000, 9000});
    question.from.place = network.find("s0-server-1");
    question.to.place = network.find("s0-server-500");
    if (state.range(0) == FromInternet) {
        question.from.place = {Place::Kind::Internet, 0};
        question.to.place = network.find("s0-alb");
        question.ports = PortSet(PortRange{443, 443});
    } else if (state.range(0) == ThroughNat) {
        question.to.place = {Place::Kind::Internet, 0};
    }
    Walk last;
    for (auto _ : state) {
        last = walk(network, question);
        benchmark::DoNotOptimize(last);
    }
    state.counters["interfaces"] = static_cast<double>(network.interfaces.size());
    state.SetLabel(std::string(name(last.verdict)));
}
BENCHMARK(oneWalk)->Arg(FromInternet)->Arg(Inside)->Arg(ThroughNat)->Unit(benchmark::kMicrosecond);

void makeNetwork(benchmark::State& state) {
    const Topology& topology = ofElements(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(networkOf(topology));
    count(state, topology);
}
BENCHMARK(makeNetwork)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void allLinks(benchmark::State& state) {
    const Topology& topology = ofElements(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(LinkWalks::of(topology));
    count(state, topology);
}
BENCHMARK(allLinks)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

template <class Change>
void afterEdit(benchmark::State& state, Change change) {
    const Topology& topology = ofElements(state.range(0));
    const LinkWalks before = LinkWalks::of(topology);
    Diagram edited = topology.diagram();
    change(edited);
    const Topology now = topology.after(edited);
    for (auto _ : state) benchmark::DoNotOptimize(before.after(now));
    count(state, topology);
}
void afterRename(benchmark::State& state) {
    afterEdit(state, [](Diagram& d) { d.setName(idOf(1, "web"), Text{"Shop", {}}); });
}
BENCHMARK(afterRename)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);
void afterRule(benchmark::State& state) {
    afterEdit(state, [](Diagram& d) {
        d.setProperty(idOf(1, "sg-web"), "in", rule("8081", catalog::Reference{idOf(1, "sg-lb").str()}));
    });
}
BENCHMARK(afterRule)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void whoReaches(benchmark::State& state) {
    const Network network = networkOf(ofElements(1000));
    for (auto _ : state) {
        Reach reach(network);
        benchmark::DoNotOptimize(reach.whoReaches(network.find("s1-db/primary")));
    }
}
BENCHMARK(whoReaches)->Unit(benchmark::kMillisecond);

} // namespace
