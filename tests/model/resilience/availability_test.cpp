// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/availability.h"
#include "resilience/graph_chance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sky::resilience {
namespace {

double downOf(const AvailabilityModel& model) {
    const auto result = availabilityOf(model);
    EXPECT_TRUE(result.ok());
    return result ? result->unavailability : std::nan("");
}
void expectDown(const AvailabilityModel& model, double want) {
    const double got = downOf(model);
    EXPECT_NEAR(got, want, 1e-9 * want) << got;
}

NeedsGraph kOfN(std::uint32_t needed, std::uint32_t count) {
    NeedsGraph graph;
    graph.components.push_back({"goal", {}, true, {{{}, needed}}});
    for (std::uint32_t i = 1; i <= count; ++i) {
        graph.components.push_back({"w" + std::to_string(i), {}, false, {}});
        graph.components[0].needs[0].any.push_back(i);
    }
    graph.goals = {0};
    return graph;
}
Chances alike(const NeedsGraph& graph, double component, double zone) {
    Chances chances{std::vector<double>(graph.components.size(), component),
                    std::vector<double>(graph.zones.size(), zone), std::vector<double>(graph.regions.size(), 0.0)};
    chances.components[0] = 0;
    return chances;
}

TEST(Availability, SeriesIsTheProductAndFailsAsOftenAsItsParts) {
    NeedsGraph graph = kOfN(3, 3);
    GraphModel model{graph, alike(graph, 0, 0), alike(graph, 1, 1)};
    const Repairable parts[] = {{8760, 1}, {4380, .5}, {2190, 2}};
    for (int i = 0; i < 3; ++i) {
        model.down.components[i + 1] = parts[i].unavailability();
        model.repairHours->components[i + 1] = parts[i].repair;
    }
    expectDown(model, 0.001140471896255213);
    EXPECT_NEAR(*availabilityOf(model)->failuresPerHour * 8760, 6.992016696726215, 1e-9);
}

TEST(Availability, SomeOfMany) {
    expectDown(GraphModel{kOfN(2, 3), alike(kOfN(2, 3), .01, 0), {}}, 2.98e-4);
    expectDown(GraphModel{kOfN(3, 5), alike(kOfN(3, 5), .001, 0), {}}, 9.985006e-9);
}

TEST(Availability, CrewsAndCommonCausesCount) {
    expectDown(GroupModel{2, 1, 0, {720, 1}, 0}, 1.0 / (721.0 * 721.0));
    const double r = 1.0 / 720;
    expectDown(GroupModel{2, 1, 1, {720, 1}, 0}, 2 * r * r / (1 + 2 * r + 2 * r * r));
    expectDown(GroupModel{2, 1, 2, {1000, 1}, .1}, 5.085079264608712e-05);
    EXPECT_NEAR(*availabilityOf(GroupModel{2, 1, 0, {720, 1}, 0})->meanTimeToFirstFailure, 260280, 1e-6);
}

TEST(Availability, StandbyAndSites) {
    EXPECT_NEAR(downOf(StandbyModel{4380, .025, .99, .5, 2}), 6.840680550e-6, 1e-14);
    EXPECT_NEAR(downOf(SitesModel{.9995, 4, 150.0 / 3600}), 5.400773203e-6, 1e-14);
}

// 6 servers over 3 zones, 4 needed: by hand, the number of zones that are up, then the servers in them.
TEST(Availability, WhatSharesAZoneFailsTogether) {
    NeedsGraph graph = kOfN(4, 6);
    graph.regions = {"r"};
    graph.zones = {{"a", 0}, {"b", 0}, {"c", 0}};
    for (std::uint32_t i = 0; i < 6; ++i) graph.components[i + 1].place = {PlaceKind::Zone, 0, {i / 2}};
    expectDown(GraphModel{graph, alike(graph, .005, .0005), {}}, 3.2964011973787e-05);
}

TEST(Availability, ASharedNeedCountsOnce) {
    NeedsGraph graph = kOfN(1, 2);
    graph.components.push_back({"shared", {}, false, {}});
    graph.components[1].needs = graph.components[2].needs = {{{3}, 1}};
    Chances down = alike(graph, .01, 0);
    down.components[3] = .001;
    expectDown(GraphModel{graph, down, {}}, 1 - .999 * (1 - 1e-4));
}

TEST(Availability, NeedsInACircleHoldEachOther) {
    NeedsGraph graph;
    graph.components = {{"a", {}, false, {{{1}, 1}}}, {"b", {}, false, {{{0}, 1}}}};
    graph.goals = {0};
    expectDown(GraphModel{graph, {{.1, .2}, {}, {}}, {}}, 1 - .9 * .8);
}

// Every set of events of random graphs, weighed.
TEST(Availability, EqualsTheSumOverAllStates) {
    std::uint64_t state = 7;
    const auto draw = [&](std::uint32_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>((state >> 33) % below);
    };
    for (int round = 0; round < 150; ++round) {
        NeedsGraph graph;
        graph.regions = {"r", "s"};
        graph.zones = {{"a", 0}, {"b", 0}, {"x", 1}};
        const std::uint32_t count = 2 + draw(7);
        for (std::uint32_t i = 0; i < count; ++i) {
            Component component{"c" + std::to_string(i), {}, false, {}};
            const std::uint32_t kind = draw(4);
            if (kind == 1) component.place = {PlaceKind::Region, draw(2), {}};
            if (kind == 2) component.place = {PlaceKind::Zone, 0, {draw(3)}};
            if (kind == 3) component.place = {PlaceKind::AnyZone, 0, {0, 1 + draw(2)}};
            for (std::uint32_t group = draw(3); group > 0; --group) {
                NeedGroup need;
                for (std::uint32_t member = 1 + draw(4); member > 0; --member) need.any.push_back(draw(count));
                need.min = 1 + draw(static_cast<std::uint32_t>(need.any.size()));
                component.needs.push_back(need);
            }
            graph.components.push_back(std::move(component));
        }
        graph.goals = {draw(count)};
        Chances down = alike(graph, .2, .1);
        down.components[0] = .3;
        down.regions = {.05, .4};
        std::vector<std::pair<Event, double>> events;
        for (std::uint32_t i = 0; i < 2; ++i) events.push_back({{EventKind::Region, i}, down.regions[i]});
        for (std::uint32_t i = 0; i < 3; ++i) events.push_back({{EventKind::Zone, i}, .1});
        for (std::uint32_t i = 0; i < count; ++i) events.push_back({{EventKind::Component, i}, down.components[i]});
        double want = 0;
        for (std::uint32_t set = 0; set < 1u << events.size(); ++set) {
            double chance = 1;
            std::vector<Event> happened;
            for (std::size_t i = 0; i < events.size(); ++i) {
                const bool now = (set >> i & 1) != 0;
                chance *= now ? events[i].second : 1 - events[i].second;
                if (now) happened.push_back(events[i].first);
            }
            if (!isUp(graph, happened)) want += chance;
        }
        const double got = downOf(GraphModel{graph, down, {}});
        ASSERT_NEAR(got, want, 1e-12) << "round " << round;
    }
}

TEST(Availability, BigFleetsAreNoTrouble) {
    NeedsGraph graph = kOfN(60, 100);
    graph.regions = {"r"};
    graph.zones = {{"a", 0}, {"b", 0}, {"c", 0}};
    for (std::uint32_t i = 0; i < 100; ++i) graph.components[i + 1].place = {PlaceKind::Zone, 0, {i % 3}};
    // Two zones left hold 66 or 67 servers, so that losing one zone is survived and two are not.
    EXPECT_NEAR(downOf(GraphModel{graph, alike(graph, 1e-6, .001), {}}), 3e-6 - 2e-9, 1e-12);
}

TEST(Availability, NonsenseIsRefused) {
    EXPECT_FALSE(availabilityOf(GroupModel{2, 3, 0, {720, 1}, 0}).ok());
    EXPECT_FALSE(availabilityOf(GroupModel{0, 0, 0, {720, 1}, 0}).ok());
    EXPECT_FALSE(availabilityOf(GroupModel{2, 1, 0, {0, 1}, 0}).ok());
    EXPECT_FALSE(availabilityOf(GroupModel{2, 1, 0, {720, std::nan("")}, 0}).ok());
    EXPECT_FALSE(availabilityOf(StandbyModel{4380, .025, 1.5, .5, 2}).ok());
    EXPECT_FALSE(availabilityOf(SitesModel{1, 4, 1}).ok());
    EXPECT_FALSE(availabilityOf(GraphModel{kOfN(1, 2), {{0, .5}, {}, {}}, {}}).ok());
    EXPECT_FALSE(availabilityOf(GraphModel{kOfN(1, 2), {{0, .5, 2}, {}, {}}, {}}).ok());
    NeedsGraph broken = kOfN(1, 2);
    broken.components[0].needs[0].any[0] = 9;
    EXPECT_FALSE(availabilityOf(GraphModel{broken, {}, {}}).ok());
    MarkovChain chain(2);
    chain.add(0, 1, 1);
    EXPECT_FALSE(availabilityOf(ChainModel{chain, {true, false}}).ok());
}

} // namespace
} // namespace sky::resilience
