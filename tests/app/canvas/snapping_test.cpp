// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/snapping.h"

#include <gtest/gtest.h>

namespace sky::canvas {
namespace {

TEST(Snapping, RestsOnTheGridWhereNothingIsNear) {
    const Snap found = snap({101, 203, 40, 40}, {});
    EXPECT_EQ(found.by, (Point{3, -3})); // 104, 200
    EXPECT_TRUE(found.lines.empty());
}

TEST(Snapping, TheGridGoesOnBelowZero) {
    EXPECT_EQ(snap({-5, -3, 40, 40}, {}).by, (Point{-3, 3}));
}

TEST(Snapping, CentresAndEdgesOfNeighboursAttract) {
    const std::vector<Rect> neighbours = {{100, 0, 40, 40}};
    const Snap found = snap({103, 200, 40, 40}, neighbours);
    EXPECT_EQ(found.by.x, -3);
    ASSERT_FALSE(found.lines.empty());
    EXPECT_TRUE(found.lines.front().vertical);
    EXPECT_EQ(found.lines.front().from, 0); // the guide reaches the neighbour
    EXPECT_EQ(found.lines.front().to, 240);
}

TEST(Snapping, TheNearestAgreementWins) {
    const std::vector<Rect> neighbours = {{100, 0, 40, 40}, {106, 100, 40, 40}};
    EXPECT_EQ(snap({105, 300, 40, 40}, neighbours).by.x, 1);
}

TEST(Snapping, EqualGapsAreFoundInARow) {
    // Gaps of 57 so that no edge or centre agrees by chance.
    const std::vector<Rect> neighbours = {{0, 3, 41, 33}, {98, 3, 41, 33}};
    const Snap found = snap({194, 11, 40, 40}, neighbours);
    EXPECT_EQ(found.by.x, 2); // 139 + 57 = 196
    ASSERT_EQ(found.gaps.size(), 2u);
    EXPECT_EQ(found.gaps[0].to - found.gaps[0].from, 57);
    EXPECT_EQ(found.gaps[1].to - found.gaps[1].from, 57);
}

TEST(Snapping, AResizedEdgeMovesAloneAndTheOthersStay) {
    SnapOptions options;
    options.left = options.top = options.bottom = false;
    options.centres = false;
    const Snap found = snap({0, 5, 197, 50}, {{200, 100, 40, 40}}, options);
    EXPECT_EQ(found.by, (Point{3, 0}));
}

} // namespace
} // namespace sky::canvas
