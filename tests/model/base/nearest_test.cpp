// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest.h"

#include <gtest/gtest.h>

#include <vector>

using namespace sky;

TEST(Nearest, CountsSlipsOfEveryKind) {
    EXPECT_EQ(editDistance("subnet", "subnet"), 0u);
    EXPECT_EQ(editDistance("Subnet", "subnet"), 0u);
    EXPECT_EQ(editDistance("sunbet", "subnet"), 1u);
    EXPECT_EQ(editDistance("subne", "subnet"), 1u);
    EXPECT_EQ(editDistance("subnett", "subnet"), 1u);
    EXPECT_EQ(editDistance("subwet", "subnet"), 1u);
    EXPECT_EQ(editDistance("kitten", "sitting"), 3u);
    EXPECT_EQ(editDistance("", "abc"), 3u);
    EXPECT_EQ(editDistance("주문", "주물"), 1u);
}

TEST(Nearest, TheBoundNeverChangesWhatIsWithinIt) {
    const std::vector<std::string> words = {"abcd", "bacd", "badc", "abdc", "dcba", "", "abc", "xyzw", "abcdabcd"};
    for (const auto& a : words)
        for (const auto& b : words)
            for (std::size_t most = 0; most < 9; ++most) {
                const std::size_t exact = editDistance(a, b);
                const std::size_t bounded = editDistance(a, b, most);
                if (exact <= most)
                    EXPECT_EQ(bounded, exact) << a << ' ' << b << ' ' << most;
                else
                    EXPECT_GT(bounded, most) << a << ' ' << b << ' ' << most;
            }
}

TEST(Nearest, FindsWhatWasMeantAndStaysSilentOtherwise) {
    const std::vector<std::string> keys = {"alb", "nat-gateway", "route-table", "subnet", "vpc"};
    EXPECT_EQ(nearestWord("subent", keys), "subnet");
    EXPECT_EQ(nearestWord("NatGateway", keys), "nat-gateway");
    EXPECT_EQ(nearestWord("vcp", keys), "vpc");
    EXPECT_EQ(nearestWord("kubernetes", keys), std::nullopt);
    EXPECT_EQ(nearestWord("", keys), std::nullopt);
    EXPECT_EQ(nearestWord(std::string(100'000, 'a'), keys), std::nullopt);
    EXPECT_EQ(nearestWord("ab", std::vector<std::string_view>{"ac", "ad"}), "ac");
    EXPECT_EQ(nearestWord("x", std::vector<std::string>{}), std::nullopt);
}
