// SPDX-License-Identifier: GPL-3.0-or-later
// All rules over drawings of 1 000 and 10 000 elements (goals: 20 ms, 250 ms), and again after one edit (goal: 2 ms).
// The drawing: complete web shops side by side, each a VPC over three zones with load balancers, fleets, databases,
// servers, security groups with rules, users and a bucket.
#include "checks/checks.h"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

using namespace sky;
using diagram::Diagram;
using topology::Topology;

namespace {

constexpr int kServers = 215; // of a shop: with them a shop has 250 elements

class Shops {
  public:
    Diagram diagram;

    explicit Shops(int count) {
        for (int n = 0; n < count; ++n) addShop(n);
    }

  private:
    std::string m_shop;

    [[nodiscard]] ElementId id(const std::string& name) const { return ElementId(m_shop + name); }

    void add(const std::string& name, const char* service, const ElementId& parent,
             std::vector<std::pair<std::string, catalog::Value>> properties = {}, std::vector<ElementId> spans = {},
             std::vector<ElementId> groups = {}) {
        diagram::Element element;
        element.id = id(name);
        element.service = service;
        element.parent = parent;
        element.spans = std::move(spans);
        element.groups = std::move(groups);
        for (auto& [key, value] : properties) element.properties.set(key, std::move(value));
        diagram.put(std::move(element));
    }
    void link(const std::string& name, const std::string& from, const std::string& to, int port) {
        diagram::Link link;
        link.id = LinkId(m_shop + name);
        link.from = id(from);
        link.to = id(to);
        link.properties.set("port", Quantity{port, Unit::Count});
        diagram.put(std::move(link));
    }
    [[nodiscard]] catalog::Value route(const std::string& via) const {
        catalog::Record row;
        row.set("to", std::string("0.0.0.0/0"));
        row.set("via", catalog::Reference{id(via).str()});
        return catalog::Records{row};
    }
    [[nodiscard]] static catalog::Value admits(const char* port, catalog::Scalar from) {
        catalog::Record row;
        row.set("port", std::string(port));
        row.set("from", std::move(from));
        return catalog::Records{row};
    }

    void addShop(int number) {
        m_shop = "s" + std::to_string(number) + "-";
        const std::string block = "10." + std::to_string(number) + ".";
        add("region", "region", {}, {{"code", std::string("ap-northeast-2")}});
        add("vpc", "vpc", id("region"), {{"cidr", block + "0.0/16"}});
        add("igw", "internet-gateway", id("vpc"));
        add("rt-pub", "route-table", id("vpc"), {{"routes", route("igw")}});
        add("users", "users", {}, {{"place", std::string("Seoul")}});
        add("bucket", "s3", id("region"));
        add("sg-alb", "security-group", id("vpc"), {{"in", admits("443", std::string("0.0.0.0/0"))}});
        add("sg-web", "security-group", id("vpc"), {{"in", admits("8080", catalog::Reference{id("sg-alb").str()})}});
        add("sg-db", "security-group", id("vpc"), {{"in", admits("3306", catalog::Reference{id("sg-web").str()})}});
        std::vector<ElementId> pub, app, data;
        for (int zone = 0; zone < 3; ++zone) {
            const std::string z(1, static_cast<char>('a' + zone));
            const auto cidr = [&](int tier) {
                return catalog::Value(block + std::to_string(tier * 10 + zone) + ".0/24");
            };
            const auto table = [&](const std::string& name) {
                return catalog::Value(catalog::Reference{id(name).str()});
            };
            add(z, "az", id("vpc"), {{"zone", z}});
            add("nat-" + z, "nat-gateway", id("pub-" + z));
            add("rt-" + z, "route-table", id("vpc"), {{"routes", route("nat-" + z)}});
            add("pub-" + z, "subnet", id(z), {{"cidr", cidr(0)}, {"routeTable", table("rt-pub")}});
            add("app-" + z, "subnet", id(z), {{"cidr", cidr(1)}, {"routeTable", table("rt-" + z)}});
            add("data-" + z, "subnet", id(z), {{"cidr", cidr(2)}});
            pub.push_back(id("pub-" + z));
            app.push_back(id("app-" + z));
            data.push_back(id("data-" + z));
        }
        catalog::Record listener;
        listener.set("port", Quantity{443, Unit::Count});
        listener.set("protocol", std::string("https"));
        add("alb", "alb", id("vpc"), {{"listeners", catalog::Records{listener}}}, pub, {id("sg-alb")});
        add("web", "auto-scaling-group", id("vpc"),
            {{"min", Quantity{3, Unit::Count}},
             {"desired", Quantity{6, Unit::Count}},
             {"max", Quantity{12, Unit::Count}}},
            app, {id("sg-web")});
        add("db", "rds", id("vpc"), {{"multiAz", std::string("instance")}}, data, {id("sg-db")});
        link("l-ask", "users", "alb", 443);
        link("l-serve", "alb", "web", 8080);
        link("l-sql", "web", "db", 3306);
        link("l-keep", "web", "bucket", 443);
        for (int n = 0; n < kServers; ++n) {
            const std::string server = "server-" + std::to_string(n);
            add(server, "ec2", app[static_cast<std::size_t>(n) % 3], {{"instanceType", std::string("m6i.large")}}, {},
                {id("sg-web")});
            link("l-alb-" + std::to_string(n), "alb", server, 8080);
            link("l-db-" + std::to_string(n), server, "db", 3306);
        }
    }
};

void BM_fullCheck(benchmark::State& state) {
    const Shops shops(static_cast<int>(state.range(0)));
    const Topology topology = Topology::of(shops.diagram, catalog::Catalog::builtin());
    std::size_t findings = 0;
    for (auto _ : state) findings = checks::Checks(topology, {}).findings().size();
    state.counters["elements"] = static_cast<double>(shops.diagram.elements().size());
    state.counters["links"] = static_cast<double>(shops.diagram.links().size());
    state.counters["findings"] = static_cast<double>(findings);
}
BENCHMARK(BM_fullCheck)->Arg(4)->Arg(40)->Unit(benchmark::kMillisecond);

// One property of one thing, there and back; the topology is brought up to date outside the clock.
void recheck(benchmark::State& state, const char* element, const char* key, const catalog::Value& value) {
    Shops shops(40);
    Topology topology = Topology::of(shops.diagram, catalog::Catalog::builtin());
    checks::Checks live(topology, {});
    std::size_t asked = live.asked();
    bool set = false;
    for (auto _ : state) {
        state.PauseTiming();
        set = !set;
        shops.diagram.setProperty(ElementId(element), key, set ? std::optional(value) : std::nullopt);
        topology = topology.after(shops.diagram);
        asked = live.asked();
        state.ResumeTiming();
        benchmark::DoNotOptimize(live.update(topology));
    }
    state.counters["callsOfRules"] = static_cast<double>(live.asked() - asked);
}
void BM_recheckAfterServerProperty(benchmark::State& state) {
    recheck(state, "s7-server-3", "httpTokens", std::string("optional"));
}
BENCHMARK(BM_recheckAfterServerProperty)->Unit(benchmark::kMillisecond);

void BM_recheckAfterDatabaseProperty(benchmark::State& state) {
    recheck(state, "s7-db", "deletionProtection", false);
}
BENCHMARK(BM_recheckAfterDatabaseProperty)->Unit(benchmark::kMillisecond);

void BM_recheckAfterStandbyIsGone(benchmark::State& state) { // packets and failures are worked out again
    recheck(state, "s7-db", "multiAz", std::string("no"));
}
BENCHMARK(BM_recheckAfterStandbyIsGone)->Unit(benchmark::kMillisecond);

} // namespace
