// SPDX-License-Identifier: GPL-3.0-or-later
// Gestures on the canvas, through the window as hands make them.
#include "window_fixture.h"

#include "session/text_bridge.h"

namespace sky {
namespace {

constexpr const char* kThreeTier = SKY_SOURCE_DIR "/projects/three-tier-web.json";

TEST_F(WindowTest, AQuickDragFromThePalettePlaces) {
    open();
    const QPoint tile = placeOf("tile-region");
    press(tile); // and lets go before a single move was told
    release(onCanvas({200, 100}));
    settle();
    EXPECT_EQ(diagram().elements().size(), 1u);
}

TEST_F(WindowTest, AQuickDragOnTheCanvasMoves) {
    open(kThreeTier);
    const ElementId server = only("ec2");
    const QPoint from = middleOf(server);
    const QRectF before = *canvas->bodyOf(server);
    QTest::mouseMove(window, from);
    press(from);
    release(from + QPoint(0, 12));
    settle();
    EXPECT_GT(canvas->bodyOf(server)->y(), before.y());
}

TEST_F(WindowTest, ASmallTileIsMovedByItsMiddleAndConnectedByItsEdge) {
    open(kThreeTier);
    canvas->setCamera({canvas->camera().origin, 0.5}); // a tile of 20 pixels
    settle();
    const ElementId server = only("ec2");
    const std::size_t links = diagram().links().size();
    QTest::mouseMove(window, middleOf(server));
    settle();
    const QRectF before = *canvas->bodyOf(server);
    drag(middleOf(server) + QPoint(3, 3), middleOf(server) + QPoint(3, 15));
    EXPECT_NE(canvas->bodyOf(server)->y(), before.y());
    EXPECT_EQ(diagram().links().size(), links);
}

TEST_F(WindowTest, UndoWhileDraggingTakesTheDragBack) {
    open(kThreeTier);
    const ElementId server = only("ec2");
    view().select(server);
    canvas->session()->editor()->nudge(0, 8);
    settle();
    const QPoint from = middleOf(server);
    press(from);
    move(from + QPoint(30, 10));
    move(from + QPoint(60, 20));
    ASSERT_TRUE(canvas->busyWithGesture());
    QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(canvas->busyWithGesture());
    EXPECT_FALSE(document().canUndo());
    release(from + QPoint(60, 20));
    settle();
    EXPECT_FALSE(document().canUndo());
}

TEST_F(WindowTest, WhatIsUndoneUnderThePointerIsForgotten) {
    open(kThreeTier);
    const std::size_t things = diagram().elements().size();
    const QPoint from = middleOf(only("ec2"));
    const QPoint to = from + QPoint(24, 6);
    drag(from, to, Qt::AltModifier);
    ASSERT_EQ(diagram().elements().size(), things + 1);
    view().setHovered(session::toQString(view().elements().front().str()));
    document().undo(); // and paints before the scene has followed
    EXPECT_EQ(view().hovered(), QString());
    window->grabWindow();
    settle();
    EXPECT_EQ(diagram().elements().size(), things);
}

TEST_F(WindowTest, ACopyStandsInTheContainerItIsDroppedIn) {
    open(kThreeTier);
    const ElementId server = only("ec2");
    ElementId other;
    for (const diagram::Element& element : diagram().elements())
        if (element.service == "subnet" && element.id != diagram().element(server)->parent) other = element.id;
    const QRectF box = *canvas->bodyOf(other);
    drag(middleOf(server), onCanvas(box.bottomLeft() + QPointF(30, -30)), Qt::AltModifier);
    ASSERT_EQ(view().elements().size(), 1u);
    EXPECT_NE(view().elements().front(), server);
    EXPECT_EQ(diagram().element(view().elements().front())->parent, other);
    document().undo();
    EXPECT_FALSE(document().canUndo()); // one step
}

TEST_F(WindowTest, AContainerIsResizedByItsHandlesAndNeverCutsWhatItHolds) {
    open(kThreeTier);
    const ElementId zone = only("az");
    view().select(zone);
    settle();
    const QRectF before = *canvas->bodyOf(zone);
    const QPoint corner = onCanvas(before.bottomRight());
    drag(corner, corner + QPoint(40, 30));
    const QRectF larger = *canvas->bodyOf(zone);
    EXPECT_GT(larger.width(), before.width());
    EXPECT_GT(larger.height(), before.height());
    drag(onCanvas(larger.bottomRight()), onCanvas(larger.topLeft() + QPointF(20, 20)));
    const QRectF smallest = *canvas->bodyOf(zone);
    for (const layout::Placed& placed : canvas->placement().elements())
        if (placed.parent == zone) {
            EXPECT_TRUE(smallest.contains(canvas::toQRectF(placed.frame)));
        }
}

TEST_F(WindowTest, SpaceIsOpenedForWhatComes) {
    open(kThreeTier);
    std::vector<ElementId> zones;
    for (const diagram::Element& element : diagram().elements())
        if (element.service == "az") zones.push_back(element.id);
    ASSERT_EQ(zones.size(), 2u);
    if (canvas->bodyOf(zones[0])->x() > canvas->bodyOf(zones[1])->x()) std::swap(zones[0], zones[1]);
    const double left = canvas->bodyOf(zones[0])->x();
    const double right = canvas->bodyOf(zones[1])->x();
    const double vpc = canvas->bodyOf(only("vpc"))->width();
    const QPoint from = onCanvas({right - 10, canvas->bodyOf(zones[1])->center().y()});
    drag(from, from + QPoint(80, 0), Qt::AltModifier | Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(canvas->bodyOf(zones[0])->x(), left);
    EXPECT_GT(canvas->bodyOf(zones[1])->x(), right + 40);
    EXPECT_GT(canvas->bodyOf(only("vpc"))->width(), vpc + 40);
    document().undo();
    EXPECT_FALSE(document().canUndo());
}

TEST_F(WindowTest, ALinkIsBentAndReconnectedByItsEnd) {
    open(kThreeTier);
    LinkId link;
    for (const diagram::Link& each : diagram().links())
        if (diagram().element(each.to)->service == "s3") link = each.id;
    ASSERT_FALSE(link.empty());
    view().select(link);
    settle();
    const auto points = canvas->session()->jobs()->routes().find(link)->points;
    const QPoint end = onCanvas(canvas::toQPointF(points.back()));
    const ElementId before = diagram().link(link)->to;
    drag(end, middleOf(only("alb")));
    EXPECT_EQ(diagram().link(link)->to, only("alb"));
    document().undo();
    settle();
    EXPECT_EQ(diagram().link(link)->to, before);
    view().clearSelection(); // ends no longer lie under the pointer
    const QPointF on = (canvas::toQPointF(points[points.size() - 2]) + canvas::toQPointF(points.back())) / 2;
    drag(onCanvas(on), onCanvas(on + QPointF(48, 0)));
    EXPECT_EQ(diagram().link(link)->waypoints.size(), 1u);
    view().select(link);
    canvas->session()->editor()->clearWaypoints();
    EXPECT_TRUE(diagram().link(link)->waypoints.empty());
}

TEST_F(WindowTest, WhatIsLockedStaysUnderTheHand) {
    open(kThreeTier);
    const ElementId server = only("ec2");
    view().select(server);
    QTest::mouseClick(window, Qt::LeftButton, {}, middleOf(server));
    QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(diagram().element(server)->locked);
    const QRectF before = *canvas->bodyOf(server);
    drag(middleOf(server), middleOf(server) + QPoint(0, 12));
    EXPECT_EQ(*canvas->bodyOf(server), before);
    QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(diagram().element(server)->locked);
}

TEST_F(WindowTest, TheFirstKeysAfterOpeningAListAreNotLost) {
    open(kThreeTier);
    for (const auto& [key, name] : {std::pair(Qt::Key_K, "commandPalette"), std::pair(Qt::Key_F, "finder")}) {
        Preferences::instance().setReduceMotion(false); // the list fades in
        QTest::keyClick(window, key, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_W);
        QTest::keyClick(window, Qt::Key_E);
        QTest::keyClick(window, Qt::Key_B);
        auto* list = window->findChild<QObject*>(name);
        ASSERT_TRUE(list);
        EXPECT_EQ(list->property("query").toString(), "web");
        QTest::keyClick(window, Qt::Key_Escape);
        QTest::keyClick(window, Qt::Key_Escape);
        Preferences::instance().setReduceMotion(true);
        settle();
    }
}

TEST_F(WindowTest, TheCommandPaletteBeginsWithWhatWasUsedLastThenGoesByGroup) {
    open(kThreeTier);
    const auto first = [&] {
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        settle();
        const QVariantList rows = window->findChild<QObject*>("commandPalette")->property("rows").toList();
        return rows.isEmpty() ? QVariantMap() : rows.front().toMap();
    };
    EXPECT_NE(first()["heading"].toString(), "Used last");
    for (const auto key : {Qt::Key_R, Qt::Key_U, Qt::Key_L, Qt::Key_E, Qt::Key_R}) QTest::keyClick(window, key);
    QTest::keyClick(window, Qt::Key_Return);
    settle();
    EXPECT_TRUE(Preferences::instance().rulers());
    EXPECT_EQ(first()["heading"].toString(), "Used last");
    EXPECT_EQ(first()["title"].toString(), "Rulers");
    QTest::keyClick(window, Qt::Key_Escape);
    Preferences::instance().setRulers(false);
}

TEST_F(WindowTest, RulersShowWhenWanted) {
    open(kThreeTier);
    const QPoint corner = canvas->mapToScene({300, 4}).toPoint();
    const QColor before = window->grabWindow().pixelColor(corner);
    Preferences::instance().setRulers(true);
    settle();
    EXPECT_NE(window->grabWindow().pixelColor(corner), before);
    Preferences::instance().setRulers(false);
}

} // namespace
} // namespace sky
