// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings under load, held against AWS's figures.
#include "simulation/estimate.h"
#include "simulation/library.h"
#include "simulation/run.h"

#include "exchange/json/json_reader.h"

#include <gtest/gtest.h>

namespace sky::simulation {
namespace {

constexpr std::int64_t kSecond = 1000000000;

class Drawn {
  public:
    explicit Drawn(const std::string& elements, const std::string& links) {
        const std::string bytes = R"({"format":"skywright","formatVersion":1,"project":{},"elements":[)" + elements + R"(],"links":[)" + links + "]}";
        auto read = exchange::json::readProject(bytes, catalog::Catalog::builtin());
        EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().in(Language::English));
        if (read.ok()) m_topology.emplace(topology::Topology::of(*read, catalog::Catalog::builtin()));
    }
    [[nodiscard]] diagram::Scenario lasting(std::int64_t seconds) const {
        diagram::Scenario scenario;
        scenario.id = ScenarioId("test");
        scenario.duration = seconds * kSecond;
        return scenario;
    }
    [[nodiscard]] RunResult run(const diagram::Scenario& scenario, std::uint64_t seed = 1, std::size_t replications = 1, unsigned threads = 1) const {
        const auto plan = planOf(*m_topology, network::LinkWalks::of(*m_topology), scenario);
        EXPECT_TRUE(plan.ok()) << (plan.ok() ? "" : plan.error().in(Language::English));
        RunOptions options;
        options.seed = seed;
        options.replications = replications;
        options.threads = threads;
        auto result = simulation::run(*plan, options);
        EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().in(Language::English));
        for (const BlockedLink& link : result->blocked) ADD_FAILURE() << link.link.str() << ": " << link.why.en;
        return std::move(result).value();
    }
    [[nodiscard]] const topology::Topology& topology() const { return *m_topology; }

  private:
    std::optional<topology::Topology> m_topology;
};

diagram::Event eventOf(std::int64_t second, diagram::EventAction action, std::string to, std::int64_t lasting = 0) {
    diagram::Event event;
    event.at = second * kSecond;
    event.action = action;
    event.to = std::move(to);
    if (lasting > 0) event.lasting = lasting * kSecond;
    return event;
}

const char* const kNetwork = R"(
 {"id":"seoul","service":"region","code":"ap-northeast-2"},
 {"id":"vpc","service":"vpc","parent":"seoul","cidr":"10.0.0.0/16"},
 {"id":"igw","service":"internet-gateway","parent":"vpc"},
 {"id":"rt","service":"route-table","parent":"vpc","main":true,"routes":[{"to":"0.0.0.0/0","via":"igw"}]},
 {"id":"a","service":"az","parent":"vpc","zone":"a"}, {"id":"c","service":"az","parent":"vpc","zone":"c"},
 {"id":"sub-a","service":"subnet","parent":"a","cidr":"10.0.0.0/24"}, {"id":"sub-c","service":"subnet","parent":"c","cidr":"10.0.1.0/24"},
 {"id":"people","service":"users","place":"Seoul","rate":"100/s","timeout":"10s"})";

std::string balanced(const std::string& balancer, const std::string& fleet) {
    return std::string(kNetwork) + R"(,{"id":"alb","service":"alb","parent":"vpc","spans":["sub-a","sub-c"],"listeners":[{"port":443,"protocol":"https"}])" + balancer +
           R"(},{"id":"web","service":"auto-scaling-group","parent":"vpc","spans":["sub-a","sub-c"],"instanceType":"m6i.large")" + fleet + "}";
}
const char* const kBalancedLinks = R"({"id":"ask","from":"people","to":"alb","port":443},{"id":"serve","from":"alb","to":"web","listener":443,"port":8080})";

const Cause* causeOf(const RunResult& result, CauseKind kind, const std::string& subject = {}) {
    for (const Cause& cause : result.causes) {
        if (cause.kind == kind && (subject.empty() || cause.subject == subject)) return &cause;
    }
    return nullptr;
}

TEST(Run, ADeadTargetIsFoundIn35To65Seconds) {
    const Drawn drawn(balanced("", R"(,"min":2,"desired":4,"max":4)"), kBalancedLinks);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        diagram::Scenario scenario = drawn.lasting(200);
        scenario.events = {eventOf(60, diagram::EventAction::Fail, "web/i-1")};
        const RunResult result = drawn.run(scenario, seed);
        const Cause* found = causeOf(result, CauseKind::Detection, "web/i-1");
        ASSERT_NE(found, nullptr);
        EXPECT_GE(found->end - found->begin, 34.99) << seed;
        EXPECT_LE(found->end - found->begin, 65.01) << seed;
    }
}

TEST(Run, ScalesAfterThreePeriodsAboveTheTarget) {
    const Drawn drawn(balanced("", R"(,"min":2,"desired":2,"max":8,"monitoring":"detailed","scaling":[{"policy":"target-tracking","metric":"cpu","target":"50%"}])"), kBalancedLinks);
    diagram::Scenario scenario = drawn.lasting(900);
    scenario.workload = {{ElementId("people"), diagram::StepRates{{{0, 50000}, {120 * kSecond, 150000}}}}};
    const RunResult result = drawn.run(scenario);
    const Cause* scaling = causeOf(result, CauseKind::Scaling);
    ASSERT_NE(scaling, nullptr);
    EXPECT_NEAR(scaling->begin, 300.0, 1.0); // minutes 3, 4 and 5 are above
    EXPECT_GE(result.instancesEnd, 3u);
    EXPECT_EQ(result.instancesBegin, 2u);
}

TEST(Run, ADatabaseFailsOverInOneToTwoMinutes) {
    const Drawn drawn(std::string(kNetwork) + R"(,{"id":"server","service":"ec2","parent":"sub-c","publicIp":true,"instanceType":"m6i.large","work":"5ms"},
        {"id":"db","service":"rds","parent":"vpc","spans":["sub-a","sub-c"],"class":"db.m6g.large","multiAz":"instance","primaryZone":"a"})",
                      R"({"id":"ask","from":"people","to":"server","port":443},{"id":"sql","from":"server","to":"db","port":3306,"timeout":"2s"})");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        diagram::Scenario scenario = drawn.lasting(400);
        scenario.events = {eventOf(60, diagram::EventAction::Fail, "az:a")};
        const RunResult result = drawn.run(scenario, seed);
        const Cause* failover = causeOf(result, CauseKind::Failover);
        ASSERT_NE(failover, nullptr);
        EXPECT_GE(failover->end - failover->begin, 60.0);
        EXPECT_LE(failover->end - failover->begin, 120.0);
        ASSERT_TRUE(result.recovery.has_value());
        EXPECT_NEAR(*result.recovery, failover->end - 60.0, 5.0);
    }
}

TEST(Run, ASlowDatabaseExhaustsTheServersInFrontOfIt) {
    const Drawn drawn(std::string(kNetwork) + R"(,{"id":"server","service":"ec2","parent":"sub-c","publicIp":true,"instanceType":"m6i.large","work":"2ms"},
        {"id":"db","service":"rds","parent":"vpc","spans":["sub-a","sub-c"],"class":"db.m6g.large","work":"2ms"})",
                      R"({"id":"ask","from":"people","to":"server","port":443},{"id":"sql","from":"server","to":"db","port":3306})");
    diagram::Scenario scenario = drawn.lasting(240);
    diagram::Event slow = eventOf(60, diagram::EventAction::Slow, "db", 60);
    slow.with.set("factor", Quantity{20, Unit::Count});
    scenario.events = {slow};
    const RunResult result = drawn.run(scenario);
    EXPECT_GT(result.outcomes[static_cast<std::size_t>(Outcome::Refused)], 100u); // workers and backlog of the server
    EXPECT_TRUE(result.hurt);
    EXPECT_TRUE(result.recovery.has_value());
}

TEST(Run, AFunctionIsThrottledBeyondItsConcurrency) {
    const Drawn drawn(std::string(kNetwork) + R"(,{"id":"api","service":"api-gateway","parent":"seoul"},{"id":"run","service":"lambda","parent":"seoul","work":"1s","reservedConcurrency":20})",
                      R"({"id":"ask","from":"people","to":"api","port":443},{"id":"call","from":"api","to":"run"})");
    const RunResult result = drawn.run(drawn.lasting(120));
    EXPECT_NEAR(static_cast<double>(result.outcomes[0]) / 120.0, 20.0, 2.0);
    EXPECT_GT(result.outcomes[static_cast<std::size_t>(Outcome::Throttled)], 8000u);
    ASSERT_FALSE(result.elements.empty());
}

TEST(Run, AQueueHandsOutAgainAfterItsVisibilityTimeout) {
    const Drawn drawn(std::string(kNetwork) + R"(,{"id":"jobs","service":"sqs","parent":"seoul","visibility":"30s"},
        {"id":"work","service":"lambda","parent":"seoul","work":"100ms","reservedConcurrency":1000})",
                      R"({"id":"send","from":"people","to":"jobs"},{"id":"take","kind":"event","from":"jobs","to":"work","batch":1,"opens":"to"})");
    diagram::Scenario scenario = drawn.lasting(300);
    scenario.events = {eventOf(60, diagram::EventAction::Fail, "work", 60)};
    const RunResult result = drawn.run(scenario);
    EXPECT_GT(result.success(), 0.999); // who sends does not notice
    for (const ElementResult& element : result.elements) {
        if (element.element.str() == "work") {
            EXPECT_GT(element.requests, 29000u); // all of them came, some twice
        }
    }
}

// A minute of slowness fills the queue with requests nobody waits for any more; retries keep it full.
TEST(Run, ARetryStormOutlivesItsTriggerAndABudgetPreventsIt) {
    const auto runWith = [](const std::string& budget) {
        const Drawn drawn(std::string(kNetwork) + R"(,{"id":"server","service":"ec2","parent":"sub-c","publicIp":true,"instanceType":"m6i.large","work":"14ms"})",
                          R"({"id":"ask","from":"people","to":"server","port":443,"timeout":"1s","retries":5,"backoff":"100ms")" + budget + "}");
        diagram::Scenario scenario = drawn.lasting(900);
        diagram::Event slow = eventOf(120, diagram::EventAction::Slow, "server", 60);
        slow.with.set("factor", Quantity{10, Unit::Count});
        scenario.events = {slow};
        return drawn.run(scenario);
    };
    const RunResult storm = runWith("");
    EXPECT_FALSE(storm.recovery.has_value()); // down ten minutes after the trigger is gone
    EXPECT_LT(storm.series.back().success(), 0.5);
    const RunResult held = runWith(R"(,"retryBudget":"10%")");
    ASSERT_TRUE(held.recovery.has_value());
    EXPECT_LT(*held.recovery, 180.0);
}

TEST(Run, AnEmptiedCacheStampedesTheDatabase) {
    const Drawn drawn(std::string(kNetwork) + R"(,{"id":"server","service":"ec2","parent":"sub-c","publicIp":true,"instanceType":"m6i.large","work":"2ms"},
        {"id":"cache","service":"elasticache","parent":"vpc","spans":["sub-c"],"nodeType":"cache.m6g.large","hit":"90%"},
        {"id":"db","service":"rds","parent":"vpc","spans":["sub-a","sub-c"],"class":"db.m6g.large","work":"25ms"})",
                      R"({"id":"ask","from":"people","to":"server","port":443},{"id":"look","from":"server","to":"cache","port":6379,"fallback":"sql"},
        {"id":"sql","from":"server","to":"db","port":3306,"timeout":"2s"})");
    diagram::Scenario scenario = drawn.lasting(600);
    const auto waitingFor = [&](const RunResult& result) {
        for (const ElementResult& element : result.elements) {
            if (element.element.str() == "db") return element.mostWaiting;
        }
        return std::uint64_t{0};
    };
    const RunResult calm = drawn.run(scenario);
    EXPECT_LT(waitingFor(calm), 10u);
    scenario.events = {eventOf(120, diagram::EventAction::Flush, "cache")};
    const RunResult flushed = drawn.run(scenario);
    EXPECT_GT(waitingFor(flushed), 20u);
    const Cause* warming = causeOf(flushed, CauseKind::Warming);
    ASSERT_NE(warming, nullptr);
    EXPECT_GT(warming->end - warming->begin, 20.0);
}

TEST(Run, SameSeedSameResultForAnyThreads) {
    const Drawn drawn(balanced("", R"(,"min":2,"desired":4,"max":6)"), kBalancedLinks);
    diagram::Scenario scenario = drawn.lasting(120);
    scenario.events = {eventOf(30, diagram::EventAction::Fail, "az:a")};
    const RunResult one = drawn.run(scenario, 5, 3, 1);
    const RunResult three = drawn.run(scenario, 5, 3, 3);
    EXPECT_EQ(one.outcomes, three.outcomes);
    EXPECT_EQ(one.sojourns, three.sojourns);
    EXPECT_EQ(one.causes.size(), three.causes.size());
    EXPECT_EQ(one.availability.half, three.availability.half);
}

TEST(Estimate, AgreesWithTheRunInASteadyState) {
    EXPECT_NEAR(erlangC(0.8, 1), 0.8, 1e-12);
    EXPECT_NEAR(erlangC(3.6, 4), 0.7877532642953626, 1e-12);
    const Drawn drawn(std::string(kNetwork) + R"(,{"id":"server","service":"ec2","parent":"sub-c","publicIp":true,"instanceType":"m6i.large","work":"12ms"},
        {"id":"db","service":"rds","parent":"vpc","spans":["sub-a","sub-c"],"class":"db.m6g.large","work":"10ms"})",
                      R"({"id":"ask","from":"people","to":"server","port":443},{"id":"sql","from":"server","to":"db","port":3306})");
    const diagram::Scenario scenario = drawn.lasting(1800);
    const auto plan = planOf(drawn.topology(), network::LinkWalks::of(drawn.topology()), scenario);
    ASSERT_TRUE(plan.ok());
    const Estimate guess = estimate(*plan);
    const RunResult result = drawn.run(scenario);
    EXPECT_NEAR(guess.rate, 100.0, 1e-9);
    EXPECT_NEAR(guess.answer, result.sojourns.mean(), 0.03 * guess.answer);
    ASSERT_FALSE(guess.elements.empty());
    for (const ElementEstimate& element : guess.elements) {
        if (element.element.str() == "server") {
            EXPECT_NEAR(element.utilisation, 0.6, 1e-9);
        }
    }
    EXPECT_TRUE(guess.warnings.empty());
}

TEST(Run, RefusesWhatCannotBe) {
    const Drawn drawn(balanced("", R"(,"min":2,"desired":2,"max":4)"), kBalancedLinks);
    diagram::Scenario scenario = drawn.lasting(60);
    scenario.events = {eventOf(10, diagram::EventAction::Fail, "nobody")};
    const network::LinkWalks walks = network::LinkWalks::of(drawn.topology());
    const auto plan = planOf(drawn.topology(), walks, scenario);
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(simulation::run(*plan, {}).error().place, "events[0].to");
    scenario.workload = {{ElementId("alb"), diagram::ConstantRate{1000}}};
    EXPECT_FALSE(planOf(drawn.topology(), walks, scenario).ok());
    scenario.duration = 0;
    EXPECT_FALSE(planOf(drawn.topology(), walks, scenario).ok());
}

TEST(Run, TheLibraryRunsWhereItMakesSense) {
    const Drawn drawn(balanced("", R"(,"min":2,"desired":4,"max":6)"), kBalancedLinks);
    const std::vector<diagram::Scenario> ready = readyScenarios(drawn.topology());
    ASSERT_GE(ready.size(), 6u);
    for (diagram::Scenario scenario : ready) {
        scenario.duration = 400 * kSecond;
        EXPECT_GT(drawn.run(scenario).born, 10000u) << scenario.id.str();
    }
}

} // namespace
} // namespace sky::simulation
