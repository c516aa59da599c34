// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings.h"

#include "catalog/promises.h"
#include "resilience/drawn_availability.h"

#include <gtest/gtest.h>

namespace sky::resilience {
namespace {

using test::twoZones;
using topology::test::count;
using topology::test::Sketch;
using topology::test::text;

DrawnAvailability ask(const Sketch& sketch, const Climate& climate) {
    const topology::Topology topology = sketch.topology();
    auto result = availabilityOf(topology, needsOf(topology, {}), climate);
    EXPECT_TRUE(result.ok());
    return std::move(result).value();
}
const Figure& figureOf(const DrawnAvailability& availability, const std::string& id) {
    for (const Figure& figure : availability.figures)
        if (figure.id == id) return figure;
    static const Figure kNone;
    ADD_FAILURE() << id;
    return kNone;
}

TEST(DrawnAvailability, AServerItsZoneAndItsRegion) {
    Sketch s = twoZones();
    s.add("web", "ec2", "net-a").link("in", "shop", "web");
    const DrawnAvailability answer = ask(s, {5e-4, 1e-4});
    EXPECT_NEAR(answer.whole.availability, .995 * .9995 * .9999, 1e-14);
    EXPECT_EQ(answer.blames.front().id, "web");
    EXPECT_NEAR(answer.blames.front().hoursPerYear, .005 * .9995 * .9999 * 8760, 1e-9);
    EXPECT_EQ(figureOf(answer, "web").from, Figure::From::Promise);
    EXPECT_EQ(figureOf(answer, "az:ap-northeast-2a").from, Figure::From::Assumed);
}

// 4 instances over 2 zones, 2 needed: the zones are shared, and that costs sixteen times what a product says.
TEST(DrawnAvailability, AFleetSharesItsZones) {
    Sketch s = twoZones();
    s.add("web", "auto-scaling-group", "vpc", {{"desired", count(4)}, {"needed", count(2)}}, {"net-a", "net-b"});
    s.link("in", "shop", "web");
    EXPECT_NEAR(ask(s, {5e-4, 0}).whole.unavailability, 1.07176394995301e-05, 1e-14);
    EXPECT_NEAR(ask(s, {0, 0}).whole.unavailability, 4 * .995 * .005 * .005 * .005 + 6.25e-10, 1e-15);
}

TEST(DrawnAvailability, WhatTheUserSaysComesFirst) {
    Sketch s = twoZones();
    s.add("pay", "external", "", {{"availability", catalog::Value(Quantity{990'000'000'000, Unit::Percent})}});
    s.link("in", "shop", "pay");
    const DrawnAvailability answer = ask(s, {});
    EXPECT_NEAR(answer.whole.availability, .99, 1e-14);
    EXPECT_EQ(figureOf(answer, "pay").from, Figure::From::User);
}

TEST(DrawnAvailability, PromisesGoByTheZones) {
    Sketch s = twoZones();
    s.add("alb", "alb", "vpc", {}, {"net-a", "net-b"})
        .add("db", "rds", "vpc", {{"multiAz", text("instance")}}, {"net-a", "net-b"});
    s.add("one", "alb", "vpc", {}, {"net-a"}).add("web", "ec2", "net-a");
    s.link("1", "shop", "alb").link("2", "alb", "web").link("3", "web", "db").link("4", "shop", "one");
    const DrawnAvailability answer = ask(s, {});
    EXPECT_NEAR(figureOf(answer, "alb").down, 1e-4, 1e-12);
    EXPECT_NEAR(figureOf(answer, "one").down, 1e-3, 1e-12);
    EXPECT_NEAR(figureOf(answer, "db").down, 5e-4, 1e-12);
}

TEST(DrawnAvailability, WhatNobodyKnowsIsSaidSo) {
    Sketch s = twoZones();
    s.add("table", "dynamodb", "region").add("igw", "internet-gateway", "vpc").link("in", "shop", "table");
    network::LinkWalk walk;
    walk.link = LinkId("in");
    walk.flows.emplace_back();
    walk.flows[0].passes = {"igw"};
    const topology::Topology topology = s.topology();
    const auto answer = availabilityOf(topology, needsOf(topology, std::vector<network::LinkWalk>{walk}), {0, 1e-4});
    EXPECT_EQ(figureOf(*answer, "igw").from, Figure::From::Unknown);
    EXPECT_EQ(figureOf(*answer, "table").from, Figure::From::Assumed);
    EXPECT_EQ(figureOf(*answer, "table").source.substr(0, 12), "AWS DynamoDB");
    EXPECT_NEAR(answer->whole.unavailability, 1 - .9999 * .9999, 1e-13);
}

TEST(DrawnAvailability, Words) {
    EXPECT_EQ(percentText(0), "100%");
    EXPECT_EQ(percentText(.001), "99.9%");
    EXPECT_EQ(percentText(1.2345e-5), "99.9988%");
    EXPECT_EQ(percentText(.25), "75%");
    EXPECT_EQ(durationText(43.8).en, "44 hours");
    EXPECT_EQ(durationText(.0877).en, "5.3 minutes");
    EXPECT_EQ(durationText(1e-3).ko, "3.6초");
    EXPECT_EQ(durationText(100).en, "4.2 days");
}

TEST(Promises, AreOfServicesThatThereAre) {
    ASSERT_FALSE(catalog::builtinPromises().empty());
    for (const catalog::Promise& promise : catalog::builtinPromises()) {
        EXPECT_NE(catalog::Catalog::builtin().find(promise.service), nullptr) << promise.service;
        EXPECT_GT(toDouble(promise.share), .9);
        EXPECT_FALSE(promise.source.empty() || promise.of.ko.empty());
    }
    EXPECT_EQ(catalog::promiseOf("rds", catalog::Promise::Over::Several)->of.en, "a Multi-AZ instance or cluster");
    EXPECT_EQ(catalog::promiseOf("users", catalog::Promise::Over::One), nullptr);
    EXPECT_FALSE(catalog::readPromises({"promises.json", R"({"source": "x", "promises": [{"service": "s3"}]})"}).ok());
}

} // namespace
} // namespace sky::resilience
