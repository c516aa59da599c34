// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing a project of 10 000 elements and 15 000 links as JSON. Goal: 100 ms each.
#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"

#include <benchmark/benchmark.h>

#include <random>

namespace {

using namespace sky;

// A hundred VPCs of two zones, each with subnets, load balancer, fleet, instances, database and groups, as drawn.
diagram::Diagram largeProject() {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    std::string text =
        R"({"format": "skywright", "formatVersion": 1, "elements": [{"id": "users", "service": "users", "rate": "1000/s"},
{"id": "r", "service": "region", "code": "ap-northeast-2"})";
    std::string links;
    std::string frames;
    int linkCount = 0;
    std::mt19937 random(1);
    const auto element = [&](const std::string& id, const std::string& rest) {
        text += ",\n{\"id\": \"" + id + "\", " + rest + "}";
        frames +=
            (frames.empty() ? "" : ", ") + ("\"" + id) + "\": [" + std::to_string(random() % 2000) + ", 16, 40, 40]";
    };
    const auto link = [&](const std::string& from, const std::string& to, const std::string& rest) {
        links += (links.empty() ? "" : ",\n") + ("{\"id\": \"traffic-" + std::to_string(++linkCount)) +
                 "\", \"from\": \"" + from + "\", \"to\": \"" + to + "\"" + rest + "}";
    };
    for (int v = 0; v < 100; ++v) {
        const std::string n = std::to_string(v);
        element("vpc-" + n,
                R"("service": "vpc", "parent": "r", "cidr": "10.)" + n + R"(.0.0/16", "dnsHostnames": true)");
        element("sg-" + n,
                R"("service": "security-group", "parent": "vpc-)" + n +
                    R"(", "in": [{"port": 443, "from": "0.0.0.0/0"}, {"port": "8000-8080", "from": "10.0.0.0/8"}])");
        for (const char* zone : {"a", "c"}) {
            element("az-" + n + zone, R"("service": "az", "parent": "vpc-)" + n + R"(", "zone": ")" + zone + "\"");
            element("subnet-" + n + zone, R"("service": "subnet", "parent": "az-)" + n + zone + R"(", "cidr": "10.)" +
                                              n + (zone[0] == 'a' ? ".0.0/24" : ".1.0/24") + "\"");
        }
        element("alb-" + n, R"("service": "alb", "parent": "vpc-)" + n + R"(", "spans": ["subnet-)" + n +
                                R"(a", "subnet-)" + n + R"(c"], "groups": ["sg-)" + n +
                                R"("], "listeners": [{"port": 443, "protocol": "https"}], "crossZone": true)");
        element(
            "rds-" + n,
            R"("service": "rds", "parent": "vpc-)" + n + R"(", "spans": ["subnet-)" + n + R"(a", "subnet-)" + n +
                R"(c"], "engine": "mysql", "class": "db.m6g.large", "multiAz": "instance", "storage": "200GiB", "work": "2ms", "backupRetention": "7d")");
        link("users", "alb-" + n, R"(, "port": 443, "share": "1%")");
        for (int i = 0; i < 92; ++i) {
            const std::string id = "ec2-" + n + "-" + std::to_string(i);
            element(
                id,
                R"("service": "ec2", "name": {"en": "Web server", "ko": "웹 서버"}, "parent": "subnet-)" + n +
                    (i % 2 ? "a" : "c") + R"(", "groups": ["sg-)" + n +
                    R"("], "instanceType": "m6i.large", "work": "15ms", "workers": 64, "rootVolume": "20GiB", "httpTokens": "required")");
            link("alb-" + n, id, R"(, "port": 8080, "protocol": "http")");
            if (i < 57) link(id, "rds-" + n, R"(, "port": 3306, "calls": 2.5, "timeout": "2s")");
        }
    }
    text += "], \"links\": [" + links + "], \"layout\": {\"elements\": {" + frames + "}}}";
    auto read = exchange::json::readProject(text, catalog);
    ENSURE(read.ok(), "the large project is sound");
    return std::move(*read);
}

const diagram::Diagram& project() {
    static const diagram::Diagram kProject = largeProject();
    return kProject;
}

void writeLargeProject(benchmark::State& state) {
    const diagram::Diagram& diagram = project();
    std::size_t bytes = 0;
    for (auto _ : state) bytes = exchange::json::writeProject(diagram, catalog::Catalog::builtin()).size();
    state.counters["elements"] = static_cast<double>(diagram.elements().size());
    state.counters["links"] = static_cast<double>(diagram.links().size());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(writeLargeProject)->Unit(benchmark::kMillisecond);

void readLargeProject(benchmark::State& state) {
    const std::string bytes = exchange::json::writeProject(project(), catalog::Catalog::builtin());
    for (auto _ : state) benchmark::DoNotOptimize(exchange::json::readProject(bytes, catalog::Catalog::builtin()));
    state.counters["bytes"] = static_cast<double>(bytes.size());
}
BENCHMARK(readLargeProject)->Unit(benchmark::kMillisecond);

// A hundred megabytes of brackets must cost no more than a look.
void refuseBrackets(benchmark::State& state) {
    const std::string bytes = "{\"elements\":" + std::string(100'000'000, '[');
    for (auto _ : state) benchmark::DoNotOptimize(exchange::json::readProject(bytes, catalog::Catalog::builtin()));
}
BENCHMARK(refuseBrackets)->Unit(benchmark::kMillisecond);

} // namespace
