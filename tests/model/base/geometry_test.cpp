// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/geometry.h"

#include <gtest/gtest.h>

using namespace sky;

TEST(Rect, EndsJustOutsideItself) {
    const Rect rect{10, 20, 30, 40};
    EXPECT_TRUE(rect.contains(Point{10, 20}));
    EXPECT_TRUE(rect.contains(Point{39, 59}));
    EXPECT_FALSE(rect.contains(Point{40, 59}));
    EXPECT_FALSE(rect.contains(Point{39, 60}));
    EXPECT_EQ(rect.center(), (Point{25, 40}));
    EXPECT_TRUE(rect.contains(rect));
    EXPECT_FALSE(rect.contains(rect.grown(1)));
    EXPECT_EQ(rect.grown(5), (Rect{5, 15, 40, 50}));
    EXPECT_EQ(rect.translated({-10, 5}), (Rect{0, 25, 30, 40}));
}

TEST(Rect, TouchingIsNotMeeting) {
    const Rect rect{0, 0, 10, 10};
    EXPECT_TRUE(rect.intersects({9, 9, 5, 5}));
    EXPECT_FALSE(rect.intersects({10, 0, 5, 5}));
    EXPECT_FALSE(rect.intersects({0, -5, 5, 5}));
}

TEST(Rect, UnitedSpansBothAndIgnoresTheEmpty) {
    const Rect rect{0, 0, 10, 10};
    EXPECT_EQ(rect.united({20, -5, 5, 5}), (Rect{0, -5, 25, 15}));
    EXPECT_EQ(rect.united(Rect{50, 50, 0, 5}), rect);
    EXPECT_EQ(Rect{}.united(rect), rect);
}
