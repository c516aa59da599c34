// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chunk_map.h"
#include "base/ids.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace sky;

namespace {

struct Thing {
    ElementId id;
    int value = 0;
};
using Things = ChunkMap<Thing>;
using Reference = std::map<std::string, int>;

ElementId nth(unsigned n) {
    return ElementId("t" + std::to_string(n));
}

void expectSame(const Things& things, const Reference& reference) {
    ASSERT_EQ(things.size(), reference.size());
    auto expected = reference.begin();
    for (const Thing& thing : things) {
        ASSERT_EQ(thing.id.str(), expected->first);
        ASSERT_EQ(thing.value, expected->second);
        ++expected;
    }
}

} // namespace

TEST(ChunkMap, BehavesLikeASortedMapAndSnapshotsNeverChange) {
    std::mt19937 random(1);
    Things things;
    Reference reference;
    std::vector<std::pair<Things, Reference>> snapshots;
    for (int round = 0; round < 20'000; ++round) {
        const ElementId id = nth(static_cast<unsigned>(random() % 2000));
        const int value = static_cast<int>(random() % 1000);
        switch (random() % 4) {
        case 0:
        case 1:
            EXPECT_EQ(things.put({id, value}), !reference.contains(id.str()));
            reference[id.str()] = value;
            break;
        case 2: {
            const auto taken = things.take(id);
            EXPECT_EQ(taken.has_value(), reference.erase(id.str()) == 1);
            break;
        }
        default:
            Thing* const thing = things.write(id);
            EXPECT_EQ(thing != nullptr, reference.contains(id.str()));
            if (thing) reference[id.str()] = thing->value = value;
        }
        EXPECT_EQ(things.contains(id), reference.contains(id.str()));
        if (round % 4000 == 3999) snapshots.emplace_back(things, reference);
    }
    expectSame(things, reference);
    for (const auto& [map, expected] : snapshots) expectSame(map, expected);
    for (const auto& [id, value] : Reference(reference)) EXPECT_EQ(things.take(ElementId(id))->value, value);
    EXPECT_TRUE(things.empty());
    EXPECT_EQ(things.begin(), things.end());
}

TEST(ChunkMap, ComparingFindsWhatDiffers) {
    std::mt19937 random(2);
    Things before;
    for (unsigned n = 0; n < 3000; ++n) before.put({nth(n), 0});
    for (int round = 0; round < 50; ++round) {
        Things after = before;
        std::map<std::string, char> expected;
        for (auto changes = random() % 20; changes > 0; --changes) {
            const ElementId id = nth(static_cast<unsigned>(random() % 4000));
            if (expected.contains(id.str())) continue;
            if (!before.contains(id)) {
                after.put({id, 1});
                expected[id.str()] = '+';
            } else if (random() % 2 == 0) {
                (void)after.take(id);
                expected[id.str()] = '-';
            } else {
                after.write(id)->value = 1;
                expected[id.str()] = '*';
            }
        }
        std::map<std::string, char> found;
        Things::compare(before, after, [&](const Thing* old, const Thing* now) {
            const std::string& id = (old ? old : now)->id.str();
            EXPECT_FALSE(found.contains(id));
            found[id] = old && now ? '*' : now ? '+' : '-';
        });
        EXPECT_EQ(found, expected);
    }
}

TEST(Cow, IsSharedUntilWritten) {
    Cow<std::string> one(std::string("a"));
    Cow<std::string> other = one;
    EXPECT_TRUE(one.sameAs(other));
    other.write() += "b";
    EXPECT_EQ(*one, "a");
    EXPECT_EQ(*other, "ab");
    EXPECT_FALSE(one.sameAs(other));
    const std::string* const place = &*other;
    other.write() += "c"; // alone: written in place
    EXPECT_EQ(&*other, place);
    one = std::move(other);
    EXPECT_EQ(one.read(), "abc");
}

TEST(Ids, AreLettersDigitsDotsUnderscoresAndDashes) {
    for (const char* good : {"a", "7", "web-1", "a.b_c-d", "A9"}) EXPECT_TRUE(isValidId(good)) << good;
    for (const char* bad : {"", "-a", ".a", "_a", "a b", "a/b", "가", "a\n"}) EXPECT_FALSE(isValidId(bad)) << bad;
    EXPECT_TRUE(isValidId(std::string(64, 'a')));
    EXPECT_FALSE(isValidId(std::string(65, 'a')));
    static_assert(!std::is_convertible_v<ElementId, LinkId>);
}
