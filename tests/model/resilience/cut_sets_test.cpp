// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs.h"

#include "resilience/lanes.h"

#include <gmock/gmock.h>

namespace sky::resilience {
namespace {

using test::Dice;
using test::namesOf;
using testing::ElementsAre;
using testing::IsEmpty;

CutSets cuts(const NeedsGraph& graph, int order) {
    auto sets = cutSetsOf(graph, order);
    EXPECT_TRUE(sets.ok());
    return std::move(sets).value();
}

TEST(CutSets, EqualTryingEverySetOnRandomGraphs) {
    Dice dice(3);
    int withCuts = 0;
    for (int round = 0; round < 1500; ++round) {
        const NeedsGraph graph = test::randomGraph(dice, 9);
        const CutSets sets = cuts(graph, 3);
        ASSERT_EQ(sets.downAnyway, !isUp(graph, {}));
        if (sets.downAnyway) {
            for (int order = 1; order <= 3; ++order) ASSERT_TRUE(sets.order(order).empty());
            continue;
        }
        for (int order = 1; order <= 3; ++order)
            ASSERT_EQ(namesOf(graph, sets.order(order)), test::cutsByTrying(graph, static_cast<std::size_t>(order)))
                << "round " << round << ", order " << order;
        withCuts += sets.order(2).empty() ? 0 : 1;
    }
    EXPECT_GT(withCuts, 100);
}

TEST(CutSets, MoreThanAWordOfEvents) {
    Dice dice(11);
    for (int round = 0; round < 20; ++round) {
        NeedsGraph graph = test::randomGraph(dice, 9);
        const auto count = static_cast<std::uint32_t>(graph.components.size());
        // Servers that differ in what they need, so that none stands for another.
        NeedGroup many{{}, 69};
        for (std::uint32_t i = 0; i < 70; ++i) {
            Component server{"w" + std::to_string(100 + i), {PlaceKind::Zone, 0, {i % 3}}, false, {}};
            server.needs = {{{i % count, count + (i + 1) % 70}, 1}};
            many.any.push_back(count + i);
            graph.components.push_back(std::move(server));
        }
        graph.components[graph.goals[0]].needs.push_back(many);
        const CutSets sets = cuts(graph, 2);
        if (sets.downAnyway) continue;
        ASSERT_EQ(namesOf(graph, sets.order(1)), test::cutsByTrying(graph, 1)) << round;
        ASSERT_EQ(namesOf(graph, sets.order(2)), test::cutsByTrying(graph, 2)) << round;
    }
}

TEST(CutSets, TiersOfAHundred) {
    const NeedsGraph graph = test::tiers(100);
    const CutSets sets = cuts(graph, 2);
    EXPECT_EQ(namesOf(graph, sets.order(1)), test::cutsByTrying(graph, 1));
    EXPECT_EQ(namesOf(graph, sets.order(2)), test::cutsByTrying(graph, 2));
}

TEST(CutSets, UndoLeavesNoTrace) {
    Dice dice(5);
    for (int round = 0; round < 300; ++round) {
        const NeedsGraph graph = test::randomGraph(dice, 9);
        Lanes lanes(graph);
        const std::vector<Event> events = lanes.events();
        lanes.setScenarios(events);
        const Lanes::Word before = lanes.goal(0);
        for (const Event first : events) {
            lanes.fail(first, 0);
            for (const Event second : events) {
                lanes.fail(second, 0);
                for (std::size_t i = 0; i < events.size(); ++i)
                    ASSERT_EQ(lanes.goalUp(i), isUp(graph, {first, second, events[i]}));
                lanes.undo();
            }
            lanes.undo();
        }
        ASSERT_EQ(lanes.goal(0), before);
    }
}

NeedsGraph webAndDatabase() { // the database stands in zone a alone
    NeedsGraph graph;
    graph.regions = {"r"};
    graph.zones = {{"a", 0}, {"b", 0}};
    graph.components = {{"alb", {PlaceKind::AnyZone, 0, {0, 1}}, true, {{{1, 2}, 1}}},
                        {"web1", {PlaceKind::Zone, 0, {0}}, false, {{{3}, 1}}},
                        {"web2", {PlaceKind::Zone, 0, {1}}, false, {{{3}, 1}}},
                        {"db", {PlaceKind::Zone, 0, {0}}, false, {}}};
    graph.goals = {0};
    return graph;
}

TEST(CutSets, CulpritIsWhoseHardeningSavesTheGoal) {
    const NeedsGraph graph = webAndDatabase();
    const CutSets sets = cuts(graph, 2);
    EXPECT_THAT(namesOf(graph, sets.order(1)),
                ElementsAre(ElementsAre("az:a"), ElementsAre("c:db"), ElementsAre("region:r")));
    EXPECT_THAT(culpritsOf(graph, sets.order(1)), ElementsAre(ElementsAre(3u), ElementsAre(3u), IsEmpty()));
    EXPECT_THAT(namesOf(graph, sets.order(2)),
                ElementsAre(ElementsAre("az:b", "c:web1"), ElementsAre("c:web1", "c:web2")));
    EXPECT_THAT(culpritsOf(graph, sets.order(2)), ElementsAre(ElementsAre(1u, 2u), ElementsAre(1u, 2u)));
}

TEST(CutSets, CirclesAreReported) {
    NeedsGraph graph = webAndDatabase();
    graph.components[3].needs = {{{1, 2}, 1}};
    EXPECT_THAT(cuts(graph, 1).circles, ElementsAre(ElementsAre(1u, 2u, 3u)));
    EXPECT_THAT(cuts(webAndDatabase(), 1).circles, IsEmpty());
}

TEST(CutSets, WhatTheGoalDoesNotNeedIsLeftOut) {
    NeedsGraph graph = webAndDatabase();
    graph.components.push_back({"bastion", {PlaceKind::Zone, 0, {1}}, false, {{{1}, 1}}});
    EXPECT_EQ(namesOf(graph, cuts(graph, 2).order(2)), namesOf(graph, cuts(webAndDatabase(), 2).order(2)));
}

TEST(CutSets, AlikeServersStandForEachOther) {
    NeedsGraph graph;
    graph.components = {{"lb", {}, true, {{{}, 299}}}};
    for (std::uint32_t i = 1; i <= 300; ++i) {
        graph.components.push_back({"w" + std::to_string(1000 + i), {}, false, {}});
        graph.components[0].needs[0].any.push_back(i);
    }
    graph.goals = {0};
    const CutSets sets = cuts(graph, 3);
    EXPECT_TRUE(sets.order(1).empty());
    EXPECT_EQ(sets.order(2).size(), 300u * 299 / 2);
    EXPECT_TRUE(sets.order(3).empty());
    EXPECT_TRUE(sets.complete);
    graph.components[0].needs[0].min = 298;
    const CutSets triples = cuts(graph, 3);
    EXPECT_EQ(triples.order(3).size(), kMostCuts); // of 4 455 100
    EXPECT_FALSE(triples.complete);
}

TEST(CutSets, NonsenseIsRefusedAndWorkCanBeStopped) {
    EXPECT_FALSE(cutSetsOf(webAndDatabase(), 0).ok());
    EXPECT_FALSE(cutSetsOf(webAndDatabase(), 4).ok());
    NeedsGraph graph = webAndDatabase();
    graph.goals.clear();
    EXPECT_FALSE(cutSetsOf(graph, 1).ok());
    graph = webAndDatabase();
    graph.components[1].id = "db";
    EXPECT_FALSE(cutSetsOf(graph, 1).ok());
    const CancelToken token = CancelToken::make();
    token.cancel();
    const auto stopped = cutSetsOf(test::tiers(100), 2, token);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST(CutSets, LongChainsDoNotExhaustTheStack) {
    NeedsGraph graph;
    constexpr std::uint32_t kLong = 20000;
    for (std::uint32_t i = 0; i < kLong; ++i) {
        graph.components.push_back({"c" + std::to_string(i), {}, i != kLong - 1, {}});
        if (i + 1 < kLong) graph.components.back().needs = {{{i + 1}, 1}};
    }
    graph.goals = {0};
    EXPECT_THAT(namesOf(graph, cuts(graph, 2).order(1)), ElementsAre(ElementsAre("c:c19999")));
}

} // namespace
} // namespace sky::resilience
