// SPDX-License-Identifier: GPL-3.0-or-later
// ChunkMap and Cow against std::map, with snapshots alive.
#include "base/chunk_map.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <thread>

namespace sky {
namespace {

struct Thing {
    std::string id;
    int value = 0;
    friend bool operator==(const Thing&, const Thing&) = default;
};
using Map = ChunkMap<Thing>;
using Oracle = std::map<std::string, int>;

void expectSame(const Map& map, const Oracle& oracle) {
    ASSERT_EQ(map.size(), oracle.size());
    ASSERT_EQ(map.empty(), oracle.empty());
    auto expected = oracle.begin();
    for (const Thing& thing : map) {
        ASSERT_EQ(thing.id, expected->first);
        ASSERT_EQ(thing.value, expected->second);
        ++expected;
    }
    ASSERT_EQ(expected, oracle.end());
}

Oracle replay(const Map& before, const Map& after, Oracle start) {
    Map::compare(before, after, [&](const Thing* was, const Thing* now) {
        ASSERT_TRUE(was || now);
        if (was) {
            ASSERT_TRUE(start.contains(was->id));
            ASSERT_EQ(start.at(was->id), was->value);
        }
        if (was && now) {
            ASSERT_EQ(was->id, now->id);
        }
        if (now)
            start[now->id] = now->value;
        else
            start.erase(was->id);
    });
    return start;
}

TEST(ChunkMap, EmptyAnswersNothing) {
    Map map;
    EXPECT_TRUE(map.empty());
    EXPECT_TRUE(map.begin() == map.end());
    EXPECT_EQ(map.find("a"), nullptr);
    EXPECT_EQ(map.write("a"), nullptr);
    EXPECT_FALSE(map.take("a"));
    EXPECT_TRUE(map.lowerBound("a") == map.end());
}

TEST(ChunkMap, TakingByTheIdInsideTheValueItselfWorks) {
    Map map;
    map.put({"a", 1});
    map.put({"b", 2});
    const auto taken = map.take(map.find("a")->id);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->id, "a");
    EXPECT_EQ(map.size(), 1u);
}

TEST(ChunkMap, SnapshotKeepsWhatItSaw) {
    Map map;
    for (int i = 0; i < 1000; ++i) map.put({std::to_string(i), i});
    const Map snapshot = map;
    for (int i = 0; i < 1000; i += 2) map.take(std::to_string(i));
    map.write("1")->value = -1;
    EXPECT_EQ(snapshot.size(), 1000u);
    EXPECT_EQ(snapshot.find("1")->value, 1);
    EXPECT_EQ(snapshot.find("500")->value, 500);
    EXPECT_EQ(map.find("1")->value, -1);
    EXPECT_EQ(map.find("500"), nullptr);
}

TEST(ChunkMap, AgreesWithAMapOverManyRandomOperationsWithSnapshotsAlive) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        std::mt19937 random(seed);
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        Map map;
        Oracle oracle;
        std::vector<std::pair<Map, Oracle>> snapshots;
        for (int round = 0; round < 60'000; ++round) {
            // The number of things swells and shrinks, so that chunks split and join many times.
            const bool growing = (round / 6'000) % 2 == 0;
            const std::string id = "t" + std::to_string(below(3'000));
            const int dice = below(10);
            if (growing && dice == 0) {
                Thing& thing = map.obtain(id);
                ASSERT_EQ(thing.id, id);
                ASSERT_EQ(thing.value, oracle.contains(id) ? oracle[id] : 0);
                oracle[id] = thing.value = round;
            } else if (dice < (growing ? 5 : 2)) {
                ASSERT_EQ(map.put({id, round}), oracle.insert_or_assign(id, round).second);
            } else if (dice < 7) {
                const auto taken = map.take(id);
                const auto known = oracle.find(id);
                ASSERT_EQ(taken.has_value(), known != oracle.end());
                if (taken) {
                    ASSERT_EQ(*taken, (Thing{id, known->second}));
                    oracle.erase(known);
                }
            } else if (dice < 9) {
                Thing* thing = map.write(id);
                ASSERT_EQ(thing != nullptr, oracle.contains(id));
                if (thing) oracle[id] = thing->value = round;
            } else {
                const auto at = map.lowerBound(id);
                const auto known = oracle.lower_bound(id);
                ASSERT_EQ(at == map.end(), known == oracle.end());
                if (known != oracle.end()) {
                    ASSERT_EQ(at->id, known->first);
                }
            }
            if (round % 500 == 0) {
                if (snapshots.size() < 8)
                    snapshots.emplace_back(map, oracle);
                else
                    snapshots[static_cast<std::size_t>(below(8))] = {map, oracle};
            }
            if (round % 2'000 == 0) {
                expectSame(map, oracle);
                for (const auto& [old, known] : snapshots) {
                    expectSame(old, known);
                    ASSERT_EQ(replay(old, map, known), oracle);
                    ASSERT_EQ(replay(map, old, oracle), known);
                }
            }
        }
        while (!oracle.empty()) {
            ASSERT_TRUE(map.take(oracle.begin()->first));
            oracle.erase(oracle.begin());
        }
        EXPECT_TRUE(map.begin() == map.end());
        for (const auto& [old, known] : snapshots) expectSame(old, known);
    }
}

TEST(ChunkMap, ComparingSkipsWhatIsShared) {
    Map map;
    for (int i = 0; i < 10'000; ++i) map.put({std::to_string(i), i});
    const Map before = map;
    map.write("5000")->value = 1;
    map.put({"5000x", 2});
    map.take("77");
    int visits = 0;
    Map::compare(before, map, [&](const Thing*, const Thing*) { ++visits; });
    EXPECT_EQ(visits, 3);
}

TEST(ChunkMap, SnapshotsMayBeReadOnOtherThreadsWhileTheOriginalChanges) {
    Map map;
    for (int i = 0; i < 2'000; ++i) map.put({std::to_string(i), 1});
    std::vector<std::thread> readers;
    std::vector<long> sums(4);
    for (std::size_t r = 0; r < sums.size(); ++r)
        readers.emplace_back([snapshot = map, &sum = sums[r]] {
            for (int round = 0; round < 20; ++round)
                for (const Thing& thing : snapshot) sum += thing.value;
        });
    for (int i = 0; i < 2'000; ++i) map.write(std::to_string(i))->value = 7;
    for (std::thread& reader : readers) reader.join();
    for (const long sum : sums) EXPECT_EQ(sum, 40'000);
}

TEST(Cow, ClonesOnlyWhileShared) {
    Cow<std::string> a(std::string("text"));
    const std::string* alone = &a.write();
    EXPECT_EQ(&a.write(), alone);
    Cow<std::string> b = a;
    EXPECT_TRUE(a.sameAs(b));
    b.write() += "!";
    EXPECT_FALSE(a.sameAs(b));
    EXPECT_EQ(*a, "text");
    EXPECT_EQ(*b, "text!");
    a = b;
    EXPECT_TRUE(a.sameAs(b));
    const auto& itself = a;
    a = itself;
    EXPECT_EQ(*a, "text!");
    Cow<std::string> c = std::move(a);
    EXPECT_EQ(*c, "text!");
    a = c; // a moved-from one may be assigned
    EXPECT_TRUE(a.sameAs(c));
}

} // namespace
} // namespace sky
