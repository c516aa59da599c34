// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs.h"
#include "layout/quality.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sky::layout {
namespace {

using test::Draw;
using test::Drawing;

SceneBox leaf(std::int32_t x, std::int32_t y, std::int32_t parent = -1) {
    SceneBox box;
    box.body = {x - 36, y, 112, 94};
    box.anchor = {x, y, 40, 40};
    box.parent = parent;
    return box;
}

std::int64_t boxesCrossed(const Router& router, const Drawing& drawing) {
    std::int64_t crossed = 0;
    for (std::size_t i = 0; i < drawing.links.size(); ++i) {
        const RoutedLink& routed = *router.routed(static_cast<std::int32_t>(i));
        for (const std::int32_t at : drawing.leaves)
            if (at != drawing.links[i].from && at != drawing.links[i].to && runsOver(routed.points, router.scene().box(at)->body))
                ++crossed;
    }
    return crossed;
}

bool isSquare(const std::vector<Point>& points) {
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        if (points[i].x != points[i + 1].x && points[i].y != points[i + 1].y) return false;
    return true;
}

TEST(Router, NeighboursInARowGetAStraightLine) {
    Router router;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(300, 8));
    router.setLink(0, RouterLink{"a", 0, 1, {}, {}});
    router.refresh();
    const RoutedLink& routed = *router.routed(0);
    EXPECT_FALSE(routed.straight);
    ASSERT_EQ(routed.points.size(), 2u);
    EXPECT_EQ(routed.points[0].x, 40);
    EXPECT_EQ(routed.points[1].x, 300);
    EXPECT_EQ(routed.points[0].y, routed.points[1].y);
}

TEST(Router, GoesRoundWhatStandsBetween) {
    Router router;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(600, 0));
    router.setBox(2, leaf(300, 0));
    router.setLink(0, RouterLink{"a", 0, 1, {}, {}});
    router.refresh();
    const RoutedLink& routed = *router.routed(0);
    EXPECT_FALSE(routed.straight);
    EXPECT_TRUE(isSquare(routed.points));
    EXPECT_FALSE(runsOver(routed.points, router.scene().box(2)->body.grown(2)));
    EXPECT_LE(routed.points.size(), 6u);
}

TEST(Router, EntersAContainerOnlyWhenAnEndIsInside) {
    Router router;
    SceneBox container;
    container.body = {200, -100, 300, 300};
    container.anchor = container.body;
    container.container = true;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(700, 0));
    router.setBox(2, container);
    router.setBox(3, leaf(330, 0, 2));
    router.setLink(0, RouterLink{"past", 0, 1, {}, {}});
    router.setLink(1, RouterLink{"into", 0, 3, {}, {}});
    router.refresh();
    EXPECT_FALSE(runsOver(router.routed(0)->points, container.body));
    EXPECT_TRUE(runsOver(router.routed(1)->points, container.body));
    EXPECT_EQ(router.routed(1)->points.size(), 2u);
}

TEST(Router, KeepsWaypointsSetByHand) {
    Router router;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(600, 0));
    const std::vector<Point> waypoints{{200, 300}, {450, 300}};
    router.setLink(0, RouterLink{"a", 0, 1, waypoints, {}});
    router.refresh();
    const std::vector<Point>& points = router.routed(0)->points;
    EXPECT_TRUE(isSquare(points));
    for (const Point waypoint : waypoints) EXPECT_TRUE(std::find(points.begin(), points.end(), waypoint) != points.end());
}

TEST(Router, SeparatesParallelLinks) {
    Router router;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(400, 200));
    for (std::int32_t i = 0; i < 3; ++i) router.setLink(i, RouterLink{test::linkKey(i), i == 1 ? 1 : 0, i == 1 ? 0 : 1, {}, {}});
    router.refresh();
    std::vector<Line> lines;
    for (std::int32_t i = 0; i < 3; ++i) lines.push_back(router.routed(i)->points);
    EXPECT_EQ(countOverlap(lines), 0);
    EXPECT_EQ(countCrossings(lines), 0);
}

TEST(Router, LinksOfOneBoxShareATrunkWhenTheyMay) {
    std::int64_t overlap[2];
    for (const bool shared : {false, true}) {
        Router router(shared);
        router.setBox(0, leaf(0, 0));
        for (std::int32_t i = 0; i < 3; ++i) router.setBox(i + 1, leaf(500 + 300 * i, 700 + 200 * i));
        for (std::int32_t i = 0; i < 3; ++i) router.setLink(i, RouterLink{test::linkKey(i), 0, i + 1, {}, {}});
        router.refresh();
        std::vector<Line> lines;
        for (std::int32_t i = 0; i < 3; ++i) lines.push_back(router.routed(i)->points);
        overlap[shared ? 1 : 0] = countOverlap(lines);
        EXPECT_EQ(countCrossings(lines), 0);
    }
    EXPECT_EQ(overlap[0], 0);
    EXPECT_GT(overlap[1], 100) << "one line from the box to where they part";
}

TEST(Router, LeavesRoomForTheArrowhead) {
    Router router;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(300, 400));
    router.setLink(0, RouterLink{"a", 0, 1, {}, {}});
    router.refresh();
    const std::vector<Point>& points = router.routed(0)->points;
    const Point last = points[points.size() - 1];
    const Point before = points[points.size() - 2];
    EXPECT_GE(std::abs(last.x - before.x) + std::abs(last.y - before.y), 16);
}

TEST(Router, NestedDrawingsCrossNoBox) {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Drawing drawing = test::nested(300, 450, seed);
        Router router;
        test::load(router, drawing);
        router.refresh();
        EXPECT_EQ(boxesCrossed(router, drawing), 0) << "seed " << seed;
        for (std::size_t i = 0; i < drawing.links.size(); ++i) {
            const RoutedLink& routed = *router.routed(static_cast<std::int32_t>(i));
            EXPECT_FALSE(routed.straight) << drawing.links[i].key;
            EXPECT_TRUE(isSquare(routed.points));
        }
    }
}

// The promise that everything else leans on: history does not show in the result.
TEST(Router, AThousandEditsGiveWhatStartingFromNothingGives) {
    Drawing drawing = test::nested(200, 300, 11);
    Router router;
    test::load(router, drawing);
    router.refresh();
    Draw draw(5);
    const auto count = static_cast<std::int32_t>(drawing.boxes.size());
    std::vector<std::optional<SceneBox>> boxes(drawing.boxes.begin(), drawing.boxes.end());
    std::vector<std::optional<RouterLink>> links(drawing.links.begin(), drawing.links.end());
    for (int edit = 0; edit < 1000; ++edit) {
        const std::int32_t what = draw.below(10);
        if (what < 6) { // move a leaf, sometimes onto others
            auto& box = boxes[static_cast<std::size_t>(drawing.leaves[static_cast<std::size_t>(draw.below(200))])];
            if (box) {
                const Point by{draw.below(161) - 80, draw.below(161) - 80};
                box->body = box->body.translated(by);
                box->anchor = box->anchor.translated(by);
            }
        } else if (what == 6) { // resize a container
            auto& box = boxes[static_cast<std::size_t>(draw.below(count))];
            if (box && box->container) {
                box->body.width += draw.below(61) - 30;
                box->anchor = box->body;
            }
        } else if (what == 7) { // turn a link round, or to somewhere else
            auto& link = links[static_cast<std::size_t>(draw.below(300))];
            if (link) {
                std::swap(link->from, link->to);
                if (draw.below(2) == 0) link->to = drawing.leaves[static_cast<std::size_t>(draw.below(200))];
            }
        } else if (what == 8) { // a link goes or comes back
            const auto at = static_cast<std::size_t>(draw.below(300));
            if (links[at]) links[at].reset();
            else links[at] = drawing.links[at];
        } else { // a leaf goes or comes back, its links staying
            const auto at = static_cast<std::size_t>(drawing.leaves[static_cast<std::size_t>(draw.below(200))]);
            if (boxes[at]) boxes[at].reset();
            else boxes[at] = drawing.boxes[at];
        }
        for (std::size_t i = 0; i < boxes.size(); ++i) router.setBox(static_cast<std::int32_t>(i), boxes[i]);
        for (std::size_t i = 0; i < links.size(); ++i) router.setLink(static_cast<std::int32_t>(i), links[i]);
        router.refresh();
        if (edit % 100 != 99) continue;
        Router fresh; // loaded backwards: numbers and order of entering must not matter either
        for (std::size_t i = links.size(); i-- > 0;) fresh.setLink(static_cast<std::int32_t>(i), links[i]);
        for (std::size_t i = boxes.size(); i-- > 0;) fresh.setBox(static_cast<std::int32_t>(i), boxes[i]);
        fresh.refresh();
        for (std::size_t i = 0; i < links.size(); ++i) {
            const RoutedLink* live = router.routed(static_cast<std::int32_t>(i));
            const RoutedLink* anew = fresh.routed(static_cast<std::int32_t>(i));
            ASSERT_EQ(live == nullptr, anew == nullptr);
            if (!live) continue;
            ASSERT_EQ(live->points, anew->points) << "edit " << edit << " " << links[i]->key;
            ASSERT_EQ(*live, *anew) << "label, edit " << edit << " " << links[i]->key;
        }
    }
}

TEST(Router, BadDrawingsAlwaysGetAResult) {
    Drawing drawing;
    Draw draw(3);
    for (std::int32_t i = 0; i < 120; ++i) { // heaps of boxes on each other, some without size
        SceneBox box;
        box.body = {draw.below(300), draw.below(300), draw.below(5) == 0 ? 0 : draw.below(200), draw.below(5) == 0 ? 0 : draw.below(200)};
        box.anchor = box.body;
        box.parent = i % 7 == 0 ? draw.below(120) : -1; // circles too
        box.container = i % 3 == 0;
        drawing.boxes.push_back(box);
        drawing.leaves.push_back(i);
    }
    for (std::int32_t i = 0; i < 400; ++i)
        drawing.links.push_back({test::linkKey(i), draw.below(120), draw.below(120), {}, {40, 16}});
    drawing.links[0].waypoints = {{5, 5}, {5, 5}, {-1'000'000, 900'000}};
    Router router;
    test::load(router, drawing);
    router.refresh();
    for (std::int32_t i = 0; i < 400; ++i) {
        const RoutedLink& routed = *router.routed(i);
        EXPECT_GE(routed.points.size(), 2u);
        EXPECT_TRUE(routed.straight || isSquare(routed.points)) << i;
    }
}

TEST(Router, AWalledInPortIsDrawnStraightAndMarked) {
    Router router;
    router.setBox(0, leaf(0, 0));
    router.setBox(1, leaf(600, 0));
    SceneBox wall;
    std::int32_t number = 2;
    for (const Rect body : {Rect{-140, -140, 320, 60}, Rect{-140, 150, 320, 60}, Rect{-140, -140, 60, 350}, Rect{120, -140, 60, 350}}) {
        wall.body = wall.anchor = body;
        router.setBox(number++, wall);
    }
    router.setLink(0, RouterLink{"a", 0, 1, {}, {}});
    router.refresh();
    EXPECT_TRUE(router.routed(0)->straight);
    EXPECT_EQ(router.routed(0)->points.size(), 2u);
}

TEST(Router, TenThousandLinksToOneBoxComeToAnEnd) {
    Drawing drawing = test::nested(500, 0, 2);
    Draw draw(9);
    for (std::int32_t i = 0; i < 10'000; ++i)
        drawing.links.push_back({test::linkKey(i), drawing.leaves[static_cast<std::size_t>(1 + draw.below(499))], drawing.leaves[0], {}, {}});
    Router router;
    test::load(router, drawing);
    router.refresh();
    EXPECT_EQ(router.rerouted().size(), 10'000u);
}

} // namespace
} // namespace sky::layout
