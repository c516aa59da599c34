// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/place.h"

#include "diagrams.h"
#include "layout/live.h"
#include "layout/quality.h"

#include <gtest/gtest.h>

namespace sky::layout {
namespace {

using test::element;

const catalog::Catalog& catalogue() {
    return catalog::Catalog::builtin();
}
topology::Topology topologyOf(const diagram::Diagram& diagram) {
    return topology::Topology::of(diagram, catalogue());
}
void take(diagram::Diagram& diagram, const Arrangement& arrangement) {
    for (const auto& [id, frame] : arrangement.frames) ASSERT_TRUE(diagram.setFrame(id, frame));
}
Rect pageFrame(const Placement& placement, const std::string& id) {
    const Placed* placed = placement.find(ElementId(id));
    EXPECT_NE(placed, nullptr) << id;
    return placed ? placed->frame : Rect{};
}

TEST(Placement, WhatHasNoFrameIsPlacedWithoutOverlapAndTheSameWayEachTime) {
    const diagram::Diagram shop = test::webShop();
    const Placement placement = placementOf(topologyOf(shop));
    EXPECT_EQ(placement, placementOf(topologyOf(shop)));
    const Quality quality = measure(placement, routesOf(topologyOf(shop), placement), shop);
    EXPECT_EQ(quality.elementsOverlapped, 0);
    EXPECT_EQ(quality.boxesCrossed, 0);
    for (const Placed& placed : placement.elements()) EXPECT_TRUE(placed.automatic) << placed.id.str();
}

TEST(Placement, ConfigurationIsNotDrawnUnlessShown) {
    diagram::Diagram shop = test::webShop();
    EXPECT_EQ(placementOf(topologyOf(shop)).find(ElementId("rt-pub")), nullptr);
    ASSERT_TRUE(shop.setProperty(ElementId("rt-pub"), "shown", true));
    EXPECT_NE(placementOf(topologyOf(shop)).find(ElementId("rt-pub")), nullptr);
}

TEST(Placement, AGatewaySitsOnTheBorderOfItsVpc) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    ASSERT_TRUE(shop.setFrame(ElementId("igw"), Rect{30, 200, 40, 40})); // let go of inside
    const Placement placement = placementOf(topologyOf(shop));
    EXPECT_EQ(placement.find(ElementId("igw"))->shape, Shape::Border);
    EXPECT_EQ(pageFrame(placement, "igw").center().x, pageFrame(placement, "vpc").x);
    const Rect words = placement.find(ElementId("igw"))->label; // inside the box, clear of its border
    EXPECT_GT(words.x, pageFrame(placement, "vpc").x);
    EXPECT_EQ(words.y, pageFrame(placement, "igw").bottom());
}

TEST(Placement, AStandbyIsAGhostInItsOwnSubnet) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    const Placement placement = placementOf(topologyOf(shop));
    ASSERT_EQ(placement.parts().size(), 1u);
    const PlacedPart& ghost = placement.parts().front();
    EXPECT_EQ(ghost.address, "orders/standby");
    EXPECT_TRUE(pageFrame(placement, "db-b").contains(ghost.frame));
    EXPECT_TRUE(pageFrame(placement, "db-a").contains(pageFrame(placement, "orders")));
    EXPECT_EQ(ghost.frame.y, pageFrame(placement, "orders").y);
}

TEST(Placement, AStandbyStandsAsItsOriginalDoesEvenWhereRoomIsScarce) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    for (const char* subnet : {"db-a", "db-b"}) { // lower than a tile with the longest caption, and the padding
        Rect frame = *shop.element(ElementId(subnet))->frame;
        frame.width = 248, frame.height = 112;
        ASSERT_TRUE(shop.setFrame(ElementId(subnet), frame));
    }
    Placement placement = placementOf(topologyOf(shop));
    const Rect home = pageFrame(placement, "db-a");
    const Rect origin = pageFrame(placement, "vpc");
    ASSERT_TRUE(shop.setFrame(ElementId("orders"), Rect{home.x - origin.x + 104, home.y - origin.y + 40, 40, 40}));
    placement = placementOf(topologyOf(shop));
    ASSERT_EQ(placement.parts().size(), 1u);
    EXPECT_EQ(placement.parts().front().frame.topLeft() - pageFrame(placement, "db-b").topLeft(), (Point{104, 40}));
}

TEST(Placement, OneThingWithoutFrameMovesNothingElse) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    const Placement before = placementOf(topologyOf(shop));
    shop.put(element("cache", "ec2", "app-a"));
    const Placement after = placementOf(topologyOf(shop));
    for (const Placed& placed : before.elements())
        EXPECT_EQ(placed.frame, after.find(placed.id)->frame) << placed.id.str();
    EXPECT_TRUE(after.find(ElementId("cache"))->automatic);
}

TEST(Arrange, DrawsAVpcTheWayPeopleDo) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    const Placement p = placementOf(topologyOf(shop));
    EXPECT_LT(pageFrame(p, "shoppers").right(), pageFrame(p, "cdn").x);
    EXPECT_LT(pageFrame(p, "cdn").right(), pageFrame(p, "seoul").x);
    EXPECT_EQ(pageFrame(p, "a").size(), pageFrame(p, "b").size());
    EXPECT_EQ(pageFrame(p, "a").y, pageFrame(p, "b").y);
    for (const std::string zone : {"a", "b"}) {
        EXPECT_LT(pageFrame(p, "pub-" + zone).bottom(), pageFrame(p, "app-" + zone).y);
        EXPECT_LT(pageFrame(p, "app-" + zone).bottom(), pageFrame(p, "db-" + zone).y);
    }
    for (const std::string row : {"pub-", "app-", "db-"})
        EXPECT_EQ(pageFrame(p, row + "a").y, pageFrame(p, row + "b").y);
    EXPECT_GT(pageFrame(p, "alb").x, pageFrame(p, "a").right());
    EXPECT_LT(pageFrame(p, "alb").right(), pageFrame(p, "b").x);
    EXPECT_GT(pageFrame(p, "pictures").x, pageFrame(p, "vpc").right());
    EXPECT_TRUE(pageFrame(p, "seoul").contains(pageFrame(p, "trail")));
    for (const Placed& placed : p.elements()) {
        const Placed* home = p.find(placed.inside);
        EXPECT_TRUE(!home || placed.shape == Shape::Border || home->frame.contains(placed.body())) << placed.id.str();
    }
    const Quality quality = measure(p, routesOf(topologyOf(shop), p), shop);
    EXPECT_EQ(quality.boxesCrossed, 0);
    EXPECT_EQ(quality.elementsOverlapped, 0);
    EXPECT_EQ(quality.straight, 0);
    EXPECT_EQ(quality.labelsOverlapped, 0);
}

TEST(Arrange, IsStable) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    EXPECT_TRUE(arrange(topologyOf(shop)).empty()) << "tidying what is tidy changes nothing";
    const Placement before = placementOf(topologyOf(shop));
    diagram::Diagram more = shop;
    more.put(element("web-c", "ec2", "app-a"));
    take(more, arrange(topologyOf(more)));
    const Quality quality = measure(placementOf(topologyOf(more)), {}, more, &before);
    EXPECT_LT(quality.movement, 24 * 600);
}

TEST(Arrange, KeepsWhatIsToStay) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    ASSERT_TRUE(shop.setFrame(ElementId("pictures"), Rect{900, 700, 40, 40}));
    PlaceOptions options;
    options.keep = {ElementId("pictures")};
    take(shop, arrange(topologyOf(shop), options));
    EXPECT_EQ(*shop.element(ElementId("pictures"))->frame, (Rect{900, 700, 40, 40}));
}

TEST(Arrange, WhoeverCallsALoadBalancerComesInAboveTheZones) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    const Placement p = placementOf(topologyOf(shop));
    const Routes routes = routesOf(topologyOf(shop), p);
    const Route* in = routes.find(LinkId("dynamic"));
    ASSERT_NE(in, nullptr);
    EXPECT_LE(in->points.back().y, pageFrame(p, "alb").center().y) << "not from below, through the fleet";
}

TEST(Arrange, RegionsStandAsEqualsWhateverIsCopiedBetweenThem) {
    diagram::Diagram two;
    for (const std::string region : {"seoul", "tokyo"}) {
        two.put(element(region, "region"));
        two.put(element("vpc-" + region, "vpc", region));
        two.put(element("web-" + region, "ec2", "vpc-" + region));
        two.put(element("files-" + region, "s3", region));
        two.put(test::link("ask-" + region, "dns", "web-" + region));
    }
    two.put(element("dns", "route53"));
    two.put(test::link("copy", "files-seoul", "files-tokyo"));
    take(two, arrange(topologyOf(two)));
    const Placement p = placementOf(topologyOf(two));
    EXPECT_EQ(pageFrame(p, "seoul").center().x, pageFrame(p, "tokyo").center().x);
    EXPECT_GT(pageFrame(p, "seoul").x, pageFrame(p, "dns").right());
}

// In each zone a subnet with a server and a second, empty one: "app-a", SECOND + "a".
static diagram::Diagram serversInTwoZones(const std::string& second) {
    diagram::Diagram made;
    made.put(element("vpc", "vpc"));
    for (const std::string zone : {"a", "b"}) {
        diagram::Element az = element(zone, "az", "vpc");
        az.properties.set("zone", zone);
        made.put(az);
        for (const std::string& net : {std::string("app-"), second}) made.put(element(net + zone, "subnet", zone));
        made.put(element("web-" + zone, "ec2", "app-" + zone));
    }
    return made;
}

TEST(Arrange, ThePrivateSubnetsOfABalancerStandAboveThoseItServes) {
    diagram::Diagram made = serversInTwoZones("entry-");
    diagram::Element balancer = element("alb", "alb", "vpc");
    balancer.spans = {ElementId("entry-a"), ElementId("entry-b")};
    made.put(balancer);
    take(made, arrange(topologyOf(made)));
    const Placement p = placementOf(topologyOf(made));
    for (const std::string zone : {"a", "b"})
        EXPECT_LT(pageFrame(p, "entry-" + zone).bottom(), pageFrame(p, "app-" + zone).y);
}

TEST(Arrange, AnEmptySubnetStandsInTheRowOfTheDataOfOtherZones) {
    diagram::Diagram made = serversInTwoZones("data-");
    made.put(element("orders", "rds", "data-a"));
    take(made, arrange(topologyOf(made)));
    const Placement p = placementOf(topologyOf(made));
    EXPECT_EQ(pageFrame(p, "data-a").y, pageFrame(p, "data-b").y);
    EXPECT_EQ(pageFrame(p, "app-a").y, pageFrame(p, "app-b").y);
}

TEST(Arrange, LeavesLockedThingsWhereTheyAre) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    diagram::Element locked = *shop.element(ElementId("pictures"));
    locked.frame = Rect{900, 700, 40, 40};
    locked.locked = true;
    shop.put(locked);
    for (const bool respect : {false, true}) {
        PlaceOptions options;
        options.respectArrangement = respect;
        diagram::Diagram tidied = shop;
        take(tidied, arrange(topologyOf(tidied), options));
        EXPECT_EQ(*tidied.element(ElementId("pictures"))->frame, (Rect{900, 700, 40, 40}));
        EXPECT_EQ(measure(placementOf(topologyOf(tidied)), {}, tidied).elementsOverlapped, 0);
    }
}

TEST(Arrange, TheFlowGoesWhereItIsTold) {
    for (const Direction direction : {Direction::Right, Direction::Down}) {
        diagram::Diagram shop = test::webShop();
        PlaceOptions options;
        options.direction = direction;
        take(shop, arrange(topologyOf(shop), options));
        const Placement p = placementOf(topologyOf(shop));
        const auto ends = [&](const Rect& frame) {
            return direction == Direction::Down ? std::pair(frame.y, frame.bottom())
                                                : std::pair(frame.x, frame.right());
        };
        EXPECT_LT(ends(pageFrame(p, "shoppers")).second, ends(pageFrame(p, "cdn")).first);
        EXPECT_LT(ends(pageFrame(p, "cdn")).second, ends(pageFrame(p, "seoul")).first);
    }
}

TEST(Arrange, TheTighterTheSmaller) {
    std::int64_t before = 0;
    for (const std::int32_t compactness : {100, 50, 0}) {
        diagram::Diagram made = test::estate(120, 3);
        PlaceOptions options;
        options.compactness = compactness;
        take(made, arrange(topologyOf(made), options));
        const Rect all = placementOf(topologyOf(made)).bounds();
        const std::int64_t area = std::int64_t{all.width} * all.height;
        EXPECT_GT(area, before) << compactness;
        before = area;
    }
}

TEST(Arrange, ThingsOfASubnetStandSoThatTheirLinksDoNotCross) {
    diagram::Diagram made;
    made.put(element("net", "subnet"));
    for (int i = 0; i < 6; ++i) made.put(element("n" + std::to_string(i), "ec2", "net"));
    int number = 0;
    for (const auto& [from, to] : {std::pair(0, 5), {1, 4}, {5, 2}, {4, 3}, {2, 3}}) // a ring but for one
        made.put(test::link("l" + std::to_string(number++), "n" + std::to_string(from), "n" + std::to_string(to)));
    take(made, arrange(topologyOf(made)));
    const Placement placement = placementOf(topologyOf(made));
    const Quality quality = measure(placement, routesOf(topologyOf(made), placement), made);
    EXPECT_EQ(quality.crossings, 0);
    EXPECT_LE(quality.bends, 4);
}

TEST(Arrange, OfASelectionLeavesTheRestAlone) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    ASSERT_TRUE(shop.setFrame(ElementId("dns"), Rect{2000, 1000, 40, 40}));
    ASSERT_TRUE(shop.setFrame(ElementId("web-a"), Rect{3, 3, 40, 40}));
    PlaceOptions options;
    options.selection = {ElementId("app-a")};
    const Arrangement arrangement = arrange(topologyOf(shop), options);
    for (const auto& [id, frame] : arrangement.frames)
        EXPECT_TRUE(id.str() == "web-a" || id.str() == "app-a" || id.str() == "web") << id.str();
    EXPECT_FALSE(arrangement.empty());
}

TEST(Arrange, RespectingTheArrangementOnlyMends) {
    diagram::Diagram drawn;
    for (int i = 0; i < 6; ++i) {
        drawn.put(element("n" + std::to_string(i), "ec2"));
        ASSERT_TRUE(
            drawn.setFrame(ElementId("n" + std::to_string(i)), Rect{i % 3 * 220 + i * 2, i / 3 * 200 + i, 40, 40}));
    }
    drawn.put(element("over", "ec2"));
    ASSERT_TRUE(drawn.setFrame(ElementId("over"), Rect{20, 10, 40, 40}));
    const Placement before = placementOf(topologyOf(drawn));
    PlaceOptions options;
    options.respectArrangement = true;
    take(drawn, arrange(topologyOf(drawn), options));
    const Placement after = placementOf(topologyOf(drawn));
    EXPECT_EQ(measure(after, {}, drawn).elementsOverlapped, 0);
    EXPECT_EQ(pageFrame(after, "n0").y, pageFrame(after, "n1").y);
    EXPECT_LT(measure(after, {}, drawn, &before).movement, 400);
}

TEST(Arrange, EveryDirectionAndCompactnessHoldsTogether) {
    for (const Direction direction : {Direction::Right, Direction::Down}) {
        for (const std::int32_t compactness : {0, 50, 100, 5000}) {
            diagram::Diagram made = test::estate(120, 3);
            PlaceOptions options{direction, compactness, {}, {}, false};
            take(made, arrange(topologyOf(made), options));
            const Placement placement = placementOf(topologyOf(made));
            EXPECT_EQ(measure(placement, {}, made).elementsOverlapped, 0);
        }
    }
}

TEST(LiveRoutes, EqualThoseFromNothingThroughEdits) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    LiveRoutes live;
    std::mt19937 engine(4);
    const std::vector<std::string> movable{"alb", "web-a",    "web-b", "nat-a", "orders", "cdn",
                                           "dns", "pictures", "seoul", "vpc",   "b"};
    for (int edit = 0; edit < 1'000; ++edit) {
        const std::string& id = movable[engine() % movable.size()];
        const diagram::Element* moved = shop.element(ElementId(id));
        if (moved && edit % 25 == 24) {
            shop.put(
                diagram::Link{LinkId("new-" + std::to_string(edit)), {}, ElementId("cdn"), ElementId(id), {}, {}, {}});
        } else if (moved && edit % 25 == 12) {
            for (const LinkId& link :
                 std::vector<LinkId>(shop.linksAt(ElementId(id)).begin(), shop.linksAt(ElementId(id)).end()))
                shop.take(link);
        } else if (moved && moved->frame) {
            const Point by{static_cast<std::int32_t>(engine() % 81) - 40,
                           static_cast<std::int32_t>(engine() % 81) - 40};
            shop.setFrame(moved->id, moved->frame->translated(by));
        }
        const topology::Topology topology = topologyOf(shop);
        live.follow(topology);
        const Placement placement = placementOf(topology);
        ASSERT_EQ(live.placement(), placement) << edit;
        ASSERT_EQ(live.routes(), routesOf(topology, placement)) << edit;
    }
}

TEST(LiveRoutes, DraggingGivesCoarseRoutesOfWhatMoves) {
    diagram::Diagram shop = test::webShop();
    take(shop, arrange(topologyOf(shop)));
    LiveRoutes live;
    live.follow(topologyOf(shop));
    for (std::int32_t step = 0; step <= 400; step += 20) { // a box through the whole drawing
        const std::vector<Route> routes = live.dragged({ElementId("alb")}, {-step * 2, step});
        ASSERT_EQ(routes.size(), 3u);
        for (const Route& route : routes) ASSERT_GE(route.points.size(), 2u);
        ASSERT_TRUE(shop.setFrame(ElementId("alb"), shop.element(ElementId("alb"))->frame->translated({20, 10})));
        live.follow(topologyOf(shop)); // and exact routes on release, wherever that is
        EXPECT_EQ(live.routes(), routesOf(topologyOf(shop), live.placement()));
        const Quality quality = measure(live.placement(), live.routes(), shop);
        EXPECT_TRUE(quality.boxesCrossed == 0 || quality.elementsOverlapped > 0)
            << step; // nothing is crossed unless dropped on
    }
}

} // namespace
} // namespace sky::layout
