// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace sky;

TEST(Random, IsXoshiro256PlusPlus) {
    RandomStream stream(std::array<std::uint64_t, 4>{1, 2, 3, 4});
    const std::vector<std::uint64_t> published = {
        41943041u, 58720359u, 3588806011781223u, 3591011842654386u, 9228616714210784205u, 9973669472204895162u};
    for (const std::uint64_t expected : published) EXPECT_EQ(stream.next(), expected);
}

TEST(Random, SplitMixIsThePublishedOne) {
    EXPECT_EQ(mixBits(0), 0xE220A8397B1DCDAFu);
    EXPECT_EQ(mixBits(0x9E3779B97F4A7C15u), 0x6E789E6AA1B965F4u);
}

TEST(Random, TheSameStreamOnEveryMachineAndInEveryRelease) {
    RandomStream stream(7, "shoppers", "arrivals");
    const std::vector<std::int64_t> fixed = {stream.between(0, 999'999), stream.exponential(1'000'000'000),
                                             stream.between(-5, 5)};
    EXPECT_EQ(fixed, (std::vector<std::int64_t>{727532, 322409978, 2}));
}

TEST(Random, StreamsDifferBySeedIdAndPurpose) {
    std::set<std::uint64_t> firsts;
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        for (const char* id : {"", "a", "b", "ab", "web-1", "web-2"})
            for (const char* purpose : {"", "a", "b", "ab", "arrivals", "work"})
                firsts.insert(RandomStream(seed, id, purpose).next());
    EXPECT_EQ(firsts.size(), 50u * 6 * 6);
    EXPECT_EQ(RandomStream(7, "web", "work"), RandomStream(7, "web", "work"));
    EXPECT_NE(stableHash("c", stableHash("ab")), stableHash("bc", stableHash("a")));
}

TEST(Random, UniformIsEven) {
    RandomStream stream(1, "x", "uniform");
    std::vector<int> bins(16);
    double sum = 0;
    for (int i = 0; i < 160'000; ++i) {
        const double drawn = stream.uniform();
        ASSERT_GE(drawn, 0);
        ASSERT_LT(drawn, 1);
        sum += drawn;
        ++bins[static_cast<std::size_t>(drawn * 16)];
    }
    EXPECT_NEAR(sum / 160'000, 0.5, 0.003);
    for (const int bin : bins) EXPECT_NEAR(bin, 10'000, 500);
}

TEST(Random, BoundedNumbersAreWithoutBias) {
    RandomStream stream(1, "x", "bounded");
    // Two thirds of 2^64: a modulo would give the lower half twice as often.
    const std::uint64_t bound = 12'297'829'382'473'034'410u;
    int lower = 0;
    for (int i = 0; i < 40'000; ++i) {
        const std::uint64_t drawn = stream.below(bound);
        ASSERT_LT(drawn, bound);
        if (drawn < bound / 2) ++lower;
    }
    EXPECT_NEAR(lower, 20'000, 600);
    EXPECT_EQ(stream.below(0), 0u);
    EXPECT_EQ(stream.below(1), 0u);
    EXPECT_EQ(stream.between(5, 5), 5);
    EXPECT_EQ(stream.between(5, 4), 5);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(stream.between(-2, 2));
    EXPECT_EQ(seen, (std::set<std::int64_t>{-2, -1, 0, 1, 2}));
    bool negative = false, positive = false;
    for (int i = 0; i < 100; ++i) (stream.between(INT64_MIN, INT64_MAX) < 0 ? negative : positive) = true;
    EXPECT_TRUE(negative && positive);
}

TEST(Random, ExponentialHasItsMeanVarianceAndTail) {
    RandomStream stream(3, "x", "exponential");
    constexpr int kDraws = 400'000;
    double sum = 0, squares = 0;
    int above = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double drawn = static_cast<double>(stream.exponential(20'000'000)) / 20e6;
        sum += drawn;
        squares += drawn * drawn;
        if (drawn > 3) ++above;
    }
    const double mean = sum / kDraws;
    EXPECT_NEAR(mean, 1, 0.006); // four standard errors
    EXPECT_NEAR(squares / kDraws - mean * mean, 1, 0.02);
    EXPECT_NEAR(above, kDraws * std::exp(-3.0), 600);
    EXPECT_EQ(stream.exponential(0), 0);
    EXPECT_EQ(stream.exponential(-5), 0);
    for (int i = 0; i < 1000; ++i) ASSERT_GE(stream.exponential(INT64_MAX), 0);
    double real = 0;
    for (int i = 0; i < kDraws; ++i) real += stream.exponential();
    EXPECT_NEAR(real / kDraws, 1, 0.006);
}

TEST(Random, TheMeanDoesNotChangeHowManyNumbersAreDrawn) {
    RandomStream one(9, "web", "work"), other(9, "web", "work");
    for (int i = 0; i < 100; ++i) {
        (void)one.exponential(1'000);
        (void)other.exponential(0);
        (void)one.chance(0, 100);
        (void)other.chance(100, 100);
    }
    EXPECT_EQ(one, other);
}

TEST(Random, ChancesAndWeights) {
    RandomStream stream(4, "x", "chance");
    int hits = 0;
    for (int i = 0; i < 100'000; ++i) hits += stream.chance(800'000'000'000, 1'000'000'000'000) ? 1 : 0;
    EXPECT_NEAR(hits, 80'000, 600);
    EXPECT_FALSE(stream.chance(0, 10));
    EXPECT_TRUE(stream.chance(10, 10));
    EXPECT_FALSE(stream.chance(1, 0));
    std::vector<int> counts(3);
    const std::vector<std::uint64_t> weights = {1, 0, 3};
    for (int i = 0; i < 40'000; ++i) ++counts[stream.weighted(weights)];
    EXPECT_NEAR(counts[0], 10'000, 400);
    EXPECT_EQ(counts[1], 0);
    EXPECT_EQ(stream.weighted(std::vector<std::uint64_t>{0, 0}), 2u);
    EXPECT_EQ(stream.weighted(std::vector<std::uint64_t>{}), 0u);
    EXPECT_EQ(stream.weighted(std::vector<std::uint64_t>{UINT64_MAX, 1}), 2u);
}
