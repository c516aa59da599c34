// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/icons.h"

#include "catalog/catalog.h"

#include <gtest/gtest.h>

namespace sky::picture {
namespace {

TEST(Icons, EveryServiceHasOne) {
    for (const catalog::Service& service : catalog::Catalog::builtin().services())
        EXPECT_NE(IconSet::builtin().find(service.key), nullptr) << "icons/" << service.key << ".svg is missing";
}

TEST(Icons, StayInsideTheirGrid) {
    for (const Icon& icon : IconSet::builtin().all())
        for (const IconPath& path : icon.paths)
            for (const PointD& p : path.points) {
                EXPECT_GE(p.x, 0) << icon.key;
                EXPECT_GE(p.y, 0) << icon.key;
                EXPECT_LE(p.x, kIconGrid) << icon.key;
                EXPECT_LE(p.y, kIconGrid) << icon.key;
            }
}

TEST(Icons, AVariantFallsBackToItsKeyAndAnUnknownKeyToAGenericIcon) {
    const IconSet& set = IconSet::builtin();
    EXPECT_EQ(set.iconFor("subnet", "public").key, "subnet.public");
    EXPECT_EQ(set.iconFor("ec2", "spot").key, "ec2");
    EXPECT_EQ(set.iconFor("no-such-service").key, "generic-group");
}

TEST(IconPaths, ReadTheCommandsOfTheGrammar) {
    const auto paths = readPath("M1 2h3v4l-1.5.5C1 1 2 2 3 3s1 1 2 2zM0 0 5 5");
    ASSERT_TRUE(paths.ok());
    ASSERT_EQ(paths->size(), 2u);
    EXPECT_EQ(toPathData(paths->front()), "M1 2L4 2L4 6L2.5 6.5C1 1 2 2 3 3C4 4 4 4 5 5Z");
    EXPECT_EQ(toPathData(paths->back()), "M0 0L5 5");
}

TEST(IconPaths, AnArcEndsWhereItSays) {
    const auto paths = readPath("M10 0A10 10 0 0 1 -10 0");
    ASSERT_TRUE(paths.ok());
    const IconPath& arc = paths->front();
    EXPECT_EQ(arc.points.back(), (PointD{-10, 0}));
    ASSERT_EQ(arc.points.size(), 7u);
    EXPECT_NEAR(arc.points[3].x, 0, 1e-9);
    EXPECT_NEAR(arc.points[3].y, 10, 1e-9);
}

TEST(IconPaths, WhatIsNoPathIsRefused) {
    for (const char* wrong : {"5 5", "M", "M1", "Q1 1 2 2", "M1 1L", "M1 1X2", "M1 1 nan 2", "L1 1", "M1 1z5"})
        EXPECT_FALSE(readPath(wrong).ok()) << wrong;
}

TEST(Icons, ABrokenFileIsRefusedByName) {
    for (const char* wrong : {"", "<svg>", "<svg/>", "<svg><text/></svg>", "<svg><path d=\"?\"/></svg>", "plain"}) {
        const auto icon = readIcon("x.svg", wrong);
        EXPECT_FALSE(icon.ok()) << wrong;
    }
}

} // namespace
} // namespace sky::picture
